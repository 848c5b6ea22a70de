import { describe, expect, test } from 'vitest';
import { releaseQuarantined, replayBatch, type TrustPolicy } from '../../src/poller/index.ts';
import { signedWithPublicKey } from '../contract/statement/signed.ts';
import { batch, believing, makeStatementWorld, newSigning, type StatementWorld, trusting } from './statement-world.ts';
import { INBOX, lead, ROUTES, sha256 } from './world.ts';

/** A plan and a poll give the same verdict; nothing of a refused batch is stored. */
async function expectRefused(world: StatementWorld, trust: TrustPolicy | undefined, code: string): Promise<void> {
  expect(await world.plan(trust)).toEqual([code]);
  const report = await world.pollTrusting(trust);
  expect(report).toMatchObject({ quarantined: 1, ingested: 0, records: 0 });
  expect(await world.codes()).toEqual([code]);
  expect(await world.count('select count(*) from lead_card')).toBe(0);
  expect(await world.count('select count(*) from batch')).toBe(0);
  expect(await world.count('select count(*) from stream')).toBe(0);
  expect(await world.keys('archive/')).toEqual([]);
  await world.auditEvents();
}

test('a batch with a good statement is taken, the audit log names the key, and the archive copy keeps the proof', async () => {
  const world = await makeStatementWorld();
  const signing = await newSigning();
  await world.deliver(1, signing);
  expect(await world.plan(believing(signing))).toEqual(['ingested']);
  expect(await world.pollTrusting(believing(signing, {}, true))).toMatchObject({ ingested: 1, alerts: 0 });
  expect(await world.details('handoff.verified')).toEqual([
    { statement: 'verified', kid: signing.key.kid, stream_seq: 1 },
  ]);
  const [archived] = await world.keys('archive/');
  const head = await world.store.head(archived ?? '', world.deps.signal);
  expect(head?.metadata['statement']).toBe(await signing.sign(batch(1).payload));
});

describe('without a statement', () => {
  test('a batch is taken, and the audit log says that nobody signed it', async () => {
    const world = await makeStatementWorld();
    await world.put(batch(1).name, batch(1).body);
    expect(await world.pollTrusting(believing(await newSigning()))).toMatchObject({ ingested: 1 });
    expect(await world.details('handoff.verified')).toEqual([{ statement: 'unsigned' }]);
  });

  test('where statements are required it is STATEMENT_MISSING', async () => {
    const world = await makeStatementWorld();
    await world.put(batch(1).name, batch(1).body);
    await expectRefused(world, believing(await newSigning(), {}, true), 'STATEMENT_MISSING');
  });

  test('where statements are required, what is addressed to another system stays in the inbox', async () => {
    const world = await makeStatementWorld();
    await world.put(batch(1).name, batch(1, { target: 'outreach-global' }).body);
    expect(await world.pollTrusting(believing(await newSigning(), {}, true))).toMatchObject({ skipped: 1 });
    expect(await world.keys(INBOX)).toHaveLength(1);
  });
});

test('where nobody says whom to believe, a statement is not looked at, and the audit log says so', async () => {
  const world = await makeStatementWorld();
  await world.put(batch(1).name, batch(1).body, { statement: 'nonsense' });
  expect(await world.pollTrusting(undefined)).toMatchObject({ ingested: 1 });
  expect(await world.details('handoff.verified')).toEqual([{ statement: 'not verified: no trusted keys' }]);
  expect(await world.count('select count(*) from stream')).toBe(0);
});

test.each([
  ['a key that nobody trusts', {}, 'KEY_UNTRUSTED'],
  ['a key that was revoked', { revoked_at: '2026-01-12T00:00:00Z' }, 'KEY_UNTRUSTED'],
  ['a key that had expired', { valid_until: '2026-01-10T00:00:00Z' }, 'KEY_UNTRUSTED'],
  ['a key that had expired before it came, and dates back', { valid_until: '2026-01-12T00:00:00Z' }, 'KEY_UNTRUSTED'],
  ['a key that was retired before it came', { retired_at: '2026-01-12T00:00:00Z' }, 'KEY_UNTRUSTED'],
  ['a key of another system', { system: 'geo-os' }, 'KEY_UNTRUSTED'],
] as const)('signed with %s: %s', async (what, change, code) => {
  const world = await makeStatementWorld();
  const signing = await newSigning();
  await world.deliver(1, signing);
  await expectRefused(world, what === 'a key that nobody trusts' ? trusting([]) : believing(signing, change), code);
});

test('a date in the future: STATEMENT_INVALID', async () => {
  const world = await makeStatementWorld();
  const signing = await newSigning();
  await world.deliver(1, signing, { iat: Math.floor(Date.now() / 1_000) + 3_600 });
  await expectRefused(world, believing(signing), 'STATEMENT_INVALID');
});

test('HS256 with the public key as its secret: STATEMENT_INVALID', async () => {
  const world = await makeStatementWorld();
  const signing = await newSigning();
  const { name, body } = batch(1);
  await world.put(name, body, { sha256: sha256(body), statement: signedWithPublicKey(signing.key) });
  await expectRefused(world, believing(signing), 'STATEMENT_INVALID');
});

test.each([
  ['two statements', (text: string) => `${text}, ${text}`],
  ['an empty one', () => '-'],
  ['one that is too long', (text: string) => text.padEnd(1_700, 'A')],
])('with %s beside it: STATEMENT_INVALID', async (_what, change) => {
  const world = await makeStatementWorld();
  const signing = await newSigning();
  const { name, body, payload } = batch(1);
  await world.put(name, body, { sha256: payload.sha256, statement: change(await signing.sign(payload)) });
  await expectRefused(world, believing(signing), 'STATEMENT_INVALID');
});

