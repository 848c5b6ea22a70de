import { expect } from 'vitest';
import { CONSUMER } from '../place.ts';
import { BYSTANDER, type Delivered, keyOf } from './inbox.ts';
import { type CrashPlace, query } from './place.ts';
import { bytesOf, objectsIn, sha256, withStore } from './stores.ts';

/** Hexadecimal digits of the SHA-256 in a key. */
const HASH_DIGITS = 16;
const TIMEOUT_MS = 30_000;

interface Moved {
  readonly id: number;
  readonly state: 'done' | 'quarantined';
  readonly code: string;
  readonly sha256: string;
  readonly destination: string;
}

/** Every object is accounted for by its key and its bytes, says what it has to say, and there is no other. */
export async function expectObjects(place: CrashPlace, delivered: readonly Delivered[]): Promise<void> {
  const objects = await objectsIn(place);
  const expected = new Map(delivered.filter(isWaiting).map((file) => [keyOf(file), sha256(file.body)]));
  expected.set(BYSTANDER.key, sha256(BYSTANDER.body));
  const moved = movedFiles(place);
  for (const { id, destination } of moved) expected.set(destination, sha256(bodyOf(place, delivered, id)));
  const refused = moved.filter(({ state }) => state === 'quarantined');
  for (const file of refused) expected.set(reasonOf(file), objects.get(reasonOf(file)) ?? 'no reason beside it');
  const receipts = new Map(delivered.filter(isAnswered).map((file) => [receiptOf(file), file]));
  for (const key of receipts.keys()) expected.set(key, objects.get(key) ?? 'no receipt');
  expect(Object.fromEntries(objects)).toEqual(Object.fromEntries(expected));
  for (const file of refused) expect(await documentAt(place, reasonOf(file))).toMatchObject({ code: file.code });
  for (const [key, file] of receipts) expect(await documentAt(place, key), key).toMatchObject(answerTo(file));
  await expectStated(place, moved);
}

/** Copies in the archive and in quarantine carry the hash that we computed, whatever their source had. */
async function expectStated(place: CrashPlace, moved: readonly Moved[]): Promise<void> {
  await withStore(place, async (store) => {
    for (const { destination, sha256: computed } of moved) {
      const head = await store.head(destination, AbortSignal.timeout(TIMEOUT_MS));
      if (computed !== null) expect(head?.metadata['sha256'], destination).toBe(computed);
    }
  });
}

function movedFiles(place: CrashPlace): Moved[] {
  const moved = `select id, state, code, sha256, destination from file where state in ('done', 'quarantined')`;
  return query<Moved>(place, CONSUMER, moved);
}

function isWaiting({ state }: Delivered): boolean {
  return state === 'held' || state === 'skipped';
}

/** Whoever sent it is told, unless it was for somebody else or had nothing in it. */
function isAnswered({ state, body }: Delivered): boolean {
  return state !== 'skipped' && body !== '';
}

function receiptOf({ name, body }: Delivered): string {
  return `receipts/${CONSUMER}/lead-batches/${name}.${sha256(body).slice(0, HASH_DIGITS)}.json`;
}

function answerTo({ name, body, verdict }: Delivered): object {
  return { batch_id: name, sha256: sha256(body), verdict: verdict === 'duplicate' ? 'ingested' : verdict };
}

/** Rows are in the order of the deliveries. */
function bodyOf(place: CrashPlace, delivered: readonly Delivered[], id: number): string {
  const [row] = query<{ n: number }>(place, CONSUMER, `select count(*) as n from file where id < ${id}`);
  return delivered[row?.n ?? -1]?.body ?? '';
}

function reasonOf({ destination }: Moved): string {
  return destination.replace(/[.]json$/, '.reason.json');
}

async function documentAt(place: CrashPlace, key: string): Promise<unknown> {
  const bytes = await withStore(place, (store) => bytesOf(store, key, AbortSignal.timeout(TIMEOUT_MS)));
  return JSON.parse(bytes.toString('utf8'));
}
