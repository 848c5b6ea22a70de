/** What every database must do, run on each engine. `freshUrl` gives the URL of an empty database of its own. */
import { afterEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase, type Value } from '../../src/database/index.ts';
import { WriterProcess } from './writer-process.ts';

export type FreshUrl = () => Promise<string>;

const TABLE = `
  create table item (
    id integer primary key,
    name text unique,
    ratio double precision,
    size bigint
  )`;

const opened: Database[] = [];

export async function openFresh(url: string): Promise<Database> {
  const database = await openDatabase(url);
  opened.push(database);
  return database;
}

async function withTable(freshUrl: FreshUrl): Promise<Database> {
  const database = await openFresh(await freshUrl());
  await database.transaction((tx) => database.script(tx, TABLE));
  return database;
}

async function names(database: Database): Promise<(string | null)[]> {
  const rows = await database.query<{ name: string | null }>('select name from item order by id');
  return rows.map(({ name }) => name);
}

function add(database: Pick<Database, 'run'>, id: number, name: string): Promise<number> {
  return database.run('insert into item (id, name) values ($1, $2)', [id, name]);
}

/** Stands for what a caller's code throws in the middle. */
class Stop extends Error {}

async function stopAfter(work: () => Promise<unknown>): Promise<never> {
  await work();
  throw new Stop();
}

export function describeDatabase(engine: string, freshUrl: FreshUrl): void {
  describe(engine, () => {
    afterEach(async () => {
      for (const database of opened.splice(0)) await database.close();
    });
    describeQueries(freshUrl);
    describeTransactions(freshUrl);
    describeTwoConnections(freshUrl);
    describeSavepoints(freshUrl);
    describeInsertMany(freshUrl);
    describeProcesses(freshUrl);
  });
}

function describeQueries(freshUrl: FreshUrl): void {
  test('text, integers, fractions and null come back as they were written', async () => {
    const database = await withTable(freshUrl);
    const rows: Value[][] = [
      [1, 'na\u00efve \u{1f600} "quoted" $1 ? \\ \n', 0.1, 2 ** 53 - 1],
      [2, '', -1.5e-300, -(2 ** 53 - 1)],
      [3, null, null, null],
      [4, "Robert'); drop table item;--", 0, 0],
      [5, '007', 1e300, 3_000_000_000n],
    ];
    for (const row of rows) await database.run('insert into item (id, name, ratio, size) values ($1, $2, $3, $4)', row);
    const read = await database.query('select id, name, ratio, size from item order by id');
    expect(read.map(({ id, name, ratio, size }) => [id, name, ratio, size])).toEqual([
      ...rows.slice(0, 4),
      [5, '007', 1e300, 3_000_000_000],
    ]);
  });

  test('parameters may stand in any order and more than once', async () => {
    const database = await withTable(freshUrl);
    await database.run('insert into item (name, id, size) values ($2, $1, $1)', [7, 'seven']);
    const rows = await database.query(
      'select id, name from item where name = $2 and id = $1 and (size = $1 or name = $2)',
      [7, 'seven'],
    );
    expect(rows).toEqual([{ id: 7, name: 'seven' }]);
  });

  test('ten parameters and more are told apart', async () => {
    const database = await withTable(freshUrl);
    await add(database, 11, 'eleven');
    const values = Array.from({ length: 11 }, (_, index) => index + 1);
    const marks = values.map((value) => `$${value}`);
    const rows = await database.query(
      `select id from item where id = $11 and $1 < $10 and id in (${marks.join()})`,
      values,
    );
    expect(rows).toEqual([{ id: 11 }]);
  });

  test('run counts the rows that it changed; query gives the rows of returning', async () => {
    const database = await withTable(freshUrl);
    for (const id of [1, 2, 3]) await add(database, id, `item ${id}`);
    expect(await database.run('update item set size = $1 where id > $2', [9, 1])).toBe(2);
    expect(await database.run('update item set size = $1 where id > $2', [9, 99])).toBe(0);
    expect(await database.query('delete from item where id = $1 returning id, name', [3])).toEqual([
      { id: 3, name: 'item 3' },
    ]);
    expect(await names(database)).toEqual(['item 1', 'item 2']);
  });

  test('a row that breaks a constraint is refused with a code', async () => {
    const database = await withTable(freshUrl);
    await add(database, 1, 'one');
    await expect(add(database, 1, 'again')).rejects.toMatchObject({ code: 'refused' });
    expect(await names(database)).toEqual(['one']);
  });

  test('a commit survives a power cut by what the engine is set to', async () => {
    const database = await withTable(freshUrl);
    expect(await database.durabilityProblems()).toEqual([]);
  });

  test('tableExists tells whether a table is there', async () => {
    const database = await withTable(freshUrl);
    expect(await database.query(database.traits.tableExists, ['item'])).toHaveLength(1);
    expect(await database.query(database.traits.tableExists, ['other'])).toHaveLength(0);
  });
}

