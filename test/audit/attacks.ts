import { copyFileSync } from 'node:fs';
import type { FoundNote, NoteSigner } from '../../src/audit/index.ts';
import type { ObjectStore } from '../../src/objectstore/index.ts';
import { checkpointerOf, freshStore, newSigner } from './open-anchored.ts';
import { freshLogUrl, handoff, openLog } from './open-log.ts';
import { edited, forgetReach, type LogRow, rawly, rechained, rehashed, rewriteRows } from './tampering.ts';

/** A log of twelve entries with checkpoints of 4 and 8, in its own table, in a store, and at a counterparty. */
export interface AnchoredLog {
  readonly url: string;
  readonly store: ObjectStore;
  readonly signer: NoteSigner;
  readonly copies: readonly FoundNote[];
}

export async function anchoredLog(): Promise<AnchoredLog> {
  const [url, store, signer] = [freshLogUrl(), await freshStore(), newSigner()];
  const copies = await grow(url, { store, signer }, { from: 1, to: 6, cutAfter: [2, 4] });
  return { url, store, signer, copies };
}

interface Growth {
  readonly from: number;
  readonly to: number;
  /** Numbers of handoffs. */
  readonly cutAfter: readonly number[];
}

async function grow(
  url: string,
  around: { readonly store: ObjectStore; readonly signer: NoteSigner },
  { from, to, cutAfter }: Growth,
): Promise<FoundNote[]> {
  const copies: FoundNote[] = [];
  await using log = await openLog(url);
  const checkpointer = checkpointerOf(log.database, around);
  for (let number = from; number <= to; number += 1) {
    await log.append(...handoff(number));
    const cut = cutAfter.includes(number) ? await checkpointer.cut() : undefined;
    if (cut !== undefined) copies.push({ where: `copy of ${cut.size}`, bytes: Buffer.from(cut.note) });
  }
  return copies;
}

type Change = (rows: LogRow[]) => LogRow[];

/** By somebody who also makes the database forget how far the log reached. */
function rewriting(change: Change): (log: AnchoredLog) => Promise<string> {
  return async ({ url }) => {
    rewriteRows(url, change);
    forgetReach(url);
    return url;
  };
}

function atFive(change: (row: LogRow) => LogRow): Change {
  return (rows) => rows.map((row) => (row.seq === 5 ? change(row) : row));
}

const withOtherOutcome = (row: LogRow): LogRow => edited(row, { outcome: 'failure' });
const withoutFive: Change = (rows) => rows.filter(({ seq }) => seq !== 5);

/** Named as in fixtures/audit/attacks.json, which says what each must come to. Each gives the database to verify. */
export const ATTACKS: Readonly<Record<string, (log: AnchoredLog) => Promise<string>>> = {
  edited: rewriting(atFive(withOtherOutcome)),
  'edited and re-hashed': rewriting(atFive((row) => rehashed(withOtherOutcome(row)))),
  'edited and re-chained': rewriting((rows) => rechained(atFive(withOtherOutcome)(rows))),
  'middle row deleted': rewriting(withoutFive),
  'deleted, renumbered and re-chained': rewriting((rows) => rechained(withoutFive(rows))),
  'truncated before an anchor': rewriting((rows) => rows.slice(0, 6)),
  'truncated after the last anchor': rewriting((rows) => rows.slice(0, 10)),
  reordered: rewriting((rows) => rows.with(4, { ...rows[5]!, seq: 5 }).with(5, { ...rows[4]!, seq: 6 })),
  'back-dated row inserted': rewriting(insertBackDated),
  'wiped and rewritten': rewriting((rows) => rechained(rows.map((row) => edited(row, { actor: 'somebody:else' })))),
  'wiped to empty': rewriting(() => []),
  'forked: two histories, one key': fork,
};

/** After number 5, with the time and the link that it would have had; the others move up and are not chained again. */
function insertBackDated(rows: LogRow[]): LogRow[] {
  const before = rows[4]!;
  const forged = edited(before, { seq: 6, prev_hash: before.entry_hash, event: 'handoff.verified' });
  const moved = rows.slice(5).map((row) => ({ ...row, seq: row.seq + 1 }));
  return [...rows.slice(0, 5), rehashed({ ...forged, seq: 6 }), ...moved];
}

/** The database as it was at 6 entries goes on in other hands, with the key, and with a store of its own. */
async function fork({ url, signer }: AnchoredLog): Promise<string> {
  const other = freshLogUrl();
  copyFileSync(url.slice('sqlite:'.length), other.slice('sqlite:'.length));
  rewriteRows(other, (rows) => rows.slice(0, 6));
  forgetReach(other);
  rawly(other, (connection) => connection.exec('delete from audit_checkpoint where size > 6'));
  await grow(other, { store: await freshStore(), signer }, { from: 104, to: 106, cutAfter: [104] });
  return other;
}

/** The attacker leaves no checkpoint in the database that could speak. */
export function forgetCheckpoints(url: string): void {
  rawly(url, (connection) => connection.exec('delete from audit_checkpoint'));
}
