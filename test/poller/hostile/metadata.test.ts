import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dropByHand, envelope, INBOX, makeWorld, sha256, type World } from '../world.ts';

const ID = 'sxp_2026_01_11_001';
const NAME = `${ID}.json`;
const GOOD = JSON.stringify(envelope());
const BAD = GOOD.slice(0, -1);

function sidecarPath(world: World): string {
  return join(world.folder, 'bucket', '.meta', INBOX, NAME);
}

/** Puts a file as a producer does and rewrites its metadata as nobody who uses the program can. */
async function putWith(world: World, body: string, change: (sidecar: object) => string): Promise<void> {
  await world.put(NAME, body, {});
  const sidecar = JSON.parse(await readFile(sidecarPath(world), 'utf8')) as object;
  await writeFile(sidecarPath(world), change(sidecar));
}

/** `text` is the JSON of the metadata, because no object literal has a member `__proto__`. */
function stating(text: string): (sidecar: object) => string {
  return (sidecar) => JSON.stringify({ ...sidecar, metadata: 'here' }).replace('"here"', text);
}

const LIES_ABOUT_THE_HASH: [what: string, stated: string][] = [
  ['of other bytes', sha256('other')],
  ['in capitals', sha256(GOOD).toUpperCase()],
  ['in base64', Buffer.from(sha256(GOOD), 'hex').toString('base64')],
  ['with a space', `${sha256(GOOD)} `],
  ['cut short', sha256(GOOD).slice(0, 63)],
  ['that is none', 'sha256'],
  ['that is empty', ''],
  ['of 1 kB', '0'.repeat(1024)],
  ['with a line break', `${sha256(GOOD)}\n`],
  ['of characters that only look like digits', sha256(GOOD).replaceAll('a', 'а')],
];

test.each(LIES_ABOUT_THE_HASH)(
  'a SHA-256 %s is read twice, then refused, and the bytes are kept',
  async (_what, stated) => {
    const world = await makeWorld();
    await putWith(world, GOOD, stating(JSON.stringify({ sha256: stated })));
    expect(await world.poll()).toMatchObject({ ingested: 0, quarantined: 1, retried: 0, alerts: 0 });
    expect(await world.database.query('select code, attempts, failures from file')).toEqual([
      { code: 'CHECKSUM_MISMATCH', attempts: 2, failures: 0 },
    ]);
    await expectKept(world, 'quarantine/', GOOD);
    expect(await world.count('select count(*) from lead_card')).toBe(0);
  },
);

/** What the metadata may say besides the hash: the document speaks for itself. */
const OTHER_METADATA: [what: string, text: string][] = [
  ['nothing', '{}'],
  ['another batch', '{"batch-id":"sxp_2026_01_11_999"}'],
  ['another contract', '{"contract":"execution-handoff-context"}'],
  ['another revision', '{"revision":"9.9.9"}'],
  ['another target', '{"target":"outreach-global"}'],
  ['another size', '{"bytes":"1","content-length":"1"}'],
  ['a climb', '{"batch-id":"../../etc/passwd","target":"../x"}'],
  ['a hash under another name', `{"Sha256":"${'a'.repeat(64)}","SHA256":"x","sha-256":"x"}`],
  ['spaces around', '{"batch-id":" x ","contract":" ","revision":"x "}'],
  ['nothing in a value', '{"batch-id":"","target":""}'],
  ['what cannot be printed', '{"batch-id":"a\\u0000b","contract":"a\\nb","revision":"\\u001b[2J","target":"é"}'],
  ['half a character', '{"batch-id":"\\ud800"}'],
  ['names of the prototype', '{"__proto__":"x","constructor":"x","toString":"x","hasOwnProperty":"x"}'],
  ['names that are none', '{"":"x"," ":"x","a/b":"x","a\\u0000":"x","A B":"x"}'],
  ['1,600 characters', `{"batch-id":"${'x'.repeat(1_600)}"}`],
  ['12 kB', `{"statement":"${'x'.repeat(12_000)}"}`],
  ['a thousand names', `{${Array.from({ length: 1_000 }, (_, index) => `"n${index}":"x"`).join(',')}}`],
  ['a list instead of names', '[]'],
];

