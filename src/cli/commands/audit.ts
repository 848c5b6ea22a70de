import { entryFields, readEntries, verifyAudit } from '../../audit/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withExisting } from '../compose.ts';
import { type CommonFlags, readSettings } from '../settings.ts';

export interface AuditLogFlags extends CommonFlags {
  readonly batch?: string;
}

/** The log itself: columns for people, NDJSON with --json. */
export async function auditLog(command: Command<AuditLogFlags>): Promise<number> {
  const { output, flags } = command;
  const settings = await readSettings('consumer', flags, command.environment);
  return withExisting(settings, async (database) => {
    for await (const stored of readEntries(database, flags.batch)) {
      const fields = entryFields(stored);
      if (output.json) output.record(fields);
      else
        output.line(
          [
            fields['seq'],
            fields['ts'],
            fields['outcome'],
            fields['event'],
            fields['reason_code'] ?? '-',
            fields['batch_id'] ?? '-',
          ].join('  '),
        );
    }
    return EXIT.ok;
  });
}

export async function auditVerify(command: Command): Promise<number> {
  const { output } = command;
  const settings = await readSettings('consumer', command.flags, command.environment);
  return withExisting(settings, async (database, stamp) => {
    const verdict = await verifyAudit(database);
    output.document(verdict);
    const fine = verdict.integrity === 'ok' && verdict.completeness === 'ok';
    const say = fine ? output.good : output.bad;
    output.line(
      `${output.bold(stamp.system)}: ${say(`integrity ${verdict.integrity}, completeness ${verdict.completeness}`)}`,
    );
    output.line(
      `${verdict.rows} entries, ${verdict.checkpoints} checkpoints, ${verdict.unanchored_tail} entries after the last one`,
    );
    for (const finding of verdict.findings) output.line(`  entry ${finding.seq}: ${finding.kind}: ${finding.detail}`);
    return fine ? EXIT.ok : EXIT.refused;
  });
}
