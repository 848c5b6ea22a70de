/** What the tables and the store hold at one moment, read without any code that is under test. */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../../src/database/index.ts';
import type { FileRow } from '../../../src/poller/file-table.ts';

export interface StoredObject {
  readonly key: string;
  /** Inode, size and time: the part of an etag that a link does not change. */
  readonly identity: string;
  readonly sha256: string;
}

export interface LedgerRow {
  readonly batch_id: string;
  readonly sha256: string;
  readonly records: number;
}

export interface Tables {
  readonly files: ReadonlyMap<number, FileRow>;
  readonly ledger: ReadonlyMap<string, LedgerRow>;
  /** Lead cards by batch. */
  readonly cards: ReadonlyMap<string, number>;
}

export type Objects = ReadonlyMap<string, StoredObject>;

export async function readTables(database: Database): Promise<Tables> {
  const files = await database.query<FileRow>('select * from file order by id');
  const ledger = await database.query<LedgerRow>('select batch_id, sha256, records from batch');
  const cards = await database.query<{ batch_id: string; n: number }>(
    'select batch_id, count(*) as n from lead_card group by batch_id',
  );
  return {
    files: new Map(files.map((row) => [row.id, row])),
    ledger: new Map(ledger.map((row) => [row.batch_id, row])),
    cards: new Map(cards.map((row) => [row.batch_id, row.n])),
  };
}

/** Looks at a store's folder; what has the same inode, size and time as before is not hashed again. */
export class StoreEye {
  readonly #root: string;
  readonly #hashes = new Map<string, string>();

  constructor(root: string) {
    this.#root = root;
  }

  /** All objects by key, without the adapter's own folders. */
  look(): Objects {
    const objects = new Map<string, StoredObject>();
    for (const top of ['exports', 'archive', 'quarantine']) this.#walk(top, objects);
    return objects;
  }

  #walk(folder: string, objects: Map<string, StoredObject>): void {
    for (const entry of entriesOf(join(this.#root, folder))) {
      const key = `${folder}/${entry.name}`;
      if (entry.isDirectory()) this.#walk(key, objects);
      else objects.set(key, this.#objectAt(key));
    }
  }

  #objectAt(key: string): StoredObject {
    const path = join(this.#root, key);
    const identity = identityOf(path) ?? '';
    const sha256 = this.#hashes.get(identity) ?? createHash('sha256').update(readFileSync(path)).digest('hex');
    this.#hashes.set(identity, sha256);
    return { key, identity, sha256 };
  }
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw thrown;
  }
}

/** Undefined when there is no such file. */
export function identityOf(path: string): string | undefined {
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stat && `${stat.ino}-${stat.size}-${stat.mtimeNs}`;
}

/** The object that a row observed: its etag begins with the object's identity. */
export function identityOfEtag(etag: string): string {
  return etag.slice(0, etag.lastIndexOf('-'));
}

/** As the inbox shows it, or undefined: another object may have the key by now. */
export function sourceOf(
  objects: Objects,
  row: { readonly key: string; readonly etag: string },
): StoredObject | undefined {
  const found = objects.get(row.key);
  return found?.identity === identityOfEtag(row.etag) ? found : undefined;
}

/** Bytes with this hash lie there, whatever they are called. */
export function holds(objects: Objects, prefix: 'archive/' | 'quarantine/', sha256: string): boolean {
  for (const object of objects.values()) if (object.key.startsWith(prefix) && object.sha256 === sha256) return true;
  return false;
}
