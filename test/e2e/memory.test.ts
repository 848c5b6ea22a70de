import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { measureRoad } from '../../scripts/measure-memory.ts';
import { freshBucket } from '../support/gateway.ts';
import { ownEnvironment } from './place.ts';

// Processes that start one after another take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

/** Holds for a file of any size; `node scripts/measure-memory.ts` shows it for a million leads. */
const LIMIT_BYTES = 300 * 1e6;

test('200 small files and a large one in a folder are ingested in bounded memory', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handoff-memory-'));
  const small = await measureRoad(folder, ownEnvironment(), { records: 10_000, batchSize: 50 });
  expect(small.polled.report).toMatchObject({ ingested: 200, records: 10_000, archived: 200 });
  const large = await measureRoad(folder, ownEnvironment(), { records: 100_000, batchSize: 100_000 });
  expect(large.polled.report).toMatchObject({ ingested: 1, records: 100_000, archived: 1 });
  for (const { exported, polled } of [small, large]) {
    expect(exported.peakBytes).toBeLessThan(LIMIT_BYTES);
    expect(polled.peakBytes).toBeLessThan(LIMIT_BYTES);
  }
  rmSync(folder, { recursive: true });
});

test('a large file in a bucket is spooled, not held', async () => {
  const bucket = await freshBucket();
  const folder = mkdtempSync(join(tmpdir(), 'handoff-memory-'));
  const env = { ...ownEnvironment(), ...bucket.env, HANDOFF_STORE: bucket.url };
  const { exported, polled } = await measureRoad(folder, env, { records: 60_000, batchSize: 60_000 });
  expect(polled.report).toMatchObject({ ingested: 1, records: 60_000, archived: 1 });
  expect(exported.peakBytes).toBeLessThan(LIMIT_BYTES);
  expect(polled.peakBytes).toBeLessThan(LIMIT_BYTES);
  rmSync(folder, { recursive: true });
});
