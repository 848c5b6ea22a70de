import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dropByHand, envelope, INBOX, lead, makeWorld, sha256 } from './world.ts';

const ID = 'sxp_2026_01_11_001';
const NAME = `${ID}.json`;

test('a good batch is ingested, archived with the same SHA-256, and removed from the inbox', async () => {
  const world = await makeWorld();
  const body = JSON.stringify(envelope());
  await world.put(NAME, body);
  expect(await world.poll()).toMatchObject({
    listed: 1,
    ingested: 1,
    archived: 1,
    records: 3,
    bytes: Buffer.byteLength(body),
  });
  expect(await world.keys('exports/')).toEqual([]);
  const [archived = ''] = await world.keys('archive/');
  expect(archived).toMatch(
    new RegExp(
      `^archive/nextier-execution/lead-batches/\\d{4}/\\d\\d/\\d\\d/${ID}\\.${sha256(body).slice(0, 16)}\\.json$`,
    ),
  );
  expect(sha256(await readFile(join(world.folder, 'bucket', archived)))).toBe(sha256(body));
  const [batch] = await world.database.query(
    'select contract, batch_id, sha256, schema_version, records, transport from batch',
  );
  expect(batch).toEqual({
    contract: 'lead-card-batch',
    batch_id: ID,
    sha256: sha256(body),
    schema_version: 'v1',
    records: 3,
    transport: 'file',
  });
});

test('every step of a handoff is in the audit log, the attempt before the bytes', async () => {
  const world = await makeWorld();
  await world.put(NAME, JSON.stringify(envelope()));
  await world.poll();
  expect(await world.auditEvents()).toEqual([
    'run.started', 'handoff.attempted', 'handoff.verified', 'handoff.ingested', 'handoff.archived', 'handoff.removed',
    'receipt.written', 'run.finished',
  ]); // prettier-ignore
  const [row] = await world.database.query(
    "select batch_id, schema_version, target, checksum, outcome, ts from audit_log where event = 'handoff.ingested'",
  );
  expect(row).toMatchObject({ batch_id: ID, schema_version: 'v1', target: 'nextier-execution', outcome: 'success' });
  expect(row?.['checksum']).toMatch(/^[0-9a-f]{64}$/);
});

test('a second poll does nothing', async () => {
  const world = await makeWorld();
  await world.put(NAME, JSON.stringify(envelope()));
  await world.poll();
  expect(await world.poll()).toMatchObject({ listed: 0, ingested: 0, duplicates: 0, quarantined: 0, archived: 0 });
});

test('the same bytes again are a duplicate: archived, nothing written', async () => {
  const world = await makeWorld();
  const body = JSON.stringify(envelope());
  await world.put(NAME, body);
  await world.poll();
  await dropByHand(world, NAME, body);
  expect(await world.poll()).toMatchObject({ ingested: 0, duplicates: 1, quarantined: 0, archived: 1, records: 0 });
  expect(await world.keys('exports/')).toEqual([]);
  expect(await world.count('select count(*) from lead_card')).toBe(3);
});

test('the same id with one byte changed is never ingested; the first rows stay', async () => {
  const world = await makeWorld();
  const body = JSON.stringify(envelope());
  await world.put(NAME, body);
  await world.poll();
  const others = [body.replace('"username":"', '"username":"X'), body.slice(0, -1)];
  for (const [index, other] of others.entries()) {
    await dropByHand(world, NAME, other);
    expect(await world.poll()).toMatchObject({ ingested: 0, quarantined: 1 });
    expect(await world.count("select count(*) from file where code = 'BATCH_ID_REUSED'")).toBe(index + 1);
  }
  expect(await world.count('select count(*) from lead_card')).toBe(3);
  expect(await world.count(`select count(*) from batch where sha256 = '${sha256(body)}'`)).toBe(1);
});

test('a file dropped by hand is looked at again until it no longer grows', async () => {
  const world = await makeWorld();
  const body = JSON.stringify(envelope());
  const path = await dropByHand(world, NAME, body.slice(0, 100), 0);
  const polling = world.poll();
  setTimeout(() => void writeFile(path, body), 1_000);
  expect(await polling).toMatchObject({ ingested: 1, quarantined: 0 });
});

