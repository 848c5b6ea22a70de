/**
 * A relational database as the project needs it: one SQL text for both engines, `$1…$n` parameters,
 * and transactions that one caller at a time holds.
 *
 * Codes thrown: `busy` (try again), `unavailable`, `disk_full`, `read_only`, `corrupt`, `misconfigured`.
 */
export type Value = string | number | bigint | null;
export type Row = Record<string, Value>;

/** What differs between engines is data here, never an `if` on the engine's name elsewhere. */
export interface EngineTraits {
  readonly name: 'sqlite' | 'postgres';
  /** Appended to a claiming sub-select so that two workers never wait for one row. Empty where one writer exists anyway. */
  readonly skipLocked: string;
  /** A select with a row when the table named `$1` exists. */
  readonly tableExists: string;
}

export interface Queries {
  /** All rows of a select, or of a statement with `returning`. */
  query<T extends object = Row>(sql: string, parameters?: readonly Value[]): Promise<T[]>;
  /** Runs a statement; the number of rows it changed. */
  run(sql: string, parameters?: readonly Value[]): Promise<number>;
}

export interface Transaction extends Queries {
  /**
   * Inserts rows of values in column order; rows that break a unique index are left out.
   * Returns how many were inserted; less than `rows.length` means that some existed.
   */
  insertMany(table: string, columns: readonly string[], rows: readonly (readonly Value[])[]): Promise<number>;
  /** Runs `fn` so that its throwing undoes its writes alone, not the whole transaction's. */
  savepoint<T>(fn: () => Promise<T>): Promise<T>;
}

export interface OpenOptions {
  /** Fails with `misconfigured` instead of making a new database: for commands that only read. */
  readonly mustExist?: boolean;
  /** How long a write waits for another process's before `busy`; a minute unless told. */
  readonly busyTimeoutMs?: number;
}

export interface Database extends Queries {
  readonly traits: EngineTraits;
  /** Where it is: for messages, and to open the same file once more. No secrets. */
  readonly location: string;
  /** Commits when `fn` resolves, rolls back when it throws. Serialised per connection: never nest, never await the store inside. */
  transaction<T>(fn: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Runs several statements separated by `;`, without parameters: migrations only. */
  script(tx: Transaction, sql: string): Promise<void>;
  /** Empty when a committed transaction survives a power cut; otherwise what is wrong, one sentence each. */
  durabilityProblems(): Promise<string[]>;
  close(): Promise<void>;
}

/** One folder's tables. Append-only: a released step never changes, a new one goes to the end; its number is its place, from 1. */
export interface Module {
  readonly name: string;
  readonly steps: readonly Readonly<Record<Extract<EngineTraits['name'], 'sqlite'>, string>>[];
}