function describeTransactions(freshUrl: FreshUrl): void {
  test('a transaction that throws leaves nothing and hands on what was thrown', async () => {
    const database = await withTable(freshUrl);
    const attempt = database.transaction((tx) => stopAfter(() => add(tx, 1, 'one')));
    await expect(attempt).rejects.toThrow(Stop);
    expect(await names(database)).toEqual([]);
  });

  test('a refused statement that the caller catches leaves the rest of the transaction usable', async () => {
    const database = await withTable(freshUrl);
    await database.transaction(async (tx) => {
      await add(tx, 1, 'one');
      await expect(tx.savepoint(() => add(tx, 1, 'again'))).rejects.toMatchObject({ code: 'refused' });
      await add(tx, 2, 'two');
    });
    expect(await names(database)).toEqual(['one', 'two']);
  });

  test('a transaction gives its result and sees its own writes', async () => {
    const database = await withTable(freshUrl);
    const seen = await database.transaction(async (tx) => {
      await add(tx, 1, 'one');
      return tx.query('select name from item');
    });
    expect(seen).toEqual([{ name: 'one' }]);
  });

  test('transactions and queries of one database wait for each other, in the order of their calls', async () => {
    const database = await withTable(freshUrl);
    const first = database.transaction(async (tx) => {
      await add(tx, 1, 'one');
      await new Promise((resolve) => setTimeout(resolve, 20));
      await add(tx, 2, 'two');
    });
    const between = names(database);
    const second = database.transaction((tx) => tx.run(`update item set name = 'second ' || name`));
    await Promise.all([first, second]);
    expect(await between).toEqual(['one', 'two']);
    expect(await names(database)).toEqual(['second one', 'second two']);
  });

  test('a failed transaction does not hold up the next one', async () => {
    const database = await withTable(freshUrl);
    const failed = database.transaction((tx) => stopAfter(() => add(tx, 1, 'one')));
    const next = database.transaction((tx) => add(tx, 2, 'two'));
    await expect(failed).rejects.toThrow(Stop);
    expect(await next).toBe(1);
    expect(await names(database)).toEqual(['two']);
  });
}

