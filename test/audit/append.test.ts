import { expect, test } from 'vitest';
import { openAuditLog, readEntries, verifyAudit } from '../../src/audit/index.ts';
import { GENESIS_HASH } from '../../src/audit/entry.ts';
import { type Database } from '../../src/database/index.ts';
import { handoff, openLog, tickingClock } from './open-log.ts';

async function sequence(database: Database): Promise<unknown[]> {
  return (await database.query('select seq from audit_log order by seq')).map(({ seq }) => seq);
}

const started = { event: 'run.started', outcome: 'success' } as const;

test('each entry names the hash of the one before it; the first names no hash', async () => {
  await using log = await openLog();
  await log.append(...handoff(1));
  await log.append(started);
  const rows = await log.database.query('select seq, prev_hash, entry_hash from audit_log order by seq');
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(rows.map((row) => row['prev_hash'])).toEqual([GENESIS_HASH, rows[0]!['entry_hash'], rows[1]!['entry_hash']]);
  expect(await verifyAudit(log.database)).toMatchObject({
    integrity: 'ok',
    completeness: 'ok',
    rows: 3,
    first_bad_seq: null,
  });
});

test('every column is read from the entry', async () => {
  await using log = await openLog();
  const facts = {
    event: 'handoff.ingested',
    outcome: 'failure',
    reason_code: 'SCHEMA_INVALID',
    contract: 'lead-card-batch',
    batch_id: 'sxp_2026_01_11_001',
    schema_version: 'v1',
    revision: '1.0.0',
    source: 'social-xpress-engine',
    target: 'nextier-execution',
    checksum: 'cd'.repeat(32),
    transport: 'file',
    attempt: 2,
    bytes: 5_000_000_000,
    records: 50,
    run_id: 'run-1',
    actor: 'worker:default',
    correlation_id: 'c-1',
    detail: { key: 'exports/x.json', tries: 3 },
  } as const;
  await log.append(facts);
  const [row] = await log.database.query('select * from audit_log');
  const { entry, entry_hash: _hash, ...columns } = row!;
  expect(columns).toEqual({
    ...facts,
    detail: '{"key":"exports/x.json","tries":3}',
    seq: 1,
    prev_hash: GENESIS_HASH,
    system: 'nextier-execution',
    ts: '2026-01-11T18:22:01.000Z',
  });
  expect({ ...columns, detail: facts.detail }).toEqual(JSON.parse(String(entry)));
});

test('a column cannot be written, only the entry', async () => {
  await using log = await openLog();
  const insert = `insert into audit_log (seq, entry, entry_hash, batch_id) values (1, '{"seq":1}', '', 'other')`;
  await expect(log.database.run(insert)).rejects.toThrow('generated column');
});

test('an entry is there exactly when the change that it records is', async () => {
  await using log = await openLog();
  const audit = openAuditLog('nextier-execution', tickingClock());
  const undone = log.database.transaction(async (tx) => {
    await audit.append(tx, ...handoff(1));
    throw new Error('the change failed');
  });
  await expect(undone).rejects.toThrow('the change failed');
  expect(await sequence(log.database)).toEqual([]);
  await log.database.transaction(async (tx) => {
    await audit.append(tx, started);
    const part = tx.savepoint(async () => {
      await audit.append(tx, ...handoff(2));
      throw new Error('this file failed');
    });
    await expect(part).rejects.toThrow('this file failed');
    await audit.append(tx, ...handoff(3));
  });
  expect(await sequence(log.database)).toEqual([1, 2, 3]);
  expect(await verifyAudit(log.database)).toMatchObject({ integrity: 'ok', completeness: 'ok' });
});

const FOLLOW = 'must follow the head';
const APPEND_ONLY = 'append-only';
const COLUMNS = 'audit_log (seq, entry, entry_hash)';

