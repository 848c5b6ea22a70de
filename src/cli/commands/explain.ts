import { entryFields, readEntries } from '../../audit/index.ts';
import type { Row } from '../../database/index.ts';
import { openDatabase, readStamp } from '../../database/index.ts';
import { AppError } from '../../base/errors.ts';
import { type Command, EXIT } from '../command.ts';
import { databasesAround, isStamped } from '../compose.ts';
import { formatTable } from '../output.ts';
import { readSettings } from '../settings.ts';

/** Which event says what finally became of a batch; a later one in the log outweighs an earlier one. */
const VERDICTS: Readonly<Record<string, string>> = {
  'handoff.published': 'published',
  'handoff.ingested': 'ingested',
  'handoff.duplicate': 'duplicate',
  'handoff.refused': 'quarantined',
  'handoff.held': 'held',
  'handoff.skipped': 'skipped',
  'handoff.vanished': 'vanished',
};

/** One batch's life over every audit log that can be seen from here. */
export async function explain(command: Command, batchId: string): Promise<number> {
  const settings = await readSettings('consumer', command.flags, command.environment);
  const urls = settings.databaseNamed ? [settings.database] : databasesAround();
  const events: Row[] = [];
  for (const url of urls) {
    const database = await openDatabase(url, { mustExist: true });
    try {
      if (!(await isStamped(database))) continue;
      const role = (await readStamp(database))?.role;
      for await (const stored of readEntries(database, batchId))
        events.push({ ...entryFields(stored), role: role ?? null });
    } finally {
      await database.close();
    }
  }
  if (events.length === 0) {
    throw new AppError('usage', `explain ${batchId}: no audit log here names it`, {
      hint: 'name the database with --database; batch ids are listed by "handoff audit log"',
    });
  }
  events.sort((a, b) => String(a['ts']).localeCompare(String(b['ts'])));
  const verdict = verdictOf(events);
  command.output.document({ batch_id: batchId, verdict, events });
  command.output.line(`${command.output.bold(batchId)}: ${verdict}`);
  const rows = events.map((event) =>
    [event['ts'], event['system'], event['event'], event['reason_code'] ?? '', event['run_id'] ?? ''].map(String),
  );
  for (const line of formatTable([['when', 'system', 'event', 'code', 'run'], ...rows])) command.output.line(line);
  return EXIT.ok;
}

/** The consumer's first word counts: an ingested batch stays ingested, whatever came under its id later. */
function verdictOf(events: readonly Row[]): string {
  const said = events.map(saidBy).filter((verdict) => verdict !== undefined);
  if (said.includes('ingested')) return 'ingested';
  return said.at(-1) ?? 'pending';
}

/** A producer that refuses a batch never sent it; a consumer puts it into quarantine. */
function saidBy({ event, role }: Row): string | undefined {
  return event === 'handoff.refused' && role === 'producer' ? 'refused' : VERDICTS[String(event)];
}
