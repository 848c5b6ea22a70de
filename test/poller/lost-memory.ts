import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { thisProcess } from '../../src/base/process-identity.ts';
import { rebuildLedger, type RebuildReport } from '../../src/poller/index.ts';
import { envelope, lead, makeWorld, ROUTES, sha256, SYSTEM, type World, type WorldOptions } from './world.ts';

/** Ids of one day: `sxp_2026_01_11_001` and on. */
export function idsOf(count: number, day = '2026_01_11'): string[] {
  return Array.from({ length: count }, (_, n) => `sxp_${day}_${String(n + 1).padStart(3, '0')}`);
}

/** Puts a good batch of three leads of its own. */
export async function putBatch(world: World, id: string, first = 1): Promise<void> {
  const records = [lead(first), lead(first + 1), lead(first + 2)];
  await world.put(`${id}.json`, JSON.stringify(envelope({ id, records })));
}

/** A world whose archive holds these batches, and its ledger too. */
export async function makeArchive(ids: readonly string[], options: WorldOptions = {}): Promise<World> {
  const world = await makeWorld(options);
  for (const [place, id] of ids.entries()) await putBatch(world, id, 1 + place * 10);
  await world.poll();
  return world;
}

/** An archive of many small batches, written without ceremony; no metadata speaks of them. */
export function writeArchive(world: World, ids: readonly string[]): void {
  const folder = join(bucketOf(world), 'archive', SYSTEM, 'lead-batches/2026/01/11');
  mkdirSync(folder, { recursive: true });
  for (const [place, id] of ids.entries()) {
    const body = JSON.stringify(envelope({ id, records: [lead(1 + place)] }));
    writeFileSync(join(folder, `${id}.${sha256(body).slice(0, 16)}.json`), body);
  }
}

/** The same system with the same store after its database was lost. */
export function withoutMemory(world: World, options: WorldOptions = {}): Promise<World> {
  return makeWorld({ ...options, storeUrl: `file:${bucketOf(world)}` });
}

export function rebuild(world: World, dryRun = false): Promise<RebuildReport> {
  return rebuildLedger(world.deps, { routes: ROUTES, identity: thisProcess(), dryRun });
}

export function bucketOf(world: World): string {
  return join(world.folder, 'bucket');
}

/** Changes one byte in the middle of a stored object, as a failing disk does; it stays a JSON document. */
export function flipByte(path: string): void {
  const bytes = readFileSync(path);
  const place = bytes.indexOf('"display_name":"') + '"display_name":"'.length;
  bytes[place] = bytes[place] === 0x4d ? 0x4e : 0x4d;
  writeFileSync(path, bytes);
}

export async function archivePath(world: World, id: string): Promise<string> {
  const keys = await world.keys('archive/');
  return join(bucketOf(world), keys.find((key) => key.includes(`/${id}.`)) ?? 'none');
}

/** What a batch left in the database, without what no second taking can know: when, in which run, in which order. */
export async function contentsOf(world: World): Promise<unknown[]> {
  const batches = await world.database.query(
    `select contract, batch_id, sha256, schema_version, revision, source, target, created_at, records, bytes, transport, key
     from batch order by batch_id`,
  );
  return [...batches, ...(await world.database.query('select * from lead_card order by batch_id, position'))];
}

/** The object under another name, as somebody does who sorts folders by hand. */
export function moveByHand(from: string, to: string): void {
  copyFileSync(from, to);
  rmSync(from);
}
