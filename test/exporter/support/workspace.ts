import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditModule, openAuditLog, verifyAudit } from '../../../src/audit/index.ts';
import { type Clock, systemClock } from '../../../src/base/clock.ts';
import { silentLog } from '../../../src/base/log.ts';
import { leadCardBatch } from '../../../src/contract/index.ts';
import { type Database, migrate, openDatabase, stampModule } from '../../../src/database/index.ts';
import {
  type ExporterDeps,
  exporterModule,
  exportInputs,
  type ExportReport,
  type ExportRequest,
} from '../../../src/exporter/index.ts';
import { type ObjectStore, openStore } from '../../../src/objectstore/index.ts';

export const PREFIX = 'exports/lead-batches/';

export interface Workspace {
  readonly folder: string;
  readonly deps: ExporterDeps;
  readonly database: Database;
  readonly store: ObjectStore;
  /** Writes a file into the folder; its path. */
  write(name: string, content: string | Uint8Array): string;
  read(name: string): string;
  export(inputs: readonly string[], changes?: Partial<ExportRequest>): Promise<ExportReport>;
  /** Keys and parsed documents of what is in the inbox, in key order. */
  published(): Promise<Map<string, { batch_id: string; records: { lead_id: string }[] }>>;
}

export interface WorkspaceOptions {
  readonly folder?: string;
  readonly databaseName?: string;
  readonly system?: string;
  readonly clock?: Clock;
  readonly wrapStore?: (store: ObjectStore) => ObjectStore;
}

/** One exporter with a real database and a real folder as its bucket. */
export async function openWorkspace(options: WorkspaceOptions = {}): Promise<Workspace> {
  const folder = options.folder ?? (await ownFolder());
  mkdirSync(folder, { recursive: true });
  const clock = options.clock ?? systemClock;
  const system = options.system ?? 'social-xpress-engine';
  const database = await openDatabase(`sqlite:${join(folder, options.databaseName ?? 'exporter.db')}`);
  await migrate(database, [stampModule, auditModule, exporterModule], clock);
  const bucket = await openStore(`file:${join(folder, 'bucket')}`);
  const store = options.wrapStore?.(bucket) ?? bucket;
  const signal = new AbortController().signal;
  const deps: ExporterDeps = {
    database,
    store,
    audit: openAuditLog(system, clock),
    clock,
    log: silentLog,
    signal,
    system,
  };
  return {
    folder,
    deps,
    database,
    store,
    write(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    export: (inputs, changes = {}) => exportInputs(deps, { ...requestFor(folder), ...changes, inputs }),
    published: () => readInbox(bucket),
  };
}

/** Removed when its test passed. Imported late: a process started by a test has no test of its own. */
async function ownFolder(): Promise<string> {
  const { onTestFinished } = await import('vitest');
  const folder = mkdtempSync(join(tmpdir(), 'handoff-exporter-'));
  onTestFinished(({ task }) => {
    if (task.result?.state === 'pass') rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export function requestFor(folder: string): ExportRequest {
  return {
    inputs: [],
    contract: leadCardBatch,
    contractPrefix: PREFIX,
    batchSize: 10,
    onBadRecord: 'reject',
    onTooLarge: 'refuse',
    again: false,
    dryRun: false,
    spoolFolder: join(folder, 'spool'),
  };
}

async function readInbox(store: ObjectStore) {
  const found = new Map<string, { batch_id: string; records: { lead_id: string }[] }>();
  const signal = new AbortController().signal;
  for await (const page of store.list(PREFIX, { signal })) {
    for (const { key } of page) {
      const object = await store.open(key, { signal });
      try {
        if (!('fd' in object.body)) throw new Error('a folder gives descriptors');
        found.set(key, JSON.parse(readFileSync(object.body.fd, 'utf8')) as never);
      } finally {
        await object.close();
      }
    }
  }
  return found;
}

/** The lead ids of everything that is published, in order. */
export async function publishedIds(workspace: Workspace): Promise<string[]> {
  return [...(await workspace.published()).values()].flatMap(({ records }) => records.map(({ lead_id }) => lead_id));
}

/** `integrity completeness` of the audit log. */
export async function auditVerdict({ database }: Workspace): Promise<string> {
  const { integrity, completeness } = await verifyAudit(database);
  return `${integrity} ${completeness}`;
}

export async function auditEvents({ database }: Workspace): Promise<string[]> {
  const rows = await database.query<{ event: string }>('select event from audit_log order by seq');
  return rows.map(({ event }) => event);
}

export function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