describe('a good statement of a trusted key, beside something else than it speaks of', () => {
  test.each([
    ['contract', 'engagement-signal-batch'],
    ['schema_version', 'v2'],
    ['revision', '1.1.0'],
    ['batch_id', 'sxp_2026_01_11_002'],
    ['target', 'outreach-global'],
    ['key', 'exports/other/sxp_2026_01_11_001.json'],
    ['bytes', 1],
    ['sha256', 'c'.repeat(64)],
    ['records', 4],
    ['created_at', '2026-01-11T18:22:00.5Z'],
  ])('another %s: STATEMENT_INVALID', async (member, value) => {
    const world = await makeStatementWorld();
    const signing = await newSigning();
    await world.deliver(1, signing, { [member]: value });
    await expectRefused(world, believing(signing), 'STATEMENT_INVALID');
  });

  test('another source, whose key is trusted for that source: STATEMENT_INVALID', async () => {
    const world = await makeStatementWorld();
    const signing = await newSigning('geo-os');
    await world.deliver(1, signing, { source: 'geo-os' });
    await expectRefused(world, believing(signing, { system: 'geo-os' }), 'STATEMENT_INVALID');
  });

  test('replayed under another name: STATEMENT_INVALID', async () => {
    const world = await makeStatementWorld();
    const signing = await newSigning();
    const statement = await signing.sign(batch(1).payload);
    await world.put(batch(2).name, batch(2).body, { sha256: batch(2).payload.sha256, statement });
    await expectRefused(world, believing(signing), 'STATEMENT_INVALID');
  });

  test('other bytes of the same length: CHECKSUM_MISMATCH, also where the statement alone tells their hash', async () => {
    for (const metadata of [{ sha256: batch(1).payload.sha256 }, {}]) {
      const world = await makeStatementWorld();
      const signing = await newSigning();
      const statement = await signing.sign(batch(1).payload);
      const changed = batch(1).body.replace('2026-01-11T18:22:00Z', '2026-01-11T18:22:01Z');
      await world.put(batch(1).name, changed, { ...metadata, statement });
      const trust = believing(signing);
      expect(await world.plan(trust)).toEqual(['CHECKSUM_MISMATCH']);
      while ((await world.pollTrusting(trust)).quarantined === 0) expect(await world.keys(INBOX)).toHaveLength(1);
      expect(await world.codes()).toEqual(['CHECKSUM_MISMATCH']);
      expect(await world.count('select count(*) from lead_card')).toBe(0);
    }
  });

  test('other bytes, and metadata that was changed with them: STATEMENT_INVALID', async () => {
    const world = await makeStatementWorld();
    const signing = await newSigning();
    const statement = await signing.sign(batch(1).payload);
    const changed = batch(1).body.replace('2026-01-11T18:22:00Z', '2026-01-11T18:22:01Z');
    await world.put(batch(1).name, changed, { sha256: sha256(changed), statement });
    await expectRefused(world, believing(signing), 'STATEMENT_INVALID');
  });
});

test('a batch that is refused for what is in it keeps that code where its statement is good', async () => {
  const world = await makeStatementWorld();
  const signing = await newSigning();
  const { body, payload, name } = batch(1, { records: [lead(1, { confidence_score: 7 })] });
  await world.put(name, body, { sha256: payload.sha256, statement: await signing.sign(payload) });
  await world.pollTrusting(believing(signing));
  expect(await world.codes()).toEqual(['SCHEMA_INVALID']);
});

test('a batch that nobody trusted may have sent is refused for that, whatever else is wrong with it', async () => {
  const world = await makeStatementWorld();
  const { body, payload, name } = batch(1, { records: [lead(1, { confidence_score: 7 })] });
  const statement = await (await newSigning()).sign(payload);
  await world.put(name, body, { sha256: payload.sha256, statement });
  await world.pollTrusting(trusting([]));
  expect(await world.codes()).toEqual(['KEY_UNTRUSTED']);
});

test('a file of trusted keys that cannot be read ends the run, and no file is charged with it', async () => {
  const world = await makeStatementWorld();
  const signing = await newSigning();
  await world.deliver(1, signing);
  const trust = trusting([{ broken: true } as never]);
  await expect(world.pollTrusting(trust)).rejects.toMatchObject({ code: 'misconfigured' });
  expect(await world.count('select count(*) from file')).toBe(0);
  expect(await world.pollTrusting(believing(signing))).toMatchObject({ ingested: 1 });
});

test('a quarantined batch keeps its statement, and is taken after a release once its key is trusted', async () => {
  const world = await makeStatementWorld();
  const signing = await newSigning();
  await world.deliver(1, signing);
  await world.pollTrusting(trusting([]));
  const id = await world.count('select id from file');
  await releaseQuarantined(world.deps, String(id), 'operator:test');
  expect(await world.pollTrusting(believing(signing, {}, true))).toMatchObject({ ingested: 1 });
});

test('a replayed batch brings its statement along: a retired key still proves what came before', async () => {
  const world = await makeStatementWorld();
  const signing = await newSigning();
  await world.deliver(1, signing);
  await world.pollTrusting(believing(signing, {}, true));
  const retired = believing(signing, { retired_at: new Date(Date.now() + 1).toISOString() }, true);
  await replayBatch(world.deps, { routes: ROUTES, dryRun: false, actor: 'operator:test' }, batch(1).id);
  expect(await world.pollTrusting(retired)).toMatchObject({ duplicates: 1, quarantined: 0 });
  const revoked = believing(signing, { revoked_at: new Date(Date.now()).toISOString() }, true);
  await replayBatch(world.deps, { routes: ROUTES, dryRun: false, actor: 'operator:test' }, batch(1).id);
  expect(await world.pollTrusting(revoked)).toMatchObject({ duplicates: 0, quarantined: 1 });
});
