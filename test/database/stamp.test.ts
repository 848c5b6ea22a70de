import { expect, test } from 'vitest';
import { claimStamp, type Database, migrate, openDatabase, readStamp, stampModule } from '../../src/database/index.ts';
import { freshUrl } from './fresh-sqlite.ts';

const clock = { now: () => Date.UTC(2026, 0, 11) };
const consumer = { system: 'nextier-execution', role: 'consumer' } as const;

async function withStamped(fn: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase(await freshUrl());
  await migrate(database, [stampModule], clock);
  await claimStamp(database, consumer, clock);
  await fn(database);
  await database.close();
}

test('a new database bears no stamp until it is claimed', async () => {
  const database = await openDatabase(await freshUrl());
  await migrate(database, [stampModule], clock);
  expect(await readStamp(database)).toBeUndefined();
  await claimStamp(database, consumer, clock);
  expect(await readStamp(database)).toEqual(consumer);
  await database.close();
});

test('the same system in the same role comes in again', async () => {
  await withStamped(async (database) => {
    await claimStamp(database, consumer, clock);
    expect(await readStamp(database)).toEqual(consumer);
  });
});

test.each([
  ['another system', { ...consumer, system: 'outreach-global' }],
  ['another role', { ...consumer, role: 'producer' as const }],
])('%s is refused, and told whose database it is', async (_, wanted) => {
  await withStamped(async (database) => {
    await expect(claimStamp(database, wanted, clock)).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining('consumer nextier-execution') as unknown,
      hint: expect.stringContaining('--database') as unknown,
    });
    expect(await readStamp(database)).toEqual(consumer);
  });
});
