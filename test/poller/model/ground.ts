/** The real database and the real store that one interleaving runs on, and the people around them. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { auditModule, openAuditLog } from '../../../src/audit/index.ts';
import type { Clock } from '../../../src/base/clock.ts';
import { silentLog } from '../../../src/base/log.ts';
import { claimStamp, type Database, migrate, openDatabase, stampModule } from '../../../src/database/index.ts';
import { type ObjectStore, openStore, payloadOf } from '../../../src/objectstore/index.ts';
import { type PollerDeps, pollerModule } from '../../../src/poller/index.ts';
import { archiveKey, quarantineKey } from '../../../src/poller/keys.ts';
import { INBOX, ROUTES, SYSTEM } from '../world.ts';
import { bytesOf, type Id, type Kind } from './deliveries.ts';
import { identityOf } from './snapshot.ts';

/** An object that was put into the inbox by somebody. */
export interface Delivery {
  readonly id: Id;
  readonly kind: Kind;
  readonly sha256: string;
  /** Somebody took it away or wrote over it while it lay in the inbox: nothing is promised about it any more. */
  isTaken: boolean;
}

/** Time that stands still until it is moved. */
export class HandClock implements Clock {
  #nowMs = Date.now();

  now(): number {
    return this.#nowMs;
  }

  advance(ms: number): void {
    this.#nowMs += ms;
  }
}

export interface Ground {
  readonly root: string;
  readonly clock: HandClock;
  readonly database: Database;
  readonly store: ObjectStore;
  readonly deps: PollerDeps;
  /** By what identifies an object for ever: inode, size and time. */
  readonly deliveries: Map<string, Delivery>;
  /** Keys of copies that a stranger took. */
  readonly squatted: Set<string>;
  remove(): Promise<void>;
}

/** A folder in memory where there is one, with a database ready to be copied: making the tables takes longer than a run. */
export class Template {
  readonly #folder: string;
  #count = 0;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async make(): Promise<Template> {
    const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'handoff-model-'));
    const database = await openDatabase(`sqlite:${join(folder, 'template.db')}`);
    const clock = new HandClock();
    await migrate(database, [stampModule, auditModule, pollerModule], clock);
    await claimStamp(database, { system: SYSTEM, role: 'consumer' }, clock);
    await database.close();
    return new Template(folder);
  }

  async open(): Promise<Ground> {
    this.#count += 1;
    const folder = join(this.#folder, String(this.#count));
    mkdirSync(folder);
    copyFileSync(join(this.#folder, 'template.db'), join(folder, 'platform.db'));
    const clock = new HandClock();
    const database = await openDatabase(`sqlite:${join(folder, 'platform.db')}`);
    const root = join(folder, 'bucket');
    const store = await openStore(`file:${root}`, { clock });
    const audit = openAuditLog(SYSTEM, clock);
    const signal = new AbortController().signal;
    const spoolFolder = join(folder, 'spool');
    const remove = async (): Promise<void> => {
      await database.close();
      await store.close();
      rmSync(folder, { recursive: true });
    };
    const deps = { database, store, audit, clock, log: silentLog, signal, system: SYSTEM, spoolFolder };
    return { root, clock, database, store, deps, deliveries: new Map(), squatted: new Set(), remove };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

export function inboxKey(id: Id): string {
  return `${INBOX}${id}.json`;
}

/** The producer puts an object, write-once. False when the name is taken. */
export async function putByProducer(ground: Ground, id: Id, kind: Kind): Promise<boolean> {
  const { text, statedSha256 } = bytesOf(id, kind);
  const payload = payloadOf(Buffer.from(text));
  const metadata = { sha256: statedSha256 ?? payload.sha256 };
  if ((await ground.store.putIfAbsent(inboxKey(id), payload, metadata, ground.deps.signal)) === 'exists') return false;
  remember(ground, id, kind, payload.sha256);
  return true;
}

/** A stranger takes the object away. */
export function takeAway(ground: Ground, id: Id): void {
  forget(ground, id);
  rmSync(join(ground.root, inboxKey(id)), { force: true });
}

/** A stranger puts an object in the place of whatever is there. `isYoung`: so recently that it may still be written. */
export function overwrite(ground: Ground, id: Id, kind: Kind, isYoung: boolean): void {
  forget(ground, id);
  const path = join(ground.root, inboxKey(id));
  mkdirSync(join(ground.root, INBOX), { recursive: true });
  const { text } = bytesOf(id, kind);
  writeFileSync(`${path}.part`, text);
  // Never the same time twice: a file system may give an inode number again at once.
  const ageMs = (isYoung ? 0 : 60_000) + ground.deliveries.size;
  const when = (ground.clock.now() - ageMs) / 1000;
  utimesSync(`${path}.part`, when, when);
  renameSync(`${path}.part`, path);
  remember(ground, id, kind, payloadOf(Buffer.from(text)).sha256);
}

/** A stranger has put something else where the copies of such a file would go today. */
export function squat(ground: Ground, id: Id, kind: Kind): void {
  const { sha256 } = payloadOf(Buffer.from(bytesOf(id, kind).text));
  const now = ground.clock.now();
  const [route] = ROUTES;
  if (route === undefined) throw new Error('there is no route');
  const keys = [
    archiveKey(SYSTEM, route.prefix, id, sha256, now),
    quarantineKey(SYSTEM, route.prefix, { key: inboxKey(id), etag: '' }, sha256, now),
  ];
  for (const key of keys) {
    const path = join(ground.root, key);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    // As long as the right bytes, so that nothing but the hash tells them apart.
    writeFileSync(path, bytesOf(id, kind).text.replace(/./, '['));
    ground.squatted.add(key);
  }
}

function remember(ground: Ground, id: Id, kind: Kind, sha256: string): void {
  const identity = identityOf(join(ground.root, inboxKey(id)));
  if (identity === undefined) throw new Error('what was just put is not there');
  ground.deliveries.set(identity, { id, kind, sha256, isTaken: false });
}

function forget(ground: Ground, id: Id): void {
  const identity = identityOf(join(ground.root, inboxKey(id)));
  const delivery = identity === undefined ? undefined : ground.deliveries.get(identity);
  if (delivery !== undefined) delivery.isTaken = true;
}
