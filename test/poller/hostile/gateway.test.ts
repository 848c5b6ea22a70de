import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { freshBucket, testServer } from '../../support/gateway.ts';
import { envelope, INBOX, makeWorld, sha256, SYSTEM, type World } from '../world.ts';
import { CANDIDATE_NAMES, IGNORED_NAMES } from './names.ts';

// Hundreds of requests to a server that shares the machine.
vi.setConfig({ testTimeout: 240_000 });

/** Another program that may read and write the bucket, with whatever names and metadata the server takes. */
interface Stranger {
  /** False when the server, or HTTP itself, refuses the key or the metadata. */
  put(key: string, body: string, metadata?: Record<string, string>): Promise<boolean>;
  keys(prefix: string): Promise<string[]>;
  get(key: string): Promise<{ body: string; metadata: Record<string, string> }>;
}

async function makeBucket(): Promise<{ world: World; stranger: Stranger }> {
  const { bucket: Bucket, url } = await freshBucket();
  const { endpoint, region } = testServer();
  const client = new S3Client({ endpoint, region, forcePathStyle: true, maxAttempts: 1 });
  onTestFinished(() => client.destroy());
  const stranger: Stranger = {
    put: async (Key, Body, Metadata = {}) => {
      try {
        await client.send(new PutObjectCommand({ Bucket, Key, Body, Metadata }));
        return true;
      } catch (thrown) {
        if (isRefused(thrown)) return false;
        throw thrown;
      }
    },
    keys: async (Prefix) => {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix, EncodingType: 'url' }));
      return Contents.map(({ Key = '' }) => decodeURIComponent(Key.replaceAll('+', ' ')));
    },
    get: async (Key) => {
      const { Body, Metadata = {} } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return { body: (await Body?.transformToString()) ?? '', metadata: Metadata };
    },
  };
  return { world: await makeWorld({ storeUrl: url }), stranger };
}

function isRefused(thrown: unknown): boolean {
  const isByServer = thrown instanceof S3ServiceException && thrown.$fault === 'client';
  return isByServer || (thrown as NodeJS.ErrnoException).code === 'ERR_INVALID_CHAR';
}

/** The longest key that S3 has. */
const MAX_KEY_BYTES = 1024;
const FREE_BYTES = MAX_KEY_BYTES - INBOX.length - '.json'.length;
const LONG_NAMES = [`${'x'.repeat(FREE_BYTES)}.json`, `${'é'.repeat(Math.floor(FREE_BYTES / 2))}.json`];
/** What no file system can have for a name. */
const PATH_NAMES = ['/a.json', './a.json', '../a.json', 'a/../b.json', 'a//b.json', '../../archive/a.json'];

function bodyOf(name: string): string {
  return JSON.stringify(envelope({ change: { note: name } }));
}

test('every hostile key that the gateway takes gets its verdict or is counted, and its bytes are kept under a harmless one', async () => {
  const { world, stranger } = await makeBucket();
  const candidates = [...CANDIDATE_NAMES, ...LONG_NAMES];
  const ignored = [...IGNORED_NAMES, ...PATH_NAMES];
  for (const name of [...candidates, ...ignored])
    expect([name, await stranger.put(INBOX + name, bodyOf(name))]).toEqual([name, true]);
  expect(await world.poll()).toMatchObject({
    listed: candidates.length,
    ignored: ignored.length,
    quarantined: candidates.length,
    retried: 0,
    alerts: 0,
  });
  const rows = await world.database.query<{ key: string }>("select key from file where state = 'quarantined'");
  expect(rows.map(({ key }) => key).toSorted()).toEqual(candidates.map((name) => INBOX + name).toSorted());
  const left = await stranger.keys('');
  expect(left.filter((key) => key.startsWith('exports/')).toSorted()).toEqual(
    ignored.map((name) => INBOX + name).toSorted(),
  );
  const ours = new RegExp(
    `^(?:quarantine|receipts)/${SYSTEM}/lead-batches/(?:\\d{4}/\\d\\d/\\d\\d/)?[\\w-]{1,128}\\.[0-9a-f]{16}(?:\\.reason)?\\.json$`,
  );
  expect(left.filter((key) => !key.startsWith('exports/') && !ours.test(key))).toEqual([]);
  const kept = left.filter((key) => /^quarantine\/.*\/[^/]*$/.test(key) && !key.endsWith('.reason.json'));
  const bodies = new Set(await Promise.all(kept.map(async (key) => (await stranger.get(key)).body)));
  expect(candidates.filter((name) => !bodies.has(bodyOf(name)))).toEqual([]);
  await world.auditEvents();
});

