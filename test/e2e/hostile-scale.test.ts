import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { openStore, payloadOf } from '../../src/objectstore/index.ts';
import { BATCH_ID, HOSTILE_CASES, type HostileCase, ordinary, type Scale } from '../bench/hostile/cases.ts';
import { type Polled, pollFile, watchPoll } from '../bench/hostile/poll-process.ts';
import { freshBucket } from '../support/gateway.ts';
import { CONSUMER, INBOX } from './place.ts';

// Processes that start one after another take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** A small dose of what `npm run bench:hostile` gives in full, and measures. */
const DOSE: Scale = { hugeBytes: 20e6, largeBytes: 20e6, records: 40_000 };
const MAX_MEMORY_RATIO = 1.25;
/** What lies in buffers on the way to a server depends on how fast that one is. */
const MAX_BUCKET_MEMORY_RATIO = 1.5;

/** One of each kind that costs a reader memory when it is not careful. */
const CHOSEN = new Set([
  'one string in a record',
  'one string in the envelope',
  'one key in a record',
  'white space and nothing else',
  'white space between two records',
  'more than a file may have',
  '{"a":{"a":…',
  '[[[[… in a record',
  'a million small objects in the envelope',
  'records {}',
  'records with one lead_id',
  'smallest records and no end',
  'records of 1 MiB',
]);

let peer: Polled;

beforeAll(async () => {
  peer = await pollFile(ordinary(DOSE.hugeBytes));
});

test('the ordinary file that the others are measured by is taken', () => {
  expect(peer).toMatchObject({ outcome: 'ingested', kept: 'archive' });
  expect(peer.rows).toBeGreaterThan(30_000);
});

test.each(HOSTILE_CASES.filter(({ what }) => CHOSEN.has(what)))(
  '$what: $expected, its bytes are kept, and it takes no more memory than an ordinary file',
  async ({ expected, pieces, zeroBytes }: HostileCase) => {
    const polled = await pollFile(pieces(DOSE), zeroBytes);
    expect(polled.outcome).toBe(expected);
    expect(polled.kept).not.toBe('nowhere');
    expect(polled.rows).toBe(expected === 'ingested' ? polled.records : 0);
    expect(polled.peakBytes).toBeLessThan(MAX_MEMORY_RATIO * peer.peakBytes);
  },
);

test('one string in a record of a file in a bucket is spooled, refused and kept in bounded memory', async () => {
  const { url, env } = await freshBucket();
  const signal = AbortSignal.timeout(60_000);
  const store = await openStore(url);
  onTestFinished(() => store.close());
  const [hostile] = HOSTILE_CASES;
  const poll = async (pieces: HostileCase['pieces']): Promise<{ peakBytes: number; code: unknown }> => {
    const folder = mkdtempSync(join(tmpdir(), 'handoff-hostile-'));
    const bytes = Buffer.concat([...pieces(DOSE)].map((piece) => Buffer.from(piece)));
    expect(await store.putIfAbsent(`${INBOX}${BATCH_ID}.json`, payloadOf(bytes), {}, signal)).toBe('created');
    const { peakBytes } = await watchPoll(folder, { ...env, HANDOFF_STORE: url });
    const database = new Sqlite(join(folder, 'handoff-data', `${CONSUMER}.db`), { readonly: true });
    const code = database.prepare('select code, state from file').get();
    database.close();
    return { peakBytes, code };
  };
  const refused = await poll(hostile!.pieces);
  expect(refused.code).toEqual({ code: 'TOO_LARGE', state: 'quarantined' });
  const taken = await poll(() => ordinary(DOSE.hugeBytes));
  expect(taken.code).toEqual({ code: null, state: 'done' });
  expect(refused.peakBytes).toBeLessThan(MAX_BUCKET_MEMORY_RATIO * taken.peakBytes);
  const sizes: number[] = [];
  for await (const page of store.list(`quarantine/${CONSUMER}/`, { signal }))
    sizes.push(...page.map(({ sizeBytes }) => sizeBytes));
  expect(Math.max(...sizes)).toBeGreaterThan(DOSE.hugeBytes);
});

test('every chosen case is there', () => {
  const names = new Set(HOSTILE_CASES.map(({ what }) => what));
  expect([...CHOSEN].filter((what) => !names.has(what))).toEqual([]);
  expect(names.size).toBe(HOSTILE_CASES.length);
});
