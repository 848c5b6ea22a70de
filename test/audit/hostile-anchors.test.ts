import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  anchorKey,
  type FoundNote,
  latestCheckpoint,
  originOf,
  recordPeerCheckpoint,
  verifyAudit,
} from '../../src/audit/index.ts';
import { checkpointText } from '../../src/audit/checkpoint.ts';
import { type ObjectStore, openStore, payloadOf } from '../../src/objectstore/index.ts';
import { type AnchoredLog, anchoredLog } from './attacks.ts';
import { checkpointerOf, freshStore, newSigner, SYSTEM } from './open-anchored.ts';
import { openDatabase } from '../../src/database/index.ts';
import { handoff, openLog } from './open-log.ts';
import { rawly } from './tampering.ts';

const never = new AbortController().signal;

async function plant(store: ObjectStore, name: string, body: string | Uint8Array): Promise<void> {
  const key = `audit-checkpoints/${SYSTEM}/${name}`;
  await store.putIfAbsent(key, payloadOf(Buffer.from(body)), {}, never);
}

async function verdictOn({ url, store, signer }: AnchoredLog) {
  const database = await openDatabase(url);
  const verdict = await verifyAudit(database, { system: SYSTEM, verifiers: [signer.verifier], store });
  await database.close();
  return verdict;
}

function foreign(system: string, size: number): string {
  return newSigner(system).sign(checkpointText({ origin: originOf(system), size, headHash: 'ab'.repeat(32) }));
}

test.each<[string, string, string | Uint8Array, number]>([
  ['garbage', '6.note', 'garbage', 6],
  ['nothing at all', '6.note', '', 6],
  ['a huge object', '6.note', new Uint8Array(5_000_000), 6],
  ['a name that is no size', 'latest.note', 'x', 0],
  ['a folder deeper', 'x/6.note', 'x', 0],
  ['a checkpoint by a key that nobody knows', '6.note', foreign(SYSTEM, 6), 6],
  ['a longer log by a key that nobody knows', '600.note', foreign(SYSTEM, 600), 600],
  ['a checkpoint of another system', '6.note', foreign('outreach-global', 6), 6],
  ['bytes that are no text', '6.note', Buffer.from([0xff, 0xfe, 0, 1]), 6],
])('%s among the anchors is named, and says nothing against the log', async (_, name, body, seq) => {
  const log = await anchoredLog();
  await plant(log.store, name, body);
  const verdict = await verdictOn(log);
  expect(verdict).toMatchObject({ integrity: 'ok', evidence: 'disturbed', first_bad_seq: null, checkpoints: 2 });
  expect(verdict.findings).toMatchObject([{ seq, kind: 'stray' }]);
});

test('a signature under our key that our key did not make is named', async () => {
  const log = await anchoredLog();
  const [text, other] = [6, 7].map((size) =>
    checkpointText({ origin: originOf(SYSTEM), size, headHash: 'ab'.repeat(32) }),
  );
  await plant(log.store, '6.note', `${text}\n${log.signer.sign(other!).split('\n').at(-2)}\n`);
  const { findings } = await verdictOn(log);
  expect(findings).toMatchObject([{ seq: 6, kind: 'stray' }]);
  expect(findings[0]?.detail).toContain('not by the key');
});

test('a true checkpoint under another size is named, and still vouches for what it says', async () => {
  const log = await anchoredLog();
  await plant(log.store, '6.note', log.copies[1]!.bytes);
  const verdict = await verdictOn(log);
  expect(verdict).toMatchObject({ integrity: 'ok', checkpoints: 2 });
  expect(verdict.findings).toMatchObject([{ seq: 6, kind: 'stray' }]);
  expect(verdict.findings[0]?.detail).toContain('8 entries');
});