const GOOD_SHA256 = sha256(JSON.stringify(envelope()));
const MISMATCH = 'CHECKSUM_MISMATCH';

/** What is stated beside a good batch, and its code: null where the batch is taken. */
const STATED: [what: string, metadata: string, code: string | null][] = [
  ['nothing', '{}', null],
  ['the truth', `{"sha256":"${GOOD_SHA256}"}`, null],
  ['the truth, its name in capitals', `{"SHA256":"${GOOD_SHA256}"}`, null],
  ['other bytes', `{"sha256":"${'a'.repeat(64)}"}`, MISMATCH],
  ['other bytes, its name in capitals', `{"SHA256":"${'a'.repeat(64)}"}`, MISMATCH],
  ['the truth in capitals', `{"sha256":"${GOOD_SHA256.toUpperCase()}"}`, MISMATCH],
  ['no hash', '{"sha256":"none"}', MISMATCH],
  ['a hash of 1 kB', `{"sha256":"${'0'.repeat(1024)}"}`, MISMATCH],
  ['another batch, contract, revision, target and size', '{"batch-id":"x","contract":"x","revision":"9","target":"x","bytes":"1"}', null],
  ['names of the prototype', '{"__proto__":"x","constructor":"x","toString":"x","hasownproperty":"x"}', null],
  ['spaces around', '{"batch-id":"  x  ","contract":"\\t"}', null],
  ['accents', '{"batch-id":"é","note":"ü"}', null],
  ['a climb', '{"batch-id":"../../x","target":"..%2f"}', null],
  ['2 kB', `{"statement":"${'x'.repeat(1_900)}"}`, null],
]; // prettier-ignore

test('metadata of a bucket that lies about the bytes is refused after a second read, and all other metadata stops nothing', async () => {
  const { world, stranger } = await makeBucket();
  const body = JSON.stringify(envelope());
  for (const [what, metadata, code] of STATED) {
    const [before = 0] = (await world.database.query<{ n: number }>('select coalesce(max(id), 0) as n from file')).map(
      ({ n }) => n,
    );
    expect([
      what,
      await stranger.put(`${INBOX}sxp_2026_01_11_001.json`, body, JSON.parse(metadata) as Record<string, string>),
    ]).toEqual([what, true]);
    expect(await world.poll()).toMatchObject({ listed: 1, retried: 0, alerts: 0, quarantined: code === null ? 0 : 1 });
    const [row] = await world.database.query('select state, code, attempts from file where id > $1', [before]);
    // The first one is taken; the same bytes again are a duplicate of it.
    const good = { state: 'done', code: before === 0 ? null : 'DUPLICATE', attempts: 1 };
    expect([what, row]).toEqual([what, code === null ? good : { state: 'quarantined', code, attempts: 2 }]);
    expect(await stranger.keys(INBOX)).toEqual([]);
  }
  const kept = (await stranger.keys('')).filter(
    (key) => /^(?:archive|quarantine)\//.test(key) && !key.endsWith('.reason.json'),
  );
  expect(kept).toHaveLength(2);
  for (const key of kept) expect(await stranger.get(key)).toMatchObject({ body, metadata: { sha256: GOOD_SHA256 } });
  expect(await world.count('select count(*) from lead_card')).toBe(3);
  await world.auditEvents();
});
