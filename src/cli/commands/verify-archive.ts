import { type ArchiveVerdict, verifyArchive as verify } from '../../poller/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withPollerToLook } from '../compose.ts';
import { countProgress } from '../count-progress.ts';
import { formatBytes, type Output } from '../output.ts';
import { readSettings } from '../settings.ts';

/** Only looks: the archive, its names and the ledger have to say the same. Exit 1 on any finding. */
export async function verifyArchive(command: Command): Promise<number> {
  const settings = await readSettings('consumer', command.flags, command.environment);
  return withPollerToLook(command, settings, async (deps, routes) => {
    const { output } = command;
    const counting = countProgress(output);
    const { update } = counting;
    try {
      const verdict = await verify(deps, {
        routes,
        progress: update && (({ objects, bytes }) => update(`${objects} objects, ${formatBytes(bytes)}`)),
      });
      counting.stop();
      output.document(verdict);
      print(output, verdict);
      return verdict.ok ? EXIT.ok : EXIT.refused;
    } finally {
      counting.stop();
    }
  });
}

function print(output: Output, verdict: ArchiveVerdict): void {
  const read = `${verdict.verified} of ${verdict.archived} archived batches verified, ${formatBytes(verdict.bytes)}`;
  const pending = verdict.pending === 0 ? '' : `, ${verdict.pending} still to be archived by a poll`;
  output.line(`${verdict.ok ? output.good('ok') : output.bad('not ok')}: ${read}${pending}`);
  for (const { kind, key, batch_id: batchId, detail } of verdict.findings)
    output.line(`  ${output.bad(kind)} ${key ?? batchId ?? ''}: ${detail}`);
  const unnamed = verdict.finding_count - verdict.findings.length;
  if (unnamed > 0) output.line(`  and ${unnamed} more`);
}