test('an anchor that was taken away, or replaced by garbage, is missed', async () => {
  for (const replaced of [false, true]) {
    const log = await anchoredLog();
    const key = anchorKey(SYSTEM, 4);
    await log.store.remove(key, (await log.store.head(key, never))!.etag, never);
    if (replaced) await plant(log.store, '4.note', 'garbage');
    const verdict = await verdictOn(log);
    expect(verdict).toMatchObject({ integrity: 'ok', evidence: 'disturbed', checkpoints: 2, unanchored_tail: 4 });
    expect(verdict.findings.map(({ kind, seq }) => [kind, seq])).toEqual([
      ...(replaced ? [['stray', 4]] : []),
      ['anchor-missing', 4],
    ]);
  }
});

test('an anchor that is put while the store is being read is not missed', async () => {
  await using log = await openLog();
  const [store, signer] = [await freshStore(), newSigner()];
  await log.append(...handoff(1));
  await checkpointerOf(log.database, { store, signer, signal: AbortSignal.abort() }).cut();
  // Copies are asked for when the store was listed, and before the log is read.
  const putMeanwhile = async function* (): AsyncIterable<FoundNote> {
    await checkpointerOf(log.database, { store, signer }).cut();
    const { note = '' } = (await latestCheckpoint(log.database)) ?? {};
    yield { where: 'copy', bytes: Buffer.from(note) };
  };
  const options = { system: SYSTEM, verifiers: [signer.verifier], store, copies: putMeanwhile() };
  const verdict = await verifyAudit(log.database, options);
  expect(verdict).toMatchObject({ evidence: 'ok', checkpoints: 1, unanchored_tail: 0, copies: 1, findings: [] });
  expect((await store.head(anchorKey(SYSTEM, 2), never))?.key).toBe(anchorKey(SYSTEM, 2));
});

test('an object that cannot even be opened is named, and ends no verification', async () => {
  const log = await anchoredLog();
  await plant(log.store, '6.note', 'x');
  const meta = join(log.store.location.slice('file:'.length), '.meta/audit-checkpoints', SYSTEM, '6.note');
  mkdirSync(dirname(meta), { recursive: true });
  writeFileSync(meta, 'no metadata');
  const verdict = await verdictOn(log);
  expect(verdict).toMatchObject({ integrity: 'ok', anchors: 'read', checkpoints: 2 });
  expect(verdict.findings).toMatchObject([{ seq: 6, kind: 'stray' }]);
});

test('more strange objects than are listed still disturb the evidence, and hide no break', async () => {
  const log = await anchoredLog();
  for (let size = 1_000; size < 1_150; size += 1) await plant(log.store, `${size}.note`, 'x');
  rawly(log.url, (connection) => connection.exec(`update audit_log set entry_hash = 'x' where seq = 12`));
  const verdict = await verdictOn(log);
  expect(verdict).toMatchObject({ integrity: 'broken', evidence: 'disturbed', first_bad_seq: 12 });
  expect(verdict.findings).toHaveLength(101);
});

test('a store that cannot be read is said, and the log is judged without it', async () => {
  const log = await anchoredLog();
  const store = await openStore('s3://nowhere/x?endpoint=http://127.0.0.1:9&region=none');
  const verdict = await verdictOn({ ...log, store });
  await store.close();
  expect(verdict).toMatchObject({ integrity: 'ok', anchors: 'unreachable', checkpoints: 2, unanchored_tail: 4 });
  expect(verdict.anchors_code).not.toBeNull();
});

test('without a key nothing is vouched for, and heads are compared all the same', async () => {
  const log = await anchoredLog();
  const keyless = async (url: string) => {
    const database = await openDatabase(url);
    const verdict = await verifyAudit(database, { system: SYSTEM, store: log.store });
    await database.close();
    return verdict;
  };
  const fine = { integrity: 'ok', evidence: 'ok', signatures: 'unchecked', checkpoints: 2, unanchored_tail: 12 };
  expect(await keyless(log.url)).toMatchObject(fine);
  await plant(log.store, '6.note', foreign(SYSTEM, 6));
  expect(await keyless(log.url)).toMatchObject({ integrity: 'broken', first_bad_seq: 5 });
});

