import { expect, test, vi } from 'vitest';
import { goodBatch } from './bad-batches.ts';
import { deliverBatch, POLL } from './crash/inbox.ts';
import { type CrashPlace, emptyPlace, query, run, runUntilKilled } from './crash/place.ts';
import { deliver, objectsIn, sha256 } from './crash/stores.ts';
import { auditOf } from './crash/check-consumer.ts';
import { CONSUMER, INBOX } from './place.ts';

vi.setConfig({ testTimeout: 120_000 });

const IDS = [1, 2, 3, 4, 5, 6].map((n) => `sxp_2026_01_11_00${n}`);
const POISON = 'sxp_2026_01_11_003';
const OTHERS = IDS.filter((id) => id !== POISON);

interface FileFacts {
  readonly key: string;
  readonly state: string;
  readonly code: string | null;
  readonly crashes: number;
}

function filesOf(place: CrashPlace): Map<string, FileFacts> {
  const rows = query<FileFacts>(place, CONSUMER, 'select key, state, code, crashes from file order by key');
  return new Map(rows.map((row) => [row.key.replace(INBOX, '').replace('.json', ''), row]));
}

async function placeWithSix(): Promise<CrashPlace> {
  const place = emptyPlace();
  for (const id of IDS) await deliver(place, `${INBOX}${id}.json`, goodBatch(id));
  return place;
}

/** All but the killer were taken, and none of them is blamed. */
async function expectOthersTaken(place: CrashPlace): Promise<void> {
  const files = filesOf(place);
  for (const id of OTHERS) expect(files.get(id), id).toMatchObject({ state: 'done', code: null });
  const taken = query(place, CONSUMER, 'select batch_id from batch order by batch_id');
  expect(taken).toEqual(OTHERS.map((batch_id) => ({ batch_id })));
  expect(await auditOf(place, CONSUMER)).toMatchObject({ integrity: 'ok', completeness: 'ok', findings: [] });
}

test('a file that kills whoever reads it is quarantined unread by the fourth poll, and no other is blamed', async () => {
  const place = await placeWithSix();
  // At first in its place among all; then behind the two before it; then behind the three that had to wait for it.
  for (const nth of [3, 3, 4]) await runUntilKilled(place, POLL, { point: 'inserted into lead_card', nth });
  const rows = { point: 'inserted into lead_card', nth: 1 };
  const { code, signal, stdout } = await run(place, POLL, { kill: rows });
  expect({ code, signal }).toEqual({ code: 1, signal: null });
  expect(JSON.parse(stdout)).toMatchObject({ quarantined: 1, ingested: 0 });
  expect(filesOf(place).get(POISON)).toMatchObject({ state: 'quarantined', code: 'CRASH_LOOP', crashes: 3 });
  await expectOthersTaken(place);
  const objects = [...(await objectsIn(place))];
  expect(objects.filter(([key]) => key.startsWith(INBOX))).toEqual([]);
  const copies = objects.filter(([key]) => key.startsWith('quarantine/') && !key.endsWith('.reason.json'));
  expect(copies.map(([, hash]) => hash)).toEqual([sha256(goodBatch(POISON))]);
});

test('a file that kills even whoever opens it to move it away is left where it is, and stops nobody any more', async () => {
  const place = await placeWithSix();
  for (let poll = 1; poll <= 4; poll += 1) {
    expect((await run(place, POLL, { poison: POISON })).signal, `poll ${poll}`).toBe('SIGKILL');
  }
  // The fourth judged it unopened and died of the copy.
  expect(filesOf(place).get(POISON)).toMatchObject({ state: 'quarantining', code: 'CRASH_LOOP', crashes: 3 });
  for (let poll = 5; poll <= 6; poll += 1) {
    expect((await run(place, POLL, { poison: POISON })).signal, `poll ${poll}`).toBe(null);
  }
  expect(filesOf(place).get(POISON)).toMatchObject({ state: 'quarantined', code: 'CRASH_LOOP', crashes: 4 });
  await expectOthersTaken(place);
  const keys = [...(await objectsIn(place)).keys()];
  expect(keys.filter((key) => key.startsWith(INBOX))).toEqual([`${INBOX}${POISON}.json`]);
  expect(keys.filter((key) => key.startsWith('quarantine/'))).toEqual([]);
});

test('what comes while a file kills its workers is taken before it is opened again, and is not blamed', async () => {
  const place = emptyPlace();
  await deliver(place, `${INBOX}${POISON}.json`, goodBatch(POISON));
  expect((await run(place, POLL, { poison: POISON })).signal).toBe('SIGKILL');
  for (const id of OTHERS.slice(0, 2)) {
    await deliver(place, `${INBOX}${id}.json`, goodBatch(id));
    expect((await run(place, POLL, { poison: POISON })).signal).toBe('SIGKILL');
    expect(query(place, CONSUMER, `select batch_id from batch where batch_id = '${id}'`)).toHaveLength(1);
    expect(filesOf(place).get(id)).toMatchObject({ crashes: 0 });
  }
});

test('a batch of a version that is newer than the build is held, and taken by the first poll after the upgrade', async () => {
  const place = emptyPlace();
  const name = 'sxp_2026_01_11_001';
  const body = goodBatch(name, { schema_version: 'v2' });
  await deliverBatch(place, { name, body, state: 'held', verdict: 'held', code: 'VERSION_NEWER' });
  for (let poll = 1; poll <= 2; poll += 1) {
    const { code, stdout } = await run(place, POLL);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ held: 1, ingested: 0 });
    expect([...(await objectsIn(place)).keys()]).toContain(`${INBOX}${name}.json`);
  }
  const { code, stdout, stderr } = await run(place, POLL, { build: 'next-major' });
  expect(code, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ held: 0, ingested: 1, archived: 1 });
  expect(query(place, CONSUMER, 'select batch_id, schema_version, revision from batch')).toEqual([
    { batch_id: name, schema_version: 'v2', revision: '2.0.0' },
  ]);
  expect(query(place, CONSUMER, 'select state, code, crashes from file')).toEqual([
    { state: 'done', code: null, crashes: 0 },
  ]);
  expect(await auditOf(place, CONSUMER)).toMatchObject({ integrity: 'ok', completeness: 'ok' });
});
