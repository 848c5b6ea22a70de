import type { ReasonCode } from '../base/reasons.ts';
import type { Queries } from '../database/port.ts';
import { nameOf } from './context.ts';
import type { FileRow } from './file-table.ts';
import type { Stream } from './stream-table.ts';

/**
 * Files that are refused for one of these were not counted as come: their statement is absent or not believed, or nobody
 * could read them. Of the others a proven statement told the number, if they had any.
 */
const UNPROVEN = [
  'STATEMENT_MISSING', 'STATEMENT_INVALID', 'KEY_UNTRUSTED', 'EMPTY_FILE', 'TOO_LARGE', 'CRASH_LOOP', 'INTERNAL',
] as const satisfies readonly ReasonCode[]; // prettier-ignore

/** Files that are looked at; further ones are not counted. */
const MAX_FILES = 1_000;

/** How many files may be missing batches of a stream. Reads; asks once for each contract and source. */
export type CountUnproven = (stream: Pick<Stream, 'source' | 'contract'>) => Promise<number>;

/**
 * Counts the files in quarantine, or on their way there, that may be missing batches of a stream: nothing proves which
 * number they have. What they say of their source is no more than their word; many cannot even say it, and count for all.
 */
export function openCount(queries: Queries): CountUnproven {
  const sources = new Map<string, readonly (string | null)[]>();
  return async ({ source, contract }) => {
    const found = sources.get(contract) ?? (await statedSources(queries, contract));
    sources.set(contract, found);
    return found.filter((stated) => stated === null || stated === source).length;
  };
}

async function statedSources(queries: Queries, contract: string): Promise<(string | null)[]> {
  const files = await queries.query<Pick<FileRow, 'key' | 'correlation_id'>>(
    `select key, correlation_id from file
     where contract = $1 and resolution is null and state in ('quarantined', 'quarantining')
       and code in (${UNPROVEN.map((code) => `'${code}'`).join(', ')})
     order by id limit $2`,
    [contract, MAX_FILES],
  );
  const sources: (string | null)[] = [];
  for (const file of files) sources.push(await statedSource(queries, file));
  return sources;
}

/** By the entry that refused the file. */
async function statedSource(
  queries: Queries,
  { key, correlation_id }: Pick<FileRow, 'key' | 'correlation_id'>,
): Promise<string | null> {
  const [row] = await queries.query<{ source: string | null }>(
    `select source from audit_log
     where batch_id = $1 and correlation_id = $2 and event = 'handoff.refused' order by seq desc limit 1`,
    [nameOf(key), correlation_id],
  );
  return row?.source ?? null;
}
