import { setTimeout as sleep } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';
import { codeOf } from '../base/errors.ts';
import type { Database, EngineTraits, OpenOptions, Row, Transaction, Value } from './port.ts';
import { BUSY_PATIENCE_MS, BUSY_SLICE_MS, connect } from './sqlite-connection.ts';
import { translate } from './sqlite-errors.ts';
import { toPositional } from './sqlite-statement.ts';

const SQLITE: EngineTraits = {
  name: 'sqlite',
  skipLocked: '',
  tableExists: `select 1 as found from sqlite_master where type = 'table' and name = $1`,
};

/** Between two attempts; the thread is free meanwhile. */
const BUSY_PAUSE_MS = 10;

interface Prepared {
  query(parameters: readonly Value[]): Row[];
  run(parameters: readonly Value[]): number;
}

export function openSqlite(path: string, options: OpenOptions = {}): Database {
  return new SqliteDatabase(path, options);
}

/**
 * One connection, one caller at a time: every query waits for the transaction before it. That a transaction
 * may await its rows (from a worker thread) is why the lock is a promise queue and not SQLite's own.
 */
class SqliteDatabase implements Database {
  readonly traits = SQLITE;
  readonly location: string;
  readonly #connection: Sqlite.Database;
  readonly #prepared = new Map<string, Prepared>();
  readonly #patienceMs: number;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(path: string, options: OpenOptions) {
    this.location = `sqlite:${path}`;
    this.#connection = connect(path, options);
    this.#patienceMs = options.busyTimeoutMs ?? BUSY_PATIENCE_MS;
  }

  async query<T extends object = Row>(sql: string, parameters: readonly Value[] = []): Promise<T[]> {
    return this.#exclusive(() => patiently(() => this.#query<T>(sql, parameters), this.#patienceMs));
  }

  async run(sql: string, parameters: readonly Value[] = []): Promise<number> {
    return this.#exclusive(() => patiently(() => this.#run(sql, parameters), this.#patienceMs));
  }

  async transaction<T>(fn: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#exclusive(async () => {
      await patiently(() => this.#execute('begin immediate'), this.#patienceMs);
      try {
        const result = await fn(this.#asTransaction());
        this.#execute('commit');
        return result;
      } finally {
        // Also after a failed commit: the connection must never keep a transaction that nobody owns.
        if (this.#connection.inTransaction) this.#execute('rollback');
      }
    });
  }

  async script(_tx: Transaction, sql: string): Promise<void> {
    this.#execute(sql);
  }

  async durabilityProblems(): Promise<string[]> {
    return this.#exclusive(async () => {
      const problems: string[] = [];
      const journal = this.#connection.pragma('journal_mode', { simple: true });
      if (journal !== 'wal') problems.push(`journal mode is ${String(journal)}, not wal`);
      const synchronous = Number(this.#connection.pragma('synchronous', { simple: true }));
      if (synchronous < 2) problems.push('synchronous is below FULL: a power cut can lose committed work');
      return problems;
    });
  }

  async close(): Promise<void> {
    await this.#exclusive(async () => {
      this.#connection.close();
    });
  }

  #asTransaction(): Transaction {
    return {
      query: async <T extends object>(sql: string, parameters: readonly Value[] = []) =>
        this.#query<T>(sql, parameters),
      run: async (sql, parameters = []) => this.#run(sql, parameters),
      insertMany: async (table, columns, rows) => this.#insertMany(table, columns, rows),
      savepoint: async (fn) => this.#savepoint(fn),
    };
  }

  #query<T extends object>(sql: string, parameters: readonly Value[]): T[] {
    try {
      return this.#prepare(sql).query(parameters) as T[];
    } catch (thrown) {
      throw translate(thrown, `query ${this.location}`);
    }
  }

  #run(sql: string, parameters: readonly Value[]): number {
    try {
      return this.#prepare(sql).run(parameters);
    } catch (thrown) {
      throw translate(thrown, `write to ${this.location}`);
    }
  }

  #insertMany(table: string, columns: readonly string[], rows: readonly (readonly Value[])[]): number {
    const marks = columns.map((_, index) => `$${index + 1}`).join(', ');
    // `or ignore`, not `on conflict do nothing`: beside a trigger the latter opens a statement journal for every row.
    const sql = `insert or ignore into ${table} (${columns.join(', ')}) values (${marks})`;
    try {
      const statement = this.#prepare(sql);
      let inserted = 0;
      for (const row of rows) inserted += statement.run(row);
      return inserted;
    } catch (thrown) {
      throw translate(thrown, `insert into ${table} of ${this.location}`);
    }
  }

  async #savepoint<T>(fn: () => Promise<T>): Promise<T> {
    this.#execute('savepoint part');
    try {
      const result = await fn();
      this.#execute('release part');
      return result;
    } catch (thrown) {
      // A full disk makes SQLite roll back the whole transaction by itself; then there is no savepoint left.
      if (this.#connection.inTransaction) this.#execute('rollback to part; release part');
      throw thrown;
    }
  }

  #prepare(sql: string): Prepared {
    let prepared = this.#prepared.get(sql);
    if (prepared === undefined) {
      prepared = prepareStatement(this.#connection, sql);
      this.#prepared.set(sql, prepared);
    }
    return prepared;
  }

  #execute(sql: string): void {
    try {
      this.#connection.exec(sql);
    } catch (thrown) {
      throw translate(thrown, `${sql.length < 40 ? sql : 'run a script'} on ${this.location}`);
    }
  }

  #exclusive<T>(fn: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(fn);
    // Only the order is kept here; the failure belongs to the caller, who has `result`.
    this.#tail = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }
}

/** Tries again while another connection holds the write lock. Nothing has happened yet when SQLite says busy. */
async function patiently<T>(attempt: () => T, patienceMs: number): Promise<T> {
  let waitedMs = 0;
  for (;;) {
    try {
      return attempt();
    } catch (thrown) {
      if (codeOf(thrown) !== 'busy' || waitedMs >= patienceMs) throw thrown;
    }
    const pauseMs = BUSY_PAUSE_MS * (1 + Math.random());
    waitedMs += BUSY_SLICE_MS + pauseMs;
    await sleep(pauseMs);
  }
}

function prepareStatement(connection: Sqlite.Database, sql: string): Prepared {
  const positional = toPositional(sql);
  const statement = connection.prepare<unknown[], Row>(positional.sql);
  return {
    query: (parameters) => statement.all(...positional.arrange(parameters)),
    run: (parameters) => statement.run(...positional.arrange(parameters)).changes,
  };
}
