import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import {
  anchorKey,
  isDirty,
  latestCheckpoint,
  openAuditLog,
  startDirtyTimer,
  verifyAudit,
} from '../../src/audit/index.ts';
import { readAnchor } from '../../src/audit/anchors.ts';
import { silentLog } from '../../src/base/log.ts';
import { type Database, openDatabase } from '../../src/database/index.ts';
import { type ObjectStore, openStore, payloadOf } from '../../src/objectstore/index.ts';
import { checkpointerOf, freshStore, listeningLog, newSigner, type Said, SYSTEM } from './open-anchored.ts';
import { freshLogUrl, handoff, openLog, tickingClock } from './open-log.ts';
import { edited, type LogRow, rechained, rewriteRows } from './tampering.ts';

const never = new AbortController().signal;

async function anchored(store: ObjectStore, size: number): Promise<string | undefined> {
  const bytes = await readAnchor(store, anchorKey(SYSTEM, size), never);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString();
}

async function statesOf(database: Database): Promise<unknown[]> {
  const rows = await database.query('select size, state from audit_checkpoint order by size');
  return rows.map(({ size, state }) => [size, state]);
}

/** A store that cannot be written: its root is a file. */
async function brokenStore(): Promise<ObjectStore> {
  const path = join(mkdtempSync(join(tmpdir(), 'handoff-anchors-')), 'file');
  writeFileSync(path, '');
  return openStore(`file:${path}`);
}

test('a cut writes the row and the very same bytes into the store; without growth there is none', async () => {
  await using log = await openLog();
  const [store, signer] = [await freshStore(), newSigner()];
  const checkpointer = checkpointerOf(log.database, { store, signer });
  expect(await checkpointer.cut()).toBeUndefined();
  await log.append(...handoff(1));
  expect(await isDirty(log.database)).toBe(true);
  const cut = await checkpointer.cut();
  const [head] = await log.database.query('select entry_hash from audit_log where seq = 2');
  expect(cut).toMatchObject({
    size: 2,
    headHash: head!['entry_hash'],
    key: `audit-checkpoints/${SYSTEM}/2.note`,
    state: 'anchored',
  });
  expect(await anchored(store, 2)).toBe(cut!.note);
  expect(await latestCheckpoint(log.database)).toMatchObject({ size: 2, note: cut!.note, state: 'anchored' });
  expect(await isDirty(log.database)).toBe(false);
  expect(await checkpointer.cut()).toBeUndefined();
  expect(await statesOf(log.database)).toEqual([[2, 'anchored']]);
});

test('a store that cannot be written leaves the checkpoint pending; the next cut puts it, also without growth', async () => {
  await using log = await openLog();
  const signer = newSigner();
  const said: Said[] = [];
  await log.append(...handoff(1));
  const broken = checkpointerOf(log.database, { store: await brokenStore(), signer, log: listeningLog(said) });
  expect(await broken.cut()).toMatchObject({ size: 2, state: 'pending' });
  await log.append(...handoff(2));
  expect(await broken.cut()).toMatchObject({ size: 4, state: 'pending' });
  expect(said.map(({ level }) => level)).toEqual(['warn', 'warn']);
  const store = await freshStore();
  expect(await checkpointerOf(log.database, { store, signer }).cut()).toBeUndefined();
  expect(await statesOf(log.database)).toEqual([
    [2, 'anchored'],
    [4, 'anchored'],
  ]);
  expect(await anchored(store, 2)).toBeDefined();
  expect(await anchored(store, 4)).toBeDefined();
});

test('killed between the put and the record of it, the next cut finds its own bytes there', async () => {
  await using log = await openLog();
  const [store, signer] = [await freshStore(), newSigner()];
  await log.append(...handoff(1));
  const pending = checkpointerOf(log.database, { store: await brokenStore(), signer });
  const { note } = (await pending.cut())!;
  await store.putIfAbsent(anchorKey(SYSTEM, 2), payloadOf(Buffer.from(note)), {}, never);
  await checkpointerOf(log.database, { store, signer }).cut();
  expect(await statesOf(log.database)).toEqual([[2, 'anchored']]);
});

test('other bytes under its size are a fork: said, recorded, and never overwritten', async () => {
  await using log = await openLog();
  const [store, signer] = [await freshStore(), newSigner()];
  const said: Said[] = [];
  await store.putIfAbsent(anchorKey(SYSTEM, 2), payloadOf(Buffer.from('theirs')), {}, never);
  await log.append(...handoff(1));
  const checkpointer = checkpointerOf(log.database, { store, signer, log: listeningLog(said) });
  expect(await checkpointer.cut()).toMatchObject({ size: 2, state: 'forked' });
  expect(said).toMatchObject([{ level: 'error' }]);
  expect(said[0]?.message).toContain('fork alarm');
  expect(await anchored(store, 2)).toBe('theirs');
  await checkpointer.cut();
  expect(said).toHaveLength(1);
  await log.append(...handoff(2));
  expect(await checkpointer.cut()).toMatchObject({ size: 4, state: 'anchored' });
  const verdict = await verifyAudit(log.database, { system: SYSTEM, verifiers: [signer.verifier], store });
  expect(verdict).toMatchObject({ integrity: 'ok', evidence: 'disturbed', unanchored_tail: 0 });
  expect(verdict.findings.map(({ kind, seq }) => [kind, seq])).toEqual([
    ['stray', 2],
    ['fork-alarm', 2],
  ]);
});

