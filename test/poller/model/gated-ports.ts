import type { Database, Transaction } from '../../../src/database/index.ts';
import type {
  Metadata,
  ObjectHead,
  ObjectInfo,
  ObjectStore,
  OpenObject,
  Payload,
} from '../../../src/objectstore/index.ts';
import type { Gate } from './gate.ts';

/** The label under which a transaction waits; every other label is a call of the store. */
export const TRANSACTION = 'transaction';

/** The real database, each transaction behind the gate. Single reads go through: nothing can come between them and what they see. */
export function gatedDatabase(real: Database, gate: Gate): Database {
  return {
    traits: real.traits,
    location: real.location,
    query: async (sql, parameters) => real.query(sql, parameters),
    run: async (sql, parameters) => real.run(sql, parameters),
    transaction: async <T>(fn: (tx: Transaction) => Promise<T>) =>
      gate.through(TRANSACTION, async () => real.transaction(fn)),
    script: async (tx, sql) => real.script(tx, sql),
    durabilityProblems: async () => real.durabilityProblems(),
    close: async () => {},
  };
}

/** The real store, each call behind the gate. What a process has open is closed when it is killed, as the kernel does. */
export class GatedStore implements ObjectStore {
  readonly location: string;
  readonly identity: string;
  readonly #real: ObjectStore;
  readonly #gate: Gate;
  readonly #opened = new Set<OpenObject>();

  constructor(real: ObjectStore, gate: Gate) {
    this.location = real.location;
    this.identity = real.identity;
    this.#real = real;
    this.#gate = gate;
  }

  get requests(): Readonly<Record<string, number>> {
    return this.#real.requests;
  }

  async *list(prefix: string, options: { signal: AbortSignal }): AsyncGenerator<readonly ObjectInfo[]> {
    yield* await this.#gate.throughFaulty(`list ${prefix}`, async () => {
      const pages: (readonly ObjectInfo[])[] = [];
      for await (const page of this.#real.list(prefix, options)) pages.push(page);
      return pages;
    });
  }

  async head(key: string, signal: AbortSignal): Promise<ObjectHead | undefined> {
    return this.#gate.throughFaulty(`head ${key}`, async () => this.#real.head(key, signal));
  }

  async open(key: string, options: { signal: AbortSignal; etag?: string }): Promise<OpenObject> {
    const opened = await this.#gate.throughFaulty(`open ${key}`, async () => {
      const object = await this.#real.open(key, options);
      this.#opened.add(object);
      return object;
    });
    const close = async (): Promise<void> => {
      this.#opened.delete(opened);
      await this.#gate.track(async () => opened.close());
    };
    return { head: opened.head, body: opened.body, close };
  }

  async putIfAbsent(
    key: string,
    payload: Payload,
    metadata: Metadata,
    signal: AbortSignal,
  ): Promise<'created' | 'exists'> {
    return this.#gate.throughFaulty(`put ${key}`, async () => this.#real.putIfAbsent(key, payload, metadata, signal));
  }

  async preserve(
    source: { readonly key: string; readonly etag: string },
    destination: string,
    payload: Payload | undefined,
    metadata: Metadata,
    signal: AbortSignal,
  ): Promise<'created' | 'exists'> {
    return this.#gate.throughFaulty(`preserve ${destination}`, async () =>
      this.#real.preserve(source, destination, payload, metadata, signal),
    );
  }

  async remove(key: string, etag: string, signal: AbortSignal): Promise<'removed' | 'gone' | 'changed'> {
    return this.#gate.throughFaulty(`remove ${key}`, async () => this.#real.remove(key, etag, signal));
  }

  async create(signal: AbortSignal): Promise<void> {
    await this.#real.create(signal);
  }

  async close(): Promise<void> {
    for (const object of this.#opened) await object.close();
    this.#opened.clear();
  }
}
