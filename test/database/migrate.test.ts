import { expect, test } from 'vitest';
import { type Database, migrate, openDatabase } from '../../src/database/index.ts';
import { freshUrl } from './fresh-sqlite.ts';
import { testModule } from './test-module.ts';
import { WriterProcess } from './writer-process.ts';

const clock = { now: () => Date.UTC(2026, 0, 11) };

async function withDatabase(fn: (database: Database, url: string) => Promise<void>): Promise<void> {
  const url = await freshUrl();
  const database = await openDatabase(url);
  await fn(database, url);
  await database.close();
}

function steps(database: Database) {
  return database.query('select module, n, applied_at from schema_version order by module, n');
}

test('the steps of a module are applied in order and numbered from 1', async () => {
  await withDatabase(async (database) => {
    await migrate(database, [testModule(2)], clock);
    expect(await steps(database)).toEqual([
      { module: 'fruit', n: 1, applied_at: '2026-01-11T00:00:00.000Z' },
      { module: 'fruit', n: 2, applied_at: '2026-01-11T00:00:00.000Z' },
    ]);
    expect(await database.query('select name, colour from fruit')).toEqual([{ name: 'apple', colour: 'red' }]);
  });
});

test('a second migration changes nothing; a later one applies the new steps only', async () => {
  await withDatabase(async (database) => {
    await migrate(database, [testModule(2)], clock);
    await migrate(database, [testModule(2)], { now: () => 0 });
    expect(await steps(database)).toHaveLength(2);
    await migrate(database, [testModule(3)], clock);
    expect(await steps(database)).toHaveLength(3);
    expect(await database.query('select name, colour from fruit')).toEqual([{ name: 'apple', colour: 'green' }]);
  });
});

test('modules are numbered apart', async () => {
  await withDatabase(async (database) => {
    await migrate(database, [testModule(1)], clock);
    const other = { name: 'other', steps: [{ sqlite: 'create table other (x text)' }] };
    await migrate(database, [testModule(1), other], clock);
    expect((await steps(database)).map(({ module, n }) => [module, n])).toEqual([
      ['fruit', 1],
      ['other', 1],
    ]);
  });
});

test('a database of a newer build is refused and left as it was', async () => {
  await withDatabase(async (database) => {
    await migrate(database, [testModule(3)], clock);
    const other = { name: 'a-new-one', steps: [{ sqlite: 'create table other (x text)' }] };
    const attempt = migrate(database, [other, testModule(2)], clock);
    await expect(attempt).rejects.toMatchObject({
      code: 'misconfigured',
      hint: expect.stringContaining('newer') as unknown,
    });
    expect(await steps(database)).toHaveLength(3);
    expect(await database.query(database.traits.tableExists, ['other'])).toEqual([]);
  });
});

test('a step that fails leaves nothing of the whole migration', async () => {
  await withDatabase(async (database) => {
    const broken = { name: 'broken', steps: [{ sqlite: 'create table half (x text); create nonsense' }] };
    await expect(migrate(database, [testModule(1), broken], clock)).rejects.toThrow('syntax error');
    for (const table of ['schema_version', 'fruit', 'half']) {
      expect(await database.query(database.traits.tableExists, [table])).toEqual([]);
    }
  });
});

test('four processes that make and migrate a database at once apply each step once', async () => {
  const url = await freshUrl();
  const writers = Array.from({ length: 4 }, () => new WriterProcess('migrate', url, '', '3'));
  expect(await Promise.all(writers.map((writer) => writer.ended()))).toEqual([0, 0, 0, 0]);
  const database = await openDatabase(url);
  expect(await steps(database)).toHaveLength(3);
  expect(await database.query('select name, colour from fruit')).toEqual([{ name: 'apple', colour: 'green' }]);
  await database.close();
});

test('an up-to-date database is not locked: a command that only reads does not wait for a writer', async () => {
  await withDatabase(async (database, url) => {
    await migrate(database, [testModule(1)], clock);
    await database.run('create table counter (writer text, n integer)');
    const holder = new WriterProcess('hang', url, 'holder');
    await holder.holds();
    const impatient = await openDatabase(url, { busyTimeoutMs: 50 });
    await migrate(impatient, [testModule(1)], clock);
    await expect(migrate(impatient, [testModule(2)], clock)).rejects.toMatchObject({ code: 'busy' });
    await impatient.close();
    await holder.kill();
  });
});
