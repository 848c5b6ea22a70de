import { createHash } from 'node:crypto';
import { openBooks, type Books } from './books.ts';
import { CONSUMER, type Delivery, INBOX, PRODUCER } from './deliveries.ts';
import { leftovers } from './leftovers.ts';
import { allKeys, bytesOf, type TorturePlace } from './place.ts';
import { runHandoff } from './processes.ts';

/** Everything that is not as it must be, a sentence each. */
export interface Judgement {
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  readonly orphans: readonly string[];
  readonly wronglyBlamed: readonly string[];
  /** What the audit logs' own verification found. */
  readonly unsound: readonly string[];
}

/** An object that is in the store at the end. */
interface Kept {
  readonly key: string;
  readonly sha256: string;
}

export async function judge(
  place: TorturePlace,
  delivered: readonly Delivery[],
  exportedLeads: readonly string[],
): Promise<Judgement> {
  const kept: Kept[] = [];
  for (const key of await allKeys(place)) {
    kept.push({
      key,
      sha256: createHash('sha256')
        .update(await bytesOf(place, key))
        .digest('hex'),
    });
  }
  const books = openBooks(place.folder);
  try {
    const leads = countLeads(books, exportedLeads);
    return {
      lost: [...lostBytes(kept, delivered), ...lostRows(books, delivered), ...leads.lost],
      twice: [...doubledRows(books, delivered), ...leads.twice],
      orphans: [...strays(kept, books, delivered), ...leftovers(place)],
      wronglyBlamed: blamed(books, delivered),
      unsound: await unsoundLogs(place),
    };
  } finally {
    books.close();
  }
}

const FOLDER = { taken: 'archive/', refused: 'quarantine/', stays: INBOX } as const;

/** Whatever was put is in the archive, in quarantine, or waits in the inbox, as its fate says. */
function lostBytes(kept: readonly Kept[], delivered: readonly Delivery[]): string[] {
  const there = new Set(kept.map(({ key, sha256 }) => `${key.slice(0, key.indexOf('/') + 1)}${sha256}`));
  return delivered
    .filter(({ fate, sha256 }) => !there.has(`${fate.end === 'stays' ? 'exports/' : FOLDER[fate.end]}${sha256}`))
    .map(({ key, sha256, fate }) => `the bytes ${sha256} of ${key} are not in ${FOLDER[fate.end]}`);
}

function lostRows(books: Books, delivered: readonly Delivery[]): string[] {
  return taken(delivered).flatMap(({ batchId, sha256, records }) => {
    const rows = rowsOf(books, batchId);
    if (books.hasTaken(batchId, sha256) && rows >= records) return [];
    return [`${batchId} has ${rows} of ${records} rows, in the ledger: ${books.hasTaken(batchId, sha256)}`];
  });
}

function doubledRows(books: Books, delivered: readonly Delivery[]): string[] {
  return taken(delivered).flatMap(({ batchId, records }) =>
    rowsOf(books, batchId) > records ? [`${batchId} has ${rowsOf(books, batchId)} rows, not ${records}`] : [],
  );
}

function taken(delivered: readonly Delivery[]): { batchId: string; sha256: string; records: number }[] {
  return delivered.flatMap(({ batchId, sha256, fate }) =>
    fate.end === 'taken' ? [{ batchId, sha256, records: fate.records }] : [],
  );
}

function rowsOf(books: Books, batchId: string): number {
  const [row] = books.query<{ n: number }>('select count(*) as n from lead_card where batch_id = ?', batchId);
  return row?.n ?? 0;
}

/** Each lead that was exported stands in exactly one batch. */
function countLeads(books: Books, leads: readonly string[]): { lost: string[]; twice: string[] } {
  const rows = books.query<{ lead_id: string; n: number }>(
    `select lead_id, count(*) as n from lead_card where batch_id like 'sxp%' group by lead_id`,
  );
  const counts = new Map(rows.map(({ lead_id, n }) => [lead_id, n]));
  return {
    lost: leads.filter((id) => !counts.has(id)).map((id) => `the exported lead ${id} has no row`),
    twice: leads.filter((id) => (counts.get(id) ?? 0) > 1).map((id) => `the exported lead ${id} has several rows`),
  };
}

/** Objects that nothing in the books explains, and reasons without their file. */
function strays(kept: readonly Kept[], books: Books, delivered: readonly Delivery[]): string[] {
  const known = new Set([
    ...delivered.map(({ sha256 }) => sha256),
    ...books.query<{ sha256: string }>('select sha256 from batch').map(({ sha256 }) => sha256),
  ]);
  const keys = new Set(kept.map(({ key }) => key));
  const stays = delivered.filter(({ fate }) => fate.end === 'stays');
  const staying = new Set(stays.map(({ key, sha256 }) => `${key} ${sha256}`));
  const isExplained = ({ key, sha256 }: Kept): boolean => {
    if (key.startsWith('receipts/')) return true;
    if (key.startsWith('exports/')) return staying.has(`${key} ${sha256}`);
    if (key.endsWith('.reason.json')) return keys.has(key.replace('.reason.json', '.json'));
    return known.has(sha256);
  };
  return kept.filter((object) => !isExplained(object)).map(({ key }) => `nothing explains ${key}`);
}

/** A good file in quarantine, or a bad one for a reason that is not its own. */
function blamed(books: Books, delivered: readonly Delivery[]): string[] {
  const fates = new Map(delivered.map((delivery) => [`${delivery.key} ${delivery.sha256}`, delivery.fate]));
  const empty = delivered.filter(({ body }) => body.length === 0).map(({ key }) => key);
  return books
    .query<{ key: string; sha256: string | null; code: string; state: string }>(
      `select key, sha256, code, state from file where verdict = 'quarantined'`,
    )
    .filter(({ key, sha256, code }) => {
      if (code === 'EMPTY_FILE') return !empty.includes(key);
      const fate = fates.get(`${key} ${sha256}`);
      return fate?.end !== 'refused' || fate.code !== code;
    })
    .map(({ key, code, state }) => `${key} is ${state} for ${code}`);
}

async function unsoundLogs(place: TorturePlace): Promise<string[]> {
  const findings: string[] = [];
  for (const system of [PRODUCER, CONSUMER]) {
    const args = ['audit', 'verify', '--json', '--system', system];
    const { code, stdout, stderr } = await runHandoff({ folder: place.folder, env: place.env, args });
    if (code !== 0) findings.push(`the audit log of ${system}: ${stdout}${stderr}`);
  }
  return findings;
}
