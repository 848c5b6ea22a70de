import { isoTime } from '../base/clock.ts';
import type { Queries, Transaction } from '../database/port.ts';

/** The latest acceptance that was ever read of a target: it binds also when somebody takes its object away. */
export interface StoredAcceptance {
  readonly range: string;
  readonly accepted_at: string;
}

export const ACCEPTANCE_STEP = {
  sqlite: `
    create table acceptance (
      contract text not null,
      target text not null,
      range text not null,
      accepted_at text not null,
      key text not null,
      read_at text not null,
      primary key (contract, target)
    );
  `,
};

export async function storedAcceptance(
  queries: Queries,
  contract: string,
  target: string,
): Promise<StoredAcceptance | undefined> {
  const [row] = await queries.query<StoredAcceptance>(
    'select range, accepted_at from acceptance where contract = $1 and target = $2',
    [contract, target],
  );
  return row;
}

/** What every target has accepted, as far as it was ever read. */
export async function liveAcceptances(
  queries: Queries,
): Promise<{ readonly contract: string; readonly target: string; readonly range: string }[]> {
  return queries.query('select contract, target, range from acceptance order by contract, target');
}

/** False when one at least as late is stored already. */
export async function storeAcceptance(
  tx: Transaction,
  accepted: StoredAcceptance & { readonly contract: string; readonly target: string; readonly key: string },
  nowMs: number,
): Promise<boolean> {
  const { contract, target, range, accepted_at: at, key } = accepted;
  const stored = await storedAcceptance(tx, contract, target);
  if (stored !== undefined && stored.accepted_at >= at) return false;
  await tx.run(
    `insert into acceptance (contract, target, range, accepted_at, key, read_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (contract, target) do update set range = excluded.range, accepted_at = excluded.accepted_at,
       key = excluded.key, read_at = excluded.read_at`,
    [contract, target, range, at, key, isoTime(nowMs)],
  );
  return true;
}
