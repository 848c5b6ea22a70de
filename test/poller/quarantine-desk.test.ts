import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { discardQuarantined, listQuarantine, releaseQuarantined } from '../../src/poller/index.ts';
import { bucketOf, flipByte, idsOf } from './lost-memory.ts';
import { dropByHand, envelope, INBOX, lead, makeWorld, type World } from './world.ts';

const [FIRST = ''] = idsOf(1);
const BAD = JSON.stringify(envelope({ records: [lead(1, { tribe: 'nobody' })] }));

async function makeRefusal(): Promise<World> {
  const world = await makeWorld();
  await world.put(`${FIRST}.json`, BAD);
  expect(await world.poll()).toMatchObject({ quarantined: 1 });
  return world;
}

async function keptPath(world: World): Promise<string> {
  const [kept = ''] = (await world.keys('quarantine/')).filter((key) => !key.endsWith('.reason.json'));
  return join(bucketOf(world), kept);
}

test('a release whose bytes are in the inbox already, as a killed one leaves them, is recorded', async () => {
  const world = await makeRefusal();
  await dropByHand(world, `${FIRST}.json`, BAD);
  await releaseQuarantined(world.deps, FIRST, 'operator:test');
  expect(await listQuarantine(world.database)).toEqual([]);
  expect(await world.keys('exports/')).toHaveLength(1);
  expect(await world.auditEvents()).toContain('operator.released');
});

test('a release leaves another object of the name in the inbox alone, and stays open', async () => {
  const world = await makeRefusal();
  const other = JSON.stringify(envelope());
  const path = await dropByHand(world, `${FIRST}.json`, other);
  await expect(releaseQuarantined(world.deps, FIRST, 'operator:test')).rejects.toMatchObject({ code: 'refused' });
  expect(readFileSync(path, 'utf8')).toBe(other);
  expect(await listQuarantine(world.database)).toHaveLength(1);
  expect(await world.auditEvents()).not.toContain('operator.released');
});

test('a quarantined copy that was changed since is not released', async () => {
  const world = await makeRefusal();
  flipByte(await keptPath(world));
  await expect(releaseQuarantined(world.deps, FIRST, 'operator:test')).rejects.toMatchObject({ code: 'refused' });
  expect(await world.keys('exports/')).toEqual([]);
  expect(await listQuarantine(world.database)).toHaveLength(1);
});

test('a release without its bytes says so, and a discard ends the entry', async () => {
  const world = await makeRefusal();
  rmSync(await keptPath(world));
  await expect(releaseQuarantined(world.deps, FIRST, 'operator:test')).rejects.toMatchObject({
    code: 'not_found',
    hint: expect.stringContaining('discard') as string,
  });
  await discardQuarantined(world.deps, FIRST, 'operator:test');
  expect(await listQuarantine(world.database)).toEqual([]);
  expect(await world.keys('quarantine/')).toEqual([]);
});

test('a file that could not be moved is released where it lies, and only while it is there', async () => {
  const world = await makeRefusal();
  await world.database.run("update file set marked = 1 where state = 'quarantined'");
  await expect(releaseQuarantined(world.deps, FIRST, 'operator:test')).rejects.toMatchObject({ code: 'not_found' });
  await world.put(`${FIRST}.json`, BAD);
  await releaseQuarantined(world.deps, FIRST, 'operator:test');
  expect(await world.keys('exports/')).toEqual([`${INBOX}${FIRST}.json`]);
});

test('a discard of one of two entries leaves the copy that the other one still needs', async () => {
  const world = await makeRefusal();
  await dropByHand(world, `${FIRST}.json`, BAD);
  await world.poll();
  const [first, second] = await listQuarantine(world.database);
  await discardQuarantined(world.deps, String(first?.id), 'operator:test');
  await releaseQuarantined(world.deps, String(second?.id), 'operator:test');
  expect(readFileSync(join(bucketOf(world), `${INBOX}${FIRST}.json`), 'utf8')).toBe(BAD);
});

test('a file that was refused unread is released by what is there', async () => {
  const world = await makeWorld();
  await world.put(`${FIRST}.json`, '');
  expect(await world.poll()).toMatchObject({ quarantined: 1 });
  await releaseQuarantined(world.deps, String((await listQuarantine(world.database))[0]?.id), 'operator:test');
  expect(await world.keys('exports/')).toHaveLength(1);
  writeFileSync(join(bucketOf(world), 'quarantine', 'note.txt'), 'nobody minds');
  expect(await world.poll()).toMatchObject({ quarantined: 1 });
});
