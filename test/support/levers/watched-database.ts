/** Stands in for `database/open.ts` in a watched process: a point inside and after each transaction, named by what it writes. */
import { openDatabase as openReal } from '../../../src/database/open.ts';
import type { Database, OpenOptions, Transaction, Value } from '../../../src/database/port.ts';
import { reach } from './points.ts';

/** Always beside another entry, the verdict's. */
const BESIDE_OTHERS = 'handoff.verified';

export async function openDatabase(url: string, options?: OpenOptions): Promise<Database> {
  const real = await openReal(url, options);
  return {
    traits: real.traits,
    location: real.location,
    query: (sql, parameters) => real.query(sql, parameters),
    run: async (sql, parameters) => {
      const changed = await real.run(sql, parameters);
      reach(`after ${nameOfStatement(sql, parameters)}`);
      return changed;
    },
    transaction: (fn) => transaction(real, fn),
    script: (tx, sql) => real.script(tx, sql),
    durabilityProblems: () => real.durabilityProblems(),
    close: () => real.close(),
  };
}

async function transaction<T>(real: Database, fn: (tx: Transaction) => Promise<T>): Promise<T> {
  const writes = new Writes();
  const result = await real.transaction(async (tx) => {
    const inner = await fn(watched(tx, writes));
    reach(...writes.names('inside'));
    return inner;
  });
  reach(...writes.names('after'));
  return result;
}

/** A transaction goes by its audit entries, one name for each; one without any by its statements. */
class Writes {
  readonly #events: string[] = [];
  readonly #statements = new Set<string>();

  note(sql: string, parameters: readonly Value[] = []): void {
    if (/^\s*(?:select|with)\b/i.test(sql)) return;
    if (!/into audit_log/.test(sql)) this.#statements.add(nameOfStatement(sql, parameters));
    else if (eventOf(parameters) !== BESIDE_OTHERS) this.#events.push(eventOf(parameters));
  }

  names(where: 'inside' | 'after'): string[] {
    const names = this.#events.length > 0 ? this.#events : [...this.#statements];
    return names.map((name) => `${where} ${name}`);
  }
}

function watched(tx: Transaction, writes: Writes): Transaction {
  return {
    query: (sql, parameters) => {
      writes.note(sql, parameters);
      return tx.query(sql, parameters);
    },
    run: (sql, parameters) => {
      writes.note(sql, parameters);
      return tx.run(sql, parameters);
    },
    insertMany: async (table, columns, rows) => {
      const inserted = await tx.insertMany(table, columns, rows);
      reach(`inserted into ${table}`);
      return inserted;
    },
    savepoint: (fn) => tx.savepoint(fn),
  };
}

function eventOf(parameters: readonly Value[]): string {
  const entry = parameters.find((value) => typeof value === 'string' && value.startsWith('{'));
  return (JSON.parse(String(entry ?? '{"event":"audit.other"}')) as { event: string }).event;
}

/** `insert into run`, `file to ready`, `update file set claim_token of committed`. */
function nameOfStatement(sql: string, parameters: readonly Value[] = []): string {
  const [, table, column, value] = /^\s*update\s+(\w+)\s+set\s+(\w+)\s*=\s*('\w+'|[$]1)?/i.exec(sql) ?? [];
  if (table === undefined) return firstWords(sql);
  if (column === 'state') return `${table} to ${value === '$1' ? String(parameters[0]) : String(value).slice(1, -1)}`;
  const of = /where\s+state\s*=\s*'(\w+)'/.exec(sql)?.[1];
  return `update ${table} set ${column}${of === undefined ? '' : ` of ${of}`}`;
}

function firstWords(sql: string): string {
  return /^\s*(\w+(?:\s+(?:into|from|or\s+\w+\s+into))?\s+\w+)/i.exec(sql)?.[1]?.replace(/\s+/g, ' ') ?? 'a statement';
}
