import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Clock } from '../../src/base/clock.ts';
import { AppError } from '../../src/base/errors.ts';
import { type HandoffReceipt, leadCardBatch, makeReceipt, receiptKey } from '../../src/contract/index.ts';
import { type ReconciledBatch, reconcileBatches, type ReconcileReport } from '../../src/exporter/index.ts';
import { type ObjectStore, openStore, payloadOf } from '../../src/objectstore/index.ts';
import { envelope, leads, ndjson } from './support/leads.ts';
import { memberOf } from './support/member-of.ts';
import { auditEvents, auditVerdict, openWorkspace, type Workspace } from './support/workspace.ts';

const TARGET = 'nextier-execution';
const SIGNAL = new AbortController().signal;
const NOW = Date.parse('2026-01-11T18:00:00Z');

function handClock(): Clock & { advance(ms: number): void } {
  let now = NOW;
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
  };
}

interface Sent {
  readonly batch_id: string;
  readonly key: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Publishes batches of ten leads each. */
async function send(workspace: Workspace, batches = 1, from = 0): Promise<Sent[]> {
  const input = workspace.write(`leads-${from}.ndjson`, ndjson(leads(batches * 10, from)));
  return [...(await workspace.export([input])).batches] as Sent[];
}

async function reconcile(workspace: Workspace, store?: ObjectStore, dryRun = false): Promise<ReconcileReport> {
  const deps = store === undefined ? workspace.deps : { ...workspace.deps, store };
  const spoolFolder = join(workspace.folder, 'spool');
  return reconcileBatches(deps, { spoolFolder, contracts: [leadCardBatch], dryRun });
}

function receiptFor(sent: Sent, change: Partial<HandoffReceipt> = {}): HandoffReceipt {
  return {
    ...makeReceipt({
      batch_contract: 'lead-card-batch',
      batch_id: sent.batch_id,
      batch_schema_version: 'v1',
      sha256: sent.sha256,
      bytes: sent.bytes,
      records: 10,
      source: 'social-xpress-engine',
      system: TARGET,
      key: sent.key,
      verdict: 'ingested',
      reason_code: null,
      problems: [],
      decided_at: '2026-01-11T18:30:00.000Z',
      run_id: 'run-1',
    }),
    ...change,
  };
}

const ownKey = ({ batch_id: id, sha256 }: Sent): string => receiptKey(TARGET, 'lead-batches', id, sha256);

/** Puts an object as the target does. */
async function putObject({ deps }: Workspace, key: string, text: string): Promise<void> {
  const there = await deps.store.head(key, SIGNAL);
  if (there !== undefined) await deps.store.remove(key, there.etag, SIGNAL);
  await deps.store.putIfAbsent(key, payloadOf(Buffer.from(text)), {}, SIGNAL);
}

const refused = { verdict: 'quarantined', reason_code: 'SCHEMA_INVALID', records: null, source: null } as const;

/** What the target does: takes the batch out of the inbox and answers. */
async function answer(workspace: Workspace, sent: Sent, change: Partial<HandoffReceipt> = {}): Promise<void> {
  if (change.verdict !== 'held') rmSync(join(workspace.folder, 'bucket', sent.key), { force: true });
  await putObject(workspace, ownKey(sent), JSON.stringify(receiptFor(sent, change)));
}

const counts = ({ taken, refused: no, held, waiting, gone }: ReconcileReport) => ({
  taken,
  refused: no,
  held,
  waiting,
  gone,
});
const NONE = { taken: 0, refused: 0, held: 0, waiting: 0, gone: 0 };

async function outboxRow({ database }: Workspace): Promise<Record<string, unknown> | undefined> {
  const [row] = await database.query('select state, answer, answer_code, answered_at, updated_at from outbox');
  return row;
}

test('a batch that was taken is recorded and noted once, and only counted from then on', async () => {
  const clock = handClock();
  const workspace = await openWorkspace({ clock });
  const [sent] = (await send(workspace)) as [Sent];
  await answer(workspace, sent);
  clock.advance(3_600_000);
  const first = await reconcile(workspace);
  const { batch_id, key, sha256 } = sent;
  expect(first.batches).toEqual([
    { batch_id, contract: 'lead-card-batch', target: TARGET, key, sha256, sent_at: '2026-01-11T18:00:00.000Z', age_s: 3600, status: 'taken' },
  ]); // prettier-ignore
  expect(await reconcile(workspace)).toEqual({ ...first, batches: [] });
  expect(counts(first)).toEqual({ ...NONE, taken: 1 });
  expect(await outboxRow(workspace)).toEqual({
    state: 'published',
    answer: 'ingested',
    answer_code: null,
    answered_at: '2026-01-11T18:30:00.000Z',
    updated_at: '2026-01-11T18:00:00.000Z',
  });
  expect(await auditEvents(workspace)).toEqual(['handoff.attempted', 'handoff.published', 'receipt.read']);
  expect(await auditVerdict(workspace)).toBe('ok ok');
});

test('a refused batch is named with its code each time, noted once, and taken when its target says so later', async () => {
  const workspace = await openWorkspace();
  const [sent] = (await send(workspace)) as [Sent];
  await answer(workspace, sent, refused);
  for (const _ of [1, 2]) {
    const report = await reconcile(workspace);
    expect(report.batches).toMatchObject([{ batch_id: sent.batch_id, status: 'refused', code: 'SCHEMA_INVALID' }]);
    expect(counts(report)).toEqual({ ...NONE, refused: 1 });
  }
  await answer(workspace, sent);
  expect(counts(await reconcile(workspace))).toEqual({ ...NONE, taken: 1 });
  expect((await auditEvents(workspace)).filter((event) => event === 'receipt.read')).toHaveLength(2);
  const [noted] = await workspace.database.query(
    "select outcome, reason_code, batch_id from audit_log where event = 'receipt.read'",
  );
  expect(noted).toEqual({ outcome: 'failure', reason_code: 'SCHEMA_INVALID', batch_id: sent.batch_id });
});

test('a held batch is held, though it lies in the inbox', async () => {
  const workspace = await openWorkspace();
  const [sent] = (await send(workspace)) as [Sent];
  await answer(workspace, sent, { verdict: 'held', reason_code: 'VERSION_NEWER', records: null });
  expect((await reconcile(workspace)).batches).toMatchObject([{ status: 'held', code: 'VERSION_NEWER' }]);
});

test('a batch that nobody takes waits, for as long as it was published', async () => {
  const clock = handClock();
  const workspace = await openWorkspace({ clock });
  await send(workspace);
  clock.advance(90_000);
  const report = await reconcile(workspace);
  expect(report.batches).toMatchObject([{ status: 'waiting', age_s: 90 }]);
  expect(report.problems).toEqual([]);
  expect((await outboxRow(workspace))?.['answer']).toBe(null);
});

test('a batch that is neither in the inbox nor answered is gone', async () => {
  const workspace = await openWorkspace();
  const [sent] = (await send(workspace)) as [Sent];
  rmSync(join(workspace.folder, 'bucket', sent.key));
  const report = await reconcile(workspace);
  expect(report.batches).toMatchObject([{ status: 'gone', key: sent.key, sha256: sent.sha256 }]);
  expect(counts(report)).toEqual({ ...NONE, gone: 1 });
});

test('a batch that is taken between the look for an answer and the look into the inbox is not called gone', async () => {
  const workspace = await openWorkspace();
  const [sent] = (await send(workspace)) as [Sent];
  const store = new Proxy<ObjectStore>(workspace.store, {
    get(target, name) {
      if (name !== 'head') return memberOf(target, name);
      return async (...call: Parameters<ObjectStore['head']>) => {
        await answer(workspace, sent);
        return target.head(...call);
      };
    },
  });
  expect(counts(await reconcile(workspace, store))).toEqual({ ...NONE, taken: 1 });
});

test('a batch that was damaged on its way is refused with the reason that was given for other bytes, and nothing is recorded', async () => {
  const workspace = await openWorkspace();
  const [sent] = (await send(workspace)) as [Sent];
  rmSync(join(workspace.folder, 'bucket', sent.key));
  const damaged = { ...sent, sha256: 'f'.repeat(64) };
  await putObject(
    workspace,
    ownKey(damaged),
    JSON.stringify(receiptFor(damaged, { ...refused, reason_code: 'CHECKSUM_MISMATCH' })),
  );
  const report = await reconcile(workspace);
  expect(report.batches).toMatchObject([{ status: 'refused', code: 'CHECKSUM_MISMATCH' }]);
  expect(report.problems).toEqual([
    { batch_id: sent.batch_id, key: ownKey(damaged), problem: 'it speaks of other bytes than were sent: quarantined, CHECKSUM_MISMATCH' },
  ]); // prettier-ignore
  expect(await auditEvents(workspace)).not.toContain('receipt.read');
});

test('other bytes that were taken under a batch id do not make the batch taken', async () => {
  const workspace = await openWorkspace();
  const [sent] = (await send(workspace)) as [Sent];
  rmSync(join(workspace.folder, 'bucket', sent.key));
  const other = { ...sent, sha256: 'e'.repeat(64) };
  await putObject(workspace, ownKey(other), JSON.stringify(receiptFor(other)));
  const report = await reconcile(workspace);
  expect(report.batches).toMatchObject([{ status: 'gone' }]);
  expect(report.problems).toMatchObject([
    { key: ownKey(other), problem: expect.stringContaining('other bytes') as string },
  ]);
});

const duplicateKeys = (sent: Sent): string =>
  JSON.stringify(receiptFor(sent)).replace('"verdict":"ingested"', '"verdict":"quarantined","verdict":"ingested"');

test.each<[string, (sent: Sent) => string, RegExp]>([
  ['about other bytes', (sent) => JSON.stringify(receiptFor(sent, { sha256: 'a'.repeat(64) })), /other bytes/],
  [
    'about another batch',
    (sent) => JSON.stringify(receiptFor(sent, { batch_id: 'sxp_2026_01_11_999' })),
    /another batch/,
  ],
  ['of another system', (sent) => JSON.stringify(receiptFor(sent, { system: 'outreach-global' })), /another batch/],
  ['under another contract', (sent) => JSON.stringify(receiptFor(sent, { batch_contract: 'other' })), /another batch/],
  ['that says two things', duplicateKeys, /DUPLICATE_KEY/],
  ['that is huge', (sent) => JSON.stringify({ ...receiptFor(sent), x: 'x'.repeat(100_000) }), /TOO_LARGE/],
  [
    'that gives a reason for taking it',
    (sent) => JSON.stringify(receiptFor(sent, { reason_code: 'X1' })),
    /reason_code/,
  ],
  ['that is cut off', (sent) => JSON.stringify(receiptFor(sent)).slice(0, 100), /JSON_INVALID/],
  ['that is nothing', () => '', /EMPTY_FILE/],
])('a receipt %s counts for nothing and is named', async (_, forge, problem) => {
  const workspace = await openWorkspace();
  const [sent] = (await send(workspace)) as [Sent];
  await putObject(workspace, ownKey(sent), forge(sent));
  const report = await reconcile(workspace);
  expect(report.batches).toMatchObject([{ status: 'waiting' }]);
  expect(report.problems).toEqual([
    { batch_id: sent.batch_id, key: ownKey(sent), problem: expect.stringMatching(problem) as string },
  ]);
  expect((await outboxRow(workspace))?.['answer']).toBe(null);
  expect(await auditEvents(workspace)).not.toContain('receipt.read');
});

test('other bytes in the inbox under our key are named before anybody has read them', async () => {
  const workspace = await openWorkspace();
  const [sent] = (await send(workspace)) as [Sent];
  writeFileSync(join(workspace.folder, 'bucket', sent.key), 'broken');
  const report = await reconcile(workspace);
  expect(report.batches).toMatchObject([{ status: 'waiting' }]);
  expect(report.problems).toMatchObject([{ key: sent.key }]);
});

test('a reason that only a newer target knows is told as it is', async () => {
  const workspace = await openWorkspace();
  const [sent] = (await send(workspace)) as [Sent];
  await answer(workspace, sent, { ...refused, reason_code: 'MOON_PHASE' });
  expect((await reconcile(workspace)).batches).toMatchObject([{ status: 'refused', code: 'MOON_PHASE' }]);
  const [noted] = await workspace.database.query<{ reason_code: null; detail: string }>(
    "select reason_code, detail from audit_log where event = 'receipt.read'",
  );
  expect(noted?.reason_code).toBe(null);
  expect(JSON.parse(noted?.detail ?? '{}')).toMatchObject({ code: 'MOON_PHASE' });
});

test('an answer that was read stays the answer while its receipt is being replaced', async () => {
  const workspace = await openWorkspace();
  const [sent] = (await send(workspace)) as [Sent];
  await answer(workspace, sent, refused);
  await reconcile(workspace);
  rmSync(join(workspace.folder, 'bucket', ownKey(sent)));
  expect((await reconcile(workspace)).batches).toMatchObject([{ status: 'refused', code: 'SCHEMA_INVALID' }]);
});

test('what waits in the outbox is published first, and a dry run neither publishes nor records', async () => {
  const workspace = await openWorkspace();
  const [taken] = (await send(workspace)) as [Sent];
  await answer(workspace, taken);
  const down = new Proxy<ObjectStore>(workspace.store, {
    get(target, name) {
      if (name !== 'putIfAbsent') return memberOf(target, name);
      return async () => Promise.reject(new AppError('unavailable', 'down'));
    },
  });
  const input = workspace.write('more.json', envelope(leads(5)));
  const offline = await openWorkspace({ folder: workspace.folder, wrapStore: () => down });
  await expect(offline.export([input])).rejects.toMatchObject({ code: 'unavailable' });
  const before = await auditEvents(workspace);
  const dry = await reconcile(workspace, undefined, true);
  expect(dry).toMatchObject({ taken: 1, waiting: 0, resumed: 0, dry_run: true });
  expect(await auditEvents(workspace)).toEqual(before);
  const report = await reconcile(workspace);
  expect(report).toMatchObject({ taken: 1, waiting: 1, resumed: 1, dry_run: false });
});

test('a batch that is published again is answered again', async () => {
  const workspace = await openWorkspace();
  const input = workspace.write('batch.json', envelope(leads(5)));
  const [sent] = [...(await workspace.export([input])).batches] as Sent[] as [Sent];
  await answer(workspace, sent);
  await reconcile(workspace);
  await workspace.export([input], { again: true });
  expect(await outboxRow(workspace)).toMatchObject({ state: 'published', answer: null, answered_at: null });
  expect((await reconcile(workspace)).batches).toMatchObject([{ batch_id: sent.batch_id, status: 'taken' }]);
});

test('contracts without receipts are left out', async () => {
  const workspace = await openWorkspace();
  await send(workspace);
  const request = { spoolFolder: join(workspace.folder, 'spool'), dryRun: false };
  for (const contracts of [[], [{ ...leadCardBatch, receipts: false }]]) {
    const report = await reconcileBatches(workspace.deps, { ...request, contracts });
    expect(report).toMatchObject({ ...NONE, batches: [] });
  }
});

test('what was sent to another store is counted apart', async () => {
  const workspace = await openWorkspace();
  await send(workspace);
  const elsewhere = await openStore(`file:${join(workspace.folder, 'elsewhere')}`);
  expect(await reconcile(workspace, elsewhere)).toMatchObject({ ...NONE, other_store: 1 });
});

test('an answer that may not be read is a permission to be given', async () => {
  const workspace = await openWorkspace();
  await send(workspace);
  const store = new Proxy<ObjectStore>(workspace.store, {
    get(target, name) {
      if (name !== 'open') return memberOf(target, name);
      return async (key: string) => Promise.reject(new AppError('denied', `open ${key}`));
    },
  });
  await expect(reconcile(workspace, store)).rejects.toMatchObject({
    code: 'denied',
    hint: expect.stringContaining('receipts/') as string,
  });
});

test('a signal ends it before the next batch', async () => {
  const workspace = await openWorkspace();
  await send(workspace);
  const deps = { ...workspace.deps, signal: AbortSignal.abort() };
  const request = { spoolFolder: join(workspace.folder, 'spool'), contracts: [leadCardBatch], dryRun: false };
  await expect(reconcileBatches(deps, request)).rejects.toMatchObject({ name: 'AbortError' });
});

function byStatus(batches: readonly ReconciledBatch[]): Record<string, number> {
  const groups = Map.groupBy(batches, ({ status }) => status);
  return Object.fromEntries([...groups].map(([status, members]) => [status, members.length]));
}

test('of many batches the places are listed instead of asking for each, with the same answer', async () => {
  const workspace = await openWorkspace();
  const sent = await send(workspace, 60);
  for (const [index, batch] of sent.entries()) {
    if (index % 3 === 0) await answer(workspace, batch);
    if (index % 3 === 1) rmSync(join(workspace.folder, 'bucket', batch.key));
  }
  const before = { ...workspace.store.requests };
  const report = await reconcile(workspace);
  expect(byStatus(report.batches)).toEqual({ taken: 20, gone: 20, waiting: 20 });
  const requests = workspace.store.requests;
  expect((requests['head'] ?? 0) - (before['head'] ?? 0)).toBe(0);
  // One for each answer that is there, one more for each that is gone.
  expect((requests['get'] ?? 0) - (before['get'] ?? 0)).toBe(40);
  expect(report.batches.map(({ batch_id }) => batch_id)).toEqual(sent.map(({ batch_id }) => batch_id));
});

test('where more was answered in the past than is worth listing, each batch is asked for, with the same answer', async () => {
  const workspace = await openWorkspace();
  const sent = await send(workspace, 30);
  for (const batch of sent.slice(0, 10)) await answer(workspace, batch);
  // A listing of small pages stands for one of many.
  const store = new Proxy<ObjectStore>(workspace.store, {
    get(target, name) {
      if (name !== 'list') return memberOf(target, name);
      return (prefix: string, options: { signal: AbortSignal }) => target.list(prefix, { ...options, pageSize: 2 });
    },
  });
  const report = await reconcile(workspace, store);
  expect(byStatus(report.batches)).toEqual({ taken: 10, waiting: 20 });
  expect(workspace.store.requests['list']).toBeLessThan(10);
  expect(workspace.store.requests['head']).toBeGreaterThanOrEqual(20);
});