test('an own checkpoint whose row or signature was changed is a break at its size', async () => {
  for (const change of [
    `update audit_checkpoint set head_hash = '${'ab'.repeat(32)}' where size = 8`,
    `update audit_checkpoint set note = 'x' where size = 8`,
    `update audit_checkpoint set note = substr(note, 1, length(note) - 4) || 'AA==' || char(10) where size = 8`,
  ]) {
    const log = await anchoredLog();
    rawly(log.url, (connection) => connection.exec(change));
    const verdict = await verdictOn(log);
    expect(verdict).toMatchObject({ integrity: 'broken', first_bad_seq: 8 });
    expect(verdict.findings).toMatchObject([{ kind: 'forged', seq: 8 }]);
  }
});

test('own checkpoints of a key that is not given are named, and vouch for nothing', async () => {
  const log = await anchoredLog();
  const verdict = await verdictOn({ ...log, signer: newSigner(), store: await freshStore() });
  expect(verdict).toMatchObject({ integrity: 'ok', evidence: 'disturbed', checkpoints: 0, unanchored_tail: 12 });
  expect(new Set(verdict.findings.map(({ kind }) => kind))).toEqual(new Set(['unknown-key', 'anchor-missing']));
});

test('what a peer says of its log is kept once for each head, and two heads of one size are a fork', async () => {
  await using log = await openLog();
  await log.append(...handoff(1));
  const signer = newSigner('social-xpress-engine');
  const note = (size: number, head: string) =>
    signer.sign(checkpointText({ origin: signer.name, size, headHash: head.repeat(32) }));
  const see = (text: string, system = 'social-xpress-engine', keys?: (typeof signer.verifier)[]) =>
    log.database.transaction((tx) =>
      recordPeerCheckpoint(tx, {
        system,
        note: text,
        seenIn: 'sxp_2026_01_11_001',
        seenAt: '2026-01-11T18:22:00.000Z',
        ...(keys === undefined ? {} : { verifiers: keys }),
      }),
    );
  expect(await see(note(5, 'ab'))).toEqual({ verdict: 'new', size: 5 });
  expect(await see(note(5, 'ab'), undefined, [signer.verifier])).toEqual({ verdict: 'known', size: 5 });
  expect(await see(note(9, 'ab'))).toEqual({ verdict: 'new', size: 9 });
  expect(await verifyAudit(log.database)).toMatchObject({ evidence: 'ok' });
  expect(await see(note(5, 'cd'))).toEqual({ verdict: 'forked', size: 5 });
  expect(await see(note(5, 'cd'))).toEqual({ verdict: 'forked', size: 5 });
  expect(await see('garbage')).toMatchObject({ verdict: 'refused' });
  expect(await see(note(7, 'ab'), 'another-system')).toMatchObject({ verdict: 'refused' });
  expect(await see(note(7, 'ab'), undefined, [newSigner().verifier])).toMatchObject({ verdict: 'refused' });
  const rows = await log.database.query(
    'select size, substr(head_hash, 1, 2) as head from audit_peer_checkpoint order by id',
  );
  expect(rows).toEqual([
    { size: 5, head: 'ab' },
    { size: 9, head: 'ab' },
    { size: 5, head: 'cd' },
  ]);
  const verdict = await verifyAudit(log.database);
  expect(verdict).toMatchObject({ integrity: 'ok', evidence: 'disturbed', first_bad_seq: null });
  expect(verdict.findings).toMatchObject([{ seq: 5, kind: 'peer-forked' }]);
  for (const sql of [
    `update audit_peer_checkpoint set note = 'x'`,
    'delete from audit_peer_checkpoint',
    'insert or replace into audit_peer_checkpoint select * from audit_peer_checkpoint where size = 9',
  ]) {
    await expect(log.database.run(sql)).rejects.toThrow('audit_peer_checkpoint');
  }
});