test('two processes that cut at once make one checkpoint', async () => {
  const url = freshLogUrl();
  await using log = await openLog(url);
  const [store, signer] = [await freshStore(), newSigner()];
  for (let round = 1; round <= 10; round += 1) {
    await log.append(...handoff(round));
    const other = await openDatabase(url);
    const cuts = await Promise.all([
      checkpointerOf(log.database, { store, signer }).cut(),
      checkpointerOf(other, { store, signer }).cut(),
    ]);
    await other.close();
    expect(cuts.filter((cut) => cut !== undefined)).toHaveLength(1);
  }
  expect(await statesOf(log.database)).toEqual(Array.from({ length: 10 }, (_, at) => [2 * at + 2, 'anchored']));
});

test('a log that is no longer what was signed is never signed over', async () => {
  const [store, signer] = [await freshStore(), newSigner()];
  for (const tamper of [
    (rows: LogRow[]) => rows.slice(0, 2),
    (rows: LogRow[]) => rechained(rows.map((row) => edited(row, { actor: 'x' }))),
  ]) {
    const url = freshLogUrl();
    await using log = await openLog(url);
    const said: Said[] = [];
    await log.append(...handoff(1), ...handoff(2));
    const checkpointer = checkpointerOf(log.database, { store, signer, log: listeningLog(said) });
    await checkpointer.cut();
    rewriteRows(url, tamper);
    expect(await checkpointer.cut()).toBeUndefined();
    expect(said).toMatchObject([{ level: 'error' }]);
    expect(said[0]?.message).toContain('run audit verify');
    expect(await statesOf(log.database)).toHaveLength(1);
  }
});

test('a signal that comes while a checkpoint is put leaves it pending', async () => {
  await using log = await openLog();
  await log.append(...handoff(1));
  const around = { store: await freshStore(), signer: newSigner(), signal: AbortSignal.abort() };
  expect(await checkpointerOf(log.database, around).cut()).toMatchObject({ size: 2, state: 'pending' });
});

test('the timer cuts when the log has grown, ends with its stop, and outlives a cut that fails', async () => {
  await using log = await openLog();
  const [store, signer] = [await freshStore(), newSigner()];
  await log.append(...handoff(1));
  const timer = startDirtyTimer(checkpointerOf(log.database, { store, signer }), silentLog, 5);
  await expect.poll(() => statesOf(log.database)).toEqual([[2, 'anchored']]);
  await log.append(...handoff(2));
  await expect.poll(() => statesOf(log.database)).toHaveLength(2);
  await timer.stop();
  await log.append(...handoff(3));
  await sleep(30);
  expect(await statesOf(log.database)).toHaveLength(2);

  const closed = await openDatabase(freshLogUrl());
  await closed.close();
  const said: Said[] = [];
  const failing = startDirtyTimer(checkpointerOf(closed, { store, signer }), listeningLog(said), 5);
  await expect.poll(() => said.length).toBeGreaterThan(1);
  await failing.stop();
});

test.each([
  ['another note', `update audit_checkpoint set note = 'x'`, 'only the state'],
  ['a step back', `update audit_checkpoint set state = 'pending'`, 'only the state'],
  ['a deletion', 'delete from audit_checkpoint', 'append-only'],
  [
    'a replacement',
    `insert or replace into audit_checkpoint select size, 'x', 'x', cut_at, 'pending' from audit_checkpoint`,
    'cut once',
  ],
])('the table of checkpoints refuses %s', async (_, sql, message) => {
  await using log = await openLog();
  await log.append(...handoff(1));
  await checkpointerOf(log.database, { store: await freshStore(), signer: newSigner() }).cut();
  const before = await log.database.query('select * from audit_checkpoint');
  await expect(log.database.run(sql)).rejects.toThrow(message);
  expect(await log.database.query('select * from audit_checkpoint')).toEqual(before);
});

test('entries that come while checkpoints are cut and verified disturb no verdict', async () => {
  const url = freshLogUrl();
  await using log = await openLog(url);
  const [store, signer] = [await freshStore(), newSigner()];
  const audit = openAuditLog(SYSTEM, tickingClock());
  const checkpointer = checkpointerOf(log.database, { store, signer });
  const growing = (async () => {
    for (let number = 1; number <= 60; number += 1) {
      await log.database.transaction((tx) => audit.append(tx, ...handoff(number)));
      await checkpointer.cut();
    }
  })();
  const reader = await openDatabase(url);
  const options = { system: SYSTEM, verifiers: [signer.verifier], store };
  for (let round = 0; round < 15; round += 1) {
    const verdict = await verifyAudit(reader, options);
    expect([verdict.integrity, verdict.evidence, verdict.findings]).toEqual(['ok', 'ok', []]);
  }
  await growing;
  await reader.close();
  expect(await verifyAudit(log.database, options)).toMatchObject({ checkpoints: 60, unanchored_tail: 0 });
});
