import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, utimes, writeFile } from 'node:fs/promises';
import { onTestFinished } from 'vitest';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditModule, type AuditLog, openAuditLog, verifyAudit } from '../../src/audit/index.ts';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import { silentLog } from '../../src/base/log.ts';
import { thisProcess } from '../../src/base/process-identity.ts';
import { leadCardBatch } from '../../src/contract/index.ts';
import { claimStamp, type Database, migrate, openDatabase, stampModule } from '../../src/database/index.ts';
import { type ObjectStore, openStore, payloadOf } from '../../src/objectstore/index.ts';
import {
  type PollerDeps,
  pollerModule,
  type PollReport,
  type PollRequest,
  type Route,
  runPoll,
} from '../../src/poller/index.ts';
import { generateLead } from '../../fixtures/generate-leads.ts';

export const SYSTEM = 'nextier-execution';
export const INBOX = 'exports/lead-batches/';

export const ROUTES: readonly Route[] = [{ contract: leadCardBatch, prefix: 'lead-batches' }];

/** One consumer with its own store, database and time; kept on disk when a test fails. */
export interface World {
  readonly folder: string;
  readonly store: ObjectStore;
  readonly database: Database;
  readonly deps: PollerDeps;
  poll(overrides?: Partial<PollRequest>): Promise<PollReport>;
  /** Puts an object as a producer does, write-once, or as a stranger does, without metadata. */
  put(name: string, body: string | Uint8Array, metadata?: Record<string, string>): Promise<void>;
  keys(prefix: string): Promise<string[]>;
  count(sql: string): Promise<number>;
  /** All audit rows in order, chain and completeness checked. */
  auditEvents(): Promise<string[]>;
}

export interface WorldOptions {
  readonly storeUrl?: string;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
}

export async function makeWorld(options: WorldOptions = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'handoff-poller-'));
  const clock = options.clock ?? systemClock;
  const database = await openDatabase(`sqlite:${join(folder, 'platform.db')}`);
  await migrate(database, [stampModule, auditModule, pollerModule], clock);
  await claimStamp(database, { system: SYSTEM, role: 'consumer' }, clock);
  const store = await openStore(options.storeUrl ?? `file:${join(folder, 'bucket')}`);
  const audit: AuditLog = openAuditLog(SYSTEM, clock);
  const signal = options.signal ?? new AbortController().signal;
  onTestFinished(async () => {
    await database.close();
    await store.close();
  });
  const deps = {
    database,
    store,
    audit,
    clock,
    log: silentLog,
    signal,
    system: SYSTEM,
    spoolFolder: join(folder, 'spool'),
  };
  return {
    folder,
    store,
    database,
    deps,
    poll: (overrides = {}) =>
      runPoll(deps, {
        routes: ROUTES,
        worker: 'default',
        identity: thisProcess(),
        limit: 10_000,
        breaker: false,
        ...overrides,
      }),
    put: async (name, body, metadata) => {
      const bytes = typeof body === 'string' ? Buffer.from(body) : body;
      const payload = payloadOf(bytes);
      await store.putIfAbsent(`${INBOX}${name}`, payload, metadata ?? { sha256: payload.sha256 }, signal);
    },
    keys: async (prefix) => {
      const keys: string[] = [];
      for await (const page of store.list(prefix, { signal })) keys.push(...page.map((object) => object.key));
      return keys;
    },
    count: async (sql) => Number(Object.values((await database.query(sql))[0] ?? { n: 0 })[0]),
    auditEvents: async () => {
      const verdict = await verifyAudit(database);
      if (verdict.integrity !== 'ok' || verdict.completeness !== 'ok') throw new Error(JSON.stringify(verdict));
      return (await database.query<{ event: string }>('select event from audit_log order by seq')).map(
        (row) => row.event,
      );
    },
  };
}

/** A hand-made copy: no metadata, and old enough to be settled. */
export async function dropByHand(
  world: World,
  name: string,
  body: string | Uint8Array,
  ageMs = 60_000,
): Promise<string> {
  const inbox = join(world.folder, 'bucket', INBOX);
  await mkdir(inbox, { recursive: true });
  const path = join(inbox, name);
  await writeFile(path, body);
  const when = new Date(Date.now() - ageMs);
  await utimes(path, when, when);
  return path;
}

export function lead(position: number, change: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...(generateLead(position, 7) as unknown as Record<string, unknown>), ...change };
}

export interface EnvelopeOptions {
  readonly id?: string;
  readonly records?: readonly unknown[];
  readonly change?: Record<string, unknown>;
}

/** A good envelope of three leads unless something is changed. */
export function envelope(options: EnvelopeOptions = {}): Record<string, unknown> {
  const id = options.id ?? 'sxp_2026_01_11_001';
  return {
    batch_id: id,
    schema_version: 'v1',
    created_at: `${id.slice(4, 14).replaceAll('_', '-')}T18:22:00Z`,
    source: 'social-xpress-engine',
    target: SYSTEM,
    records: options.records ?? [lead(1), lead(2), lead(3)],
    ...options.change,
  };
}

export function sha256(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}

/** Another process at work under this name, as its lease tells. */
export async function runElsewhere(world: World, worker: string, pid: number): Promise<void> {
  const { host } = thisProcess();
  await world.database.run(
    `insert into run (run_id, worker, host, pid, started, started_at) values ($1, $2, $3, $4, '', '2026-01-01T00:00:00.000Z')`,
    [`run-${worker}`, worker, `${host} elsewhere`, pid],
  );
  await world.database.run('insert into run_lease (worker, run_id, lease_until_ms) values ($1, $2, $3)', [
    worker,
    `run-${worker}`,
    Date.now() + 600_000,
  ]);
}