test.each([
  ['update', `update audit_log set entry_hash = 'x' where seq = 4`, APPEND_ONLY],
  ['update of nothing that is read', 'update audit_log set seq = seq', APPEND_ONLY],
  ['delete', 'delete from audit_log where seq = 4', APPEND_ONLY],
  ['delete of all', 'delete from audit_log', APPEND_ONLY],
  [
    'replacement of the head',
    `insert or replace into ${COLUMNS} select seq, entry, 'x' from audit_log where seq = 4`,
    FOLLOW,
  ],
  ['replacement in the middle', `replace into ${COLUMNS} select seq, entry, 'x' from audit_log where seq = 2`, FOLLOW],
  [
    'replacement by an upsert',
    `insert into ${COLUMNS} select seq, entry, 'x' from audit_log where seq = 4
       on conflict (seq) do update set entry_hash = excluded.entry_hash`,
    APPEND_ONLY,
  ],
  [
    'fork: a second entry after number 2',
    `insert into ${COLUMNS} select 5, json_set(entry, '$.seq', 5), 'x' from audit_log where seq = 3`,
    FOLLOW,
  ],
  [
    'gap',
    `insert into ${COLUMNS} select 6, json_set(entry, '$.seq', 6, '$.prev_hash', entry_hash), 'x'
       from audit_log where seq = 4`,
    FOLLOW,
  ],
  ['entry of another number', `insert into ${COLUMNS} select 5, entry, 'x' from audit_log where seq = 4`, 'CHECK'],
  ['entry without members', `insert into ${COLUMNS} values (5, '{}', 'x')`, 'CHECK'],
  [
    'entry without a number',
    `insert into ${COLUMNS} select 5, json_remove(json_set(entry, '$.prev_hash', entry_hash), '$.seq'), 'x'
       from audit_log where seq = 4`,
    'CHECK',
  ],
  ['gap without a predecessor', `insert into ${COLUMNS} values (9, '{"seq":9}', 'x')`, FOLLOW],
  ['entry without a predecessor', `insert into ${COLUMNS} values (5, '{"seq":5}', 'x')`, FOLLOW],
  ['entry that is no JSON', `insert into ${COLUMNS} values (5, 'words', 'x')`, 'malformed JSON'],
  [
    'number below 1',
    `insert into ${COLUMNS} select 0, json_set(entry, '$.seq', 0), 'x' from audit_log where seq = 1`,
    'CHECK',
  ],
])('the table refuses: %s', async (_, sql, message) => {
  await using log = await openLog();
  await log.append(...handoff(1), ...handoff(2));
  const before = await log.database.query('select * from audit_log order by seq');
  await expect(log.database.run(sql)).rejects.toThrow(message);
  expect(await log.database.query('select * from audit_log order by seq')).toEqual(before);
});

test('the first entry can be no other than number 1 that names no predecessor', async () => {
  await using log = await openLog();
  for (const [seq, prev] of [
    [2, GENESIS_HASH],
    [1, 'ab'.repeat(32)],
  ] as const) {
    const entry = JSON.stringify({ prev_hash: prev, seq });
    const insert = log.database.run(`insert into ${COLUMNS} values ($1, $2, 'x')`, [seq, entry]);
    await expect(insert).rejects.toThrow(FOLLOW);
  }
});

test('several rows in one statement may follow each other', async () => {
  await using log = await openLog();
  await log.append(...handoff(1), ...handoff(2));
  await using copy = await openLog();
  const rows = await log.database.query('select seq, entry, entry_hash from audit_log order by seq');
  const values = rows.map((_, at) => `($${at * 3 + 1}, $${at * 3 + 2}, $${at * 3 + 3})`).join();
  const parameters = rows.flatMap((row) => [row['seq']!, row['entry']!, row['entry_hash']!]);
  expect(await copy.database.run(`insert into ${COLUMNS} values ${values}`, parameters)).toBe(4);
  expect(await verifyAudit(copy.database)).toMatchObject({ integrity: 'ok', rows: 4 });
});

test('reading gives the entries in order, of one batch when asked', async () => {
  await using log = await openLog();
  for (let number = 1; number <= 700; number += 1) await log.append(...handoff(number));
  const all: number[] = [];
  for await (const { seq } of readEntries(log.database)) all.push(seq);
  expect(all).toEqual(Array.from({ length: 1_400 }, (_, index) => index + 1));
  const ofOne: number[] = [];
  for await (const { seq } of readEntries(log.database, 'sxp_2026_01_11_500')) ofOne.push(seq);
  expect(ofOne).toEqual([999, 1_000]);
  const [plan] = await log.database.query(
    `explain query plan select seq from audit_log where batch_id = 'x' and seq > 1`,
  );
  expect(plan!['detail']).toContain('audit_log_batch');
});
