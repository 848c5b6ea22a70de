import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database/index.ts';
import { toPositional } from '../../src/database/sqlite-statement.ts';
import { codeForNobody } from './as-nobody.ts';
import { describeDatabase } from './conformance.ts';
import { freshFolder, freshUrl } from './fresh-sqlite.ts';

describeDatabase('SQLite', freshUrl);

/** A file system of 1 MB of our own. Lazily unmounted: it stays until the last file in it is closed. */
async function withTinyDisk(fn: (folder: string, remount: (option: string) => void) => Promise<void>): Promise<void> {
  const folder = freshFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'handoff-test', folder]);
  try {
    await fn(folder, (option) => execFileSync('mount', ['-o', `remount,${option}`, folder]));
  } finally {
    execFileSync('umount', ['-l', folder]);
  }
}

describe('errors of SQLite', () => {
  test('the folder of a new database is made', async () => {
    const file = join(freshFolder(), 'a', 'b', 'new.db');
    const database = await openDatabase(`sqlite:${file}`);
    await database.close();
    expect(existsSync(file)).toBe(true);
  });

  test('a database that must exist and does not is misconfigured, and not made', async () => {
    const file = join(freshFolder(), 'none', 'none.db');
    const attempt = openDatabase(`sqlite:${file}`, { mustExist: true });
    await expect(attempt).rejects.toMatchObject({
      code: 'misconfigured',
      hint: expect.stringContaining('--database') as unknown,
    });
    expect(existsSync(join(file, '..'))).toBe(false);
  });

  test('a folder that is a file, and a database that is a folder, are misconfigured', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'file'), '');
    await expect(openDatabase(`sqlite:${folder}/file/x.db`)).rejects.toMatchObject({ code: 'misconfigured' });
    await expect(openDatabase(`sqlite:${folder}`)).rejects.toMatchObject({ code: 'misconfigured' });
  });

  test('a file that is no database is corrupt, and is left as it was', async () => {
    const file = join(freshFolder(), 'letter.db');
    const text = 'dear reader, this is a letter and no database at all. '.repeat(100);
    writeFileSync(file, text);
    await expect(openDatabase(`sqlite:${file}`)).rejects.toMatchObject({ code: 'corrupt' });
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('an unknown kind of database is misconfigured, and its password stays out of the message', async () => {
    const attempt = openDatabase('mysql://scott:tiger@host/db');
    await expect(attempt).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.not.stringContaining('tiger') as unknown,
    });
    await expect(openDatabase('sqlite:')).rejects.toMatchObject({ code: 'misconfigured' });
  });

  test('a page that was overwritten is corrupt', async () => {
    const url = await freshUrl();
    const database = await openDatabase(url);
    await database.run('create table t (x text)');
    for (let n = 0; n < 20; n += 1) await database.run('insert into t values ($1)', ['x'.repeat(9_000)]);
    await database.close();
    const file = url.slice('sqlite:'.length);
    writeFileSync(file, readFileSync(file).fill(0xab, 16_384));
    const damaged = await openDatabase(url);
    await expect(damaged.query('select x from t')).rejects.toMatchObject({ code: 'corrupt' });
    await damaged.close();
  });
});

describe('a disk of its own, which needs root to mount it', () => {
  test('a full disk is disk_full; the transaction is undone as a whole and what was there stays', async () => {
    await withTinyDisk(async (folder) => {
      const database = await openDatabase(`sqlite:${folder}/small.db`);
      await database.run('create table t (x text)');
      await database.run(`insert into t values ('first')`);
      const attempt = database.transaction(async (tx) => {
        await tx.run(`insert into t values ('second')`);
        await tx.savepoint(async () => {
          for (let n = 0; n < 1000; n += 1) await tx.run('insert into t values ($1)', ['x'.repeat(100_000)]);
        });
      });
      await expect(attempt).rejects.toMatchObject({
        code: 'disk_full',
        hint: expect.stringContaining('free space') as unknown,
      });
      expect(await database.query('select x from t')).toEqual([{ x: 'first' }]);
      await database.close();
    });
  });

  test('a file system that is mounted read-only is read_only', async () => {
    await withTinyDisk(async (folder, remount) => {
      const writer = await openDatabase(`sqlite:${folder}/small.db`);
      await writer.run('create table t (x text)');
      await writer.close();
      remount('ro');
      await expect(openDatabase(`sqlite:${folder}/small.db`)).rejects.toMatchObject({ code: 'read_only' });
      await expect(openDatabase(`sqlite:${folder}/other.db`)).rejects.toMatchObject({ code: 'misconfigured' });
    });
  });
});

describe('permissions', () => {
  /** Somebody without rights must be able to reach the folder itself. */
  function openFolder(mode: number): string {
    const folder = mkdtempSync('/tmp/handoff-permissions-');
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    chmodSync(folder, mode);
    return folder;
  }

  test('a read-only file is read_only when it is written', async () => {
    const file = join(openFolder(0o777), 'x.db');
    const writer = await openDatabase(`sqlite:${file}`);
    await writer.run('create table t (x text)');
    await writer.close();
    chmodSync(file, 0o444);
    expect(codeForNobody(`sqlite:${file}`, `insert into t values ('x')`)).toBe('read_only');
  });

  test('a folder that may not be written is misconfigured', () => {
    expect(codeForNobody(`sqlite:${openFolder(0o555)}/x.db`, 'create table t (x text)')).toBe('misconfigured');
  });
});

describe('settings of SQLite', () => {
  test('a new database has pages of 16 KiB and a write-ahead log', async () => {
    const url = await freshUrl();
    const database = await openDatabase(url);
    await database.run('create table t (x text)');
    expect(await database.query('pragma page_size')).toEqual([{ page_size: 16_384 }]);
    expect(await database.query('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    await database.close();
    expect(statSync(url.slice('sqlite:'.length)).size % 16_384).toBe(0);
  });

  test('a database in memory is told that it does not survive a power cut', async () => {
    const database = await openDatabase('sqlite::memory:');
    expect(await database.durabilityProblems()).not.toEqual([]);
    await database.close();
  });
});

describe('numbered parameters', () => {
  test.each([
    ['select $1, $2', ['a', 'b'], 'select ?, ?', ['a', 'b']],
    ['select $2, $1', ['a', 'b'], 'select ?, ?', ['b', 'a']],
    ['select $1, $1, $2', ['a', 'b'], 'select ?, ?, ?', ['a', 'a', 'b']],
    ['select $10, $1', 'abcdefghij'.split(''), 'select ?, ?', ['j', 'a']],
    ['select 1', [], 'select 1', []],
  ])('%s', (sql, parameters, positional, arranged) => {
    const statement = toPositional(sql);
    expect(statement.sql).toBe(positional);
    expect(statement.arrange(parameters)).toEqual(arranged);
  });
});