test('pretty-printed batches with the records first are read like any other', async () => {
  const world = await makeWorld();
  const { records, ...head } = envelope();
  await world.put(NAME, JSON.stringify({ records, ...head }, undefined, 2));
  expect(await world.poll()).toMatchObject({ ingested: 1, records: 3 });
});

test('an unknown field is let pass and its bytes are kept', async () => {
  const world = await makeWorld();
  const body = JSON.stringify(envelope({ records: [lead(1, { favourite_colour: 'red' })], change: { note: 'x' } }));
  await world.put(NAME, body);
  expect(await world.poll()).toMatchObject({ ingested: 1 });
  const [archived = ''] = await world.keys('archive/');
  expect(await readFile(join(world.folder, 'bucket', archived), 'utf8')).toBe(body);
});

test('an empty batch is taken: the schema allows it', async () => {
  const world = await makeWorld();
  await world.put(NAME, JSON.stringify(envelope({ records: [] })));
  expect(await world.poll()).toMatchObject({ ingested: 1, records: 0 });
});

test('lead cards are immutable, also against late and replacing inserts', async () => {
  const world = await makeWorld();
  await world.put(NAME, JSON.stringify(envelope()));
  await world.poll();
  const refusals = [
    "update lead_card set username = 'x'",
    'delete from lead_card',
    'insert or replace into lead_card select * from lead_card where position = 0',
    `insert into lead_card select batch_id, 9, 'new', source_platform, username, display_name, audience_pool, persona, tribe,
       execution_label, 1, enrichment_status, 1, created_at, null from lead_card where position = 0`,
    'delete from batch',
    "update batch set sha256 = 'x'",
  ];
  for (const sql of refusals) await expect(world.database.run(sql), sql).rejects.toMatchObject({ code: 'refused' });
  expect(await world.count('select count(*) from lead_card')).toBe(3);
});

test('the current view of a lead is its newest card, whatever order the batches came in', async () => {
  const world = await makeWorld();
  const card = (username: string, created: string) => lead(1, { username, created_at: created });
  const batches: [string, string, string][] = [
    ['sxp_2026_01_11_001', 'older', '2026-01-11T10:00:00Z'],
    ['sxp_2026_01_11_002', 'newest', '2026-01-11T10:00:00.5Z'],
    ['sxp_2026_01_11_003', 'oldest', '2026-01-10T10:00:00Z'],
  ];
  for (const [id, username, created] of batches) {
    await world.put(`${id}.json`, JSON.stringify(envelope({ id, records: [card(username, created), lead(5)] })));
    await world.poll();
  }
  const rows = await world.database.query(
    'select username, batch_id from lead_card_current order by lead_id = $1 desc',
    [String(lead(1)['lead_id'])],
  );
  expect(rows).toHaveLength(2);
  expect(rows[0]).toEqual({ username: 'newest', batch_id: 'sxp_2026_01_11_002' });
  expect(rows[1]).toMatchObject({ batch_id: 'sxp_2026_01_11_003' });
});

test('the limit ends a run; the next one goes on', async () => {
  const world = await makeWorld();
  for (let n = 1; n <= 5; n += 1) {
    const id = `sxp_2026_01_11_00${n}`;
    await world.put(`${id}.json`, JSON.stringify(envelope({ id })));
  }
  expect(await world.poll({ limit: 2 })).toMatchObject({ ingested: 2 });
  expect(await world.poll()).toMatchObject({ ingested: 3 });
});

test('many small files and one large one go the same road in one run', async () => {
  const world = await makeWorld();
  for (let n = 1; n <= 120; n += 1) {
    const id = `sxp_2026_01_11_${String(n).padStart(3, '0')}`;
    await world.put(`${id}.json`, JSON.stringify(envelope({ id, records: [lead(n)] })));
  }
  const records = Array.from({ length: 20_000 }, (_, n) => lead(n));
  await world.put('sxp_2026_01_12_001.json', JSON.stringify(envelope({ id: 'sxp_2026_01_12_001', records })));
  expect(await world.poll()).toMatchObject({ ingested: 121, records: 20_120, archived: 121 });
  expect(await world.count('select count(*) from lead_card')).toBe(20_120);
  expect(await world.keys(INBOX)).toEqual([]);
});