describe.each(OTHER_METADATA)('metadata of %s', (_what, text) => {
  test('does not stop a good batch', async () => {
    const world = await makeWorld();
    await putWith(world, GOOD, stating(text));
    expect(await world.poll()).toMatchObject({ ingested: 1, archived: 1, quarantined: 0, retried: 0, alerts: 0 });
    await expectKept(world, 'archive/', GOOD);
    expect(await world.keys(INBOX)).toEqual([]);
  });

  test('does not stop the quarantine of a bad one, and is not blamed', async () => {
    const world = await makeWorld();
    await putWith(world, BAD, stating(text));
    expect(await world.poll()).toMatchObject({ ingested: 0, quarantined: 1, retried: 0, alerts: 0 });
    expect(await world.database.query('select state, code from file')).toEqual([
      { state: 'quarantined', code: 'JSON_INVALID' },
    ]);
    await expectKept(world, 'quarantine/', BAD);
    expect(await world.keys(INBOX)).toEqual([]);
  });
});

/** The one object under the prefix that has these bytes, with a hash that is true; and a sound log. */
async function expectKept(world: World, prefix: string, body: string): Promise<void> {
  const keys = (await world.keys(prefix)).filter((key) => !key.endsWith('.reason.json'));
  expect(keys).toHaveLength(1);
  const [key = ''] = keys;
  expect(await readFile(join(world.folder, 'bucket', key), 'utf8')).toBe(body);
  const head = await world.store.head(key, world.deps.signal);
  expect(head?.metadata['sha256']).toBe(sha256(body));
  expect(Object.values(head?.metadata ?? {}).every((value) => /^[!-~]([ -~]*[!-~])?$/.test(value))).toBe(true);
  await world.auditEvents();
}

const BROKEN_SIDECARS: [what: string, change: (sidecar: object) => string][] = [
  ['nothing', () => ''],
  ['zeros', () => '\0'.repeat(500)],
  ['half of itself', (sidecar) => JSON.stringify(sidecar).slice(0, -10)],
  ['null', () => 'null'],
  ['a list', () => '[]'],
  ['a number', () => '1'],
  ['no metadata', (sidecar) => JSON.stringify({ ...sidecar, metadata: undefined })],
  ['metadata that is null', stating('null')],
  ['metadata that is text', stating('"sha256"')],
  ['a value that is no text', stating('{"sha256":1}')],
  ['a value that is a list', stating('{"sha256":["x"]}')],
  ['numbers where texts belong', (sidecar) => JSON.stringify(sidecar).replaceAll(/"(\d+)"/g, '$1')],
  ['more than a sidecar may have', stating(`{"x":"${'x'.repeat(20_000)}"}`)],
  ['20 MB', stating(`{"x":"${'x'.repeat(20_000_000)}"}`)],
  ['10,000 levels', () => '['.repeat(10_000)],
  ['a second sidecar behind the first', (sidecar) => JSON.stringify(sidecar).repeat(2)],
];

test.each(BROKEN_SIDECARS)(
  'a sidecar of %s ends the run with a clear word; the file waits in the inbox, unblamed, and the others are taken',
  async (_what, change) => {
    const world = await makeWorld();
    await putWith(world, GOOD, change);
    await dropByHand(world, NAME, GOOD); // its age: what is young and has no sidecar may still be growing
    const other = 'sxp_2026_01_11_002';
    await world.put(`${other}.json`, JSON.stringify(envelope({ id: other })));
    await expect(world.poll()).rejects.toMatchObject({ code: 'corrupt' });
    expect(await world.database.query('select batch_id from batch')).toEqual([{ batch_id: other }]);
    expect(await world.database.query(`select state, failures, crashes from file where key like '%${NAME}'`)).toEqual([
      { state: 'retry_wait', failures: 0, crashes: 0 },
    ]);
    expect(await world.keys(INBOX)).toEqual([INBOX + NAME]);
    await world.auditEvents();
  },
);

test('a sidecar of another file is none: the batch is taken as one that was dropped by hand', async () => {
  const world = await makeWorld();
  await putWith(world, GOOD, (sidecar) =>
    JSON.stringify({ ...sidecar, sizeBytes: '1', metadata: { sha256: 'a'.repeat(64) } }),
  );
  await dropByHand(world, NAME, GOOD);
  expect(await world.poll()).toMatchObject({ ingested: 1, archived: 1 });
});
