/** What a process may write into the audit log about a file: of work and moves, only of those that are its own. */
import type { Database } from '../../../src/database/index.ts';
import type { Tables } from './snapshot.ts';
import type { Finding } from './violation.ts';

export interface LoggedStep {
  readonly seq: number;
  readonly event: string;
  readonly run_id: string | null;
  readonly correlation_id: string | null;
}

/** Told of a file that nobody holds, or of one that was taken from its holder. */
const ABOUT_OTHERS = ['handoff.abandoned', 'file.superseded', 'file.returned', 'file.vanished'];

export async function readLog(database: Database, after: number): Promise<LoggedStep[]> {
  return database.query<LoggedStep>(
    'select seq, event, run_id, correlation_id from audit_log where seq > $1 and correlation_id is not null order by seq',
    [after],
  );
}

export function checkLog(entries: readonly LoggedStep[], { files }: Tables): Finding {
  for (const { event, run_id: runId, correlation_id: correlation } of entries) {
    if (ABOUT_OTHERS.includes(event)) continue;
    const row = [...files.values()].find((file) => file.correlation_id === correlation);
    if (row?.run_id !== runId) return `${event} of ${row?.key} was told by ${runId}, but ${row?.run_id} has the file`;
  }
  return undefined;
}