function describeTwoConnections(freshUrl: FreshUrl): void {
  test('a writer that waits for another connection leaves the thread free, so that this process can let go', async () => {
    const url = await freshUrl();
    const [one, other] = [await openFresh(url), await openFresh(url)];
    await one.transaction((tx) => one.script(tx, TABLE));
    let waiting: Promise<number> = Promise.resolve(0);
    await one.transaction(async (tx) => {
      await add(tx, 1, 'one');
      waiting = add(other, 2, 'two');
      waiting.catch(() => undefined);
      for (let beat = 0; beat < 10; beat += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    });
    expect(await waiting).toBe(1);
  });

  test('a reader sees the last commit while another connection writes', async () => {
    const url = await freshUrl();
    const [one, other] = [await openFresh(url), await openFresh(url)];
    await one.transaction((tx) => one.script(tx, TABLE));
    await add(one, 1, 'one');
    await one.transaction(async (tx) => {
      await add(tx, 2, 'two');
      expect(await names(other)).toEqual(['one']);
    });
    expect(await names(other)).toEqual(['one', 'two']);
  });
}

function describeSavepoints(freshUrl: FreshUrl): void {
  test('a savepoint that throws is undone alone', async () => {
    const database = await withTable(freshUrl);
    await database.transaction(async (tx) => {
      await add(tx, 1, 'before');
      await expect(tx.savepoint(() => stopAfter(() => add(tx, 2, 'inside')))).rejects.toThrow(Stop);
      await add(tx, 3, 'after');
    });
    expect(await names(database)).toEqual(['before', 'after']);
  });

  test('a savepoint inside another is undone without the outer one, and with it', async () => {
    const database = await withTable(freshUrl);
    await database.transaction(async (tx) => {
      await tx.savepoint(async () => {
        await add(tx, 1, 'outer');
        await expect(tx.savepoint(() => stopAfter(() => add(tx, 2, 'inner')))).rejects.toThrow(Stop);
      });
      const both = tx.savepoint(() => stopAfter(() => tx.savepoint(() => add(tx, 3, 'inner'))));
      await expect(both).rejects.toThrow(Stop);
    });
    expect(await names(database)).toEqual(['outer']);
  });

  test('a savepoint gives its result; its writes go with the transaction that throws later', async () => {
    const database = await withTable(freshUrl);
    const attempt = database.transaction(async (tx) => {
      expect(await tx.savepoint(() => add(tx, 1, 'one'))).toBe(1);
      throw new Stop();
    });
    await expect(attempt).rejects.toThrow(Stop);
    expect(await names(database)).toEqual([]);
  });
}

function describeInsertMany(freshUrl: FreshUrl): void {
  test('insertMany leaves out rows that break a unique index and counts the others', async () => {
    const database = await withTable(freshUrl);
    await add(database, 1, 'one');
    const inserted = await database.transaction((tx) =>
      tx.insertMany(
        'item',
        ['name', 'id'],
        [
          ['two', 2],
          ['other number, same name', 3],
          ['one', 4],
          ['same number', 1],
          ['two', 5],
          [null, 6],
          [null, 7],
        ],
      ),
    );
    expect(inserted).toBe(4);
    expect(await names(database)).toEqual(['one', 'two', 'other number, same name', null, null]);
  });

  test('insertMany of no rows inserts none', async () => {
    const database = await withTable(freshUrl);
    expect(await database.transaction((tx) => tx.insertMany('item', ['id'], []))).toBe(0);
  });
}

function describeProcesses(freshUrl: FreshUrl): void {
  test('two processes that write at once lose nothing and meet no error', async () => {
    const url = await freshUrl();
    const database = await openFresh(url);
    await database.transaction((tx) => database.script(tx, 'create table counter (writer text, n integer)'));
    const writers = ['a', 'b'].map((name) => new WriterProcess('count', url, name, '150'));
    expect(await Promise.all(writers.map((writer) => writer.ended()))).toEqual([0, 0]);
    const rows = await database.query('select writer, count(*) as n from counter group by writer order by writer');
    expect(rows).toEqual([
      { writer: 'a', n: 150 },
      { writer: 'b', n: 150 },
    ]);
    // Each write read the greatest number before it: a number that stands twice would be a lost update.
    const [numbers] = await database.query('select count(distinct n) as n from counter');
    expect(numbers).toEqual({ n: 300 });
  });

  test('a process killed in the middle of a transaction leaves nothing of it and no lock', async () => {
    const url = await freshUrl();
    const database = await openFresh(url);
    await database.transaction((tx) => database.script(tx, 'create table counter (writer text, n integer)'));
    const writer = new WriterProcess('hang', url, 'killed');
    await writer.holds();
    await writer.kill();
    expect(await database.query('select n from counter')).toEqual([]);
    expect(await database.run('insert into counter (writer, n) values ($1, $2)', ['next', 1])).toBe(1);
  });

  test('a writer that waits too long for another process is told busy, and succeeds later', async () => {
    const url = await freshUrl();
    const database = await openFresh(url);
    await database.transaction((tx) => database.script(tx, 'create table counter (writer text, n integer)'));
    const impatient = await openDatabase(url, { busyTimeoutMs: 50 });
    opened.push(impatient);
    const insert = () => impatient.transaction((tx) => tx.run(`insert into counter (writer, n) values ('late', 1)`));
    const holder = new WriterProcess('hang', url, 'holder');
    await holder.holds();
    await expect(insert()).rejects.toMatchObject({ code: 'busy' });
    await holder.kill();
    expect(await insert()).toBe(1);
  });
}
