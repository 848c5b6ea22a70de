import { memberOf } from './support/member-of.ts';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { AppError } from '../../src/base/errors.ts';
import { type Acceptance, acceptanceKey, encodeAcceptance } from '../../src/contract/acceptance/acceptance.ts';
import { makeSigningKey, readTrust } from '../../src/contract/index.ts';
import { payloadOf } from '../../src/objectstore/index.ts';
import { type DropOutcome, type DropReport, type DropRequest, watchDropFolder } from '../../src/exporter/index.ts';
import { envelope, lead, leads, ndjson } from './support/leads.ts';
import {
  auditVerdict,
  jsonLines,
  openWorkspace,
  publishedIds,
  requestFor,
  type Workspace,
} from './support/workspace.ts';

/** Much shorter than for people, and longer than a slow disk takes. */
const STABLE_MS = 60;

function dropRequest(workspace: Workspace, changes: Partial<DropRequest> = {}): DropRequest {
  const settings = requestFor(workspace.folder);
  return {
    ...settings,
    folder: join(workspace.folder, 'drop'),
    once: true,
    stableMs: STABLE_MS,
    rescanMs: 400,
    ...changes,
  };
}

async function dropOnce(workspace: Workspace, changes: Partial<DropRequest> = {}): Promise<DropReport> {
  return watchDropFolder(workspace.deps, dropRequest(workspace, changes));
}

async function openDrop(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const workspace = await openWorkspace();
  mkdirSync(join(workspace.folder, 'drop'));
  for (const [name, content] of Object.entries(files)) workspace.write(`drop/${name}`, content);
  return workspace;
}

function filesIn(workspace: Workspace, folder: string): string[] {
  const path = join(workspace.folder, 'drop', folder);
  return readdirSync(path)
    .filter((name) => statSync(join(path, name)).isFile())
    .toSorted();
}

test('batch and record files are published and moved to sent', async () => {
  const workspace = await openDrop({ 'batch.json': envelope(leads(2)), 'leads.ndjson': ndjson(leads(12, 10)) });
  const report = await dropOnce(workspace);
  expect(report).toEqual({
    sent: 2,
    rejected: 0,
    waiting: 0,
    batches: 3,
    records: 14,
    rejected_records: 0,
    dry_run: false,
  });
  expect(await publishedIds(workspace)).toHaveLength(14);
  expect(filesIn(workspace, '.')).toEqual([]);
  expect(filesIn(workspace, 'sent')).toEqual(['batch.json', 'leads.ndjson']);
  expect(await auditVerdict(workspace)).toBe('ok ok');
});

test('what is refused is moved to rejected with its reason beside it', async () => {
  const workspace = await openDrop({ 'batch.json': envelope([lead(1, { persona: 'none' })]), 'notes.txt': 'hello' });
  expect(await dropOnce(workspace)).toMatchObject({ sent: 0, rejected: 2 });
  expect(filesIn(workspace, 'rejected')).toEqual([
    'batch.json',
    'batch.json.reason.json',
    'notes.txt',
    'notes.txt.reason.json',
  ]);
  expect(JSON.parse(workspace.read('drop/rejected/batch.json.reason.json'))).toMatchObject({
    file: 'batch.json',
    code: 'SCHEMA_INVALID',
    problems: [{ pointer: '/records/0/persona' }],
  });
});

test('of a file with some bad records the good ones are sent, the bad ones lie in rejected', async () => {
  const workspace = await openDrop({ 'leads.ndjson': ndjson([lead(1), { bad: 1 }, lead(2)]) });
  expect(await dropOnce(workspace)).toMatchObject({ sent: 1, rejected: 0, records: 2, rejected_records: 1 });
  expect(filesIn(workspace, 'sent')).toEqual(['leads.ndjson']);
  expect(filesIn(workspace, 'rejected')).toEqual(['leads.ndjson.reason.json', 'leads.ndjson.rejects.ndjson']);
  expect(jsonLines(workspace.read('drop/rejected/leads.ndjson.rejects.ndjson'))).toMatchObject([{ line: 2 }]);
});

test('a file whose records are all bad, or that has none, is rejected', async () => {
  const workspace = await openDrop({ 'bad.ndjson': ndjson([{ bad: 1 }]), 'none.json': '[]' });
  expect(await dropOnce(workspace)).toMatchObject({ sent: 0, rejected: 2, batches: 0 });
});

test('a name that sent or rejected has already gets a number, and the first file stays', async () => {
  const workspace = await openDrop({ 'leads.ndjson': ndjson([lead(1), { bad: 1 }]), 'x.json': 'x' });
  await dropOnce(workspace);
  workspace.write('drop/leads.ndjson', ndjson([lead(2), { bad: 2 }]));
  workspace.write('drop/x.json', 'y');
  await dropOnce(workspace);
  expect(filesIn(workspace, 'sent')).toEqual(['leads.1.ndjson', 'leads.ndjson']);
  expect(filesIn(workspace, 'rejected').filter((name) => !name.includes('.reason'))).toEqual([
    'leads.ndjson.rejects.1.ndjson', 'leads.ndjson.rejects.ndjson', 'x.1.json', 'x.json',
  ]); // prettier-ignore
  expect(workspace.read('drop/rejected/x.json')).toBe('x');
  expect(workspace.read('drop/sent/leads.ndjson')).toContain(String(lead(1)['lead_id']));
});

test('temporary names, links, pipes and folders are left alone', async () => {
  const workspace = await openDrop({ '.hidden': 'x', 'a.part': 'x', 'b.tmp': 'x', 'c.json~': 'x', 'd.PART': 'x' });
  const drop = join(workspace.folder, 'drop');
  workspace.write('secret.json', envelope(leads(1)));
  symlinkSync(join(workspace.folder, 'secret.json'), join(drop, 'link.json'));
  mkdirSync(join(drop, 'folder.json'));
  execFileSync('mkfifo', [join(drop, 'pipe.json')]);
  expect(await dropOnce(workspace)).toMatchObject({ sent: 0, rejected: 0, waiting: 0 });
  expect(readdirSync(drop)).toHaveLength(10);
  expect((await workspace.published()).size).toBe(0);
});

test('a file that was published but not moved is moved the next time, and nothing is published twice', async () => {
  const workspace = await openDrop({
    'leads.ndjson': ndjson([...leads(12), { bad: 1 }]),
    'batch.json': envelope(leads(2, 50)),
  });
  const drop = join(workspace.folder, 'drop');
  await dropOnce(workspace);
  for (const name of ['leads.ndjson', 'batch.json']) renameSync(join(drop, 'sent', name), join(drop, name));
  const outcomes: DropOutcome[] = [];
  expect(await dropOnce(workspace, { onOutcome: (outcome) => outcomes.push(outcome) })).toMatchObject({
    sent: 2,
    batches: 0,
  });
  expect(outcomes.flatMap(({ batches }) => batches.map(({ status }) => status))).toEqual([
    'exists',
    'exists',
    'exists',
  ]);
  expect(filesIn(workspace, 'sent')).toEqual(['batch.json', 'leads.ndjson']);
  expect(filesIn(workspace, 'rejected').filter((name) => name.includes('.rejects'))).toEqual([
    'leads.ndjson.rejects.ndjson',
  ]);
});

test('hostile names are only names', async () => {
  const names = [
    '-rf',
    '$(touch x).json',
    'a\nb.ndjson',
    '..json',
    'ü'.repeat(120),
    '*.ndjson',
    'sent.json',
    ' .ndjson',
  ];
  const workspace = await openDrop(Object.fromEntries(names.map((name, n) => [name, ndjson([lead(n), { bad: n }])])));
  const report = await dropOnce(workspace);
  // One starts with a dot: it is a temporary name.
  expect(report).toMatchObject({ sent: 7, rejected: 0, records: 7 });
  expect(filesIn(workspace, 'sent')).toHaveLength(7);
  expect(filesIn(workspace, '.')).toEqual(['..json']);
});

test('a dry run says what would be and touches nothing', async () => {
  const workspace = await openDrop({ 'leads.ndjson': ndjson([...leads(12), { bad: 1 }]), 'x.txt': 'x' });
  const outcomes: DropOutcome[] = [];
  const report = await dropOnce(workspace, { dryRun: true, onOutcome: (outcome) => outcomes.push(outcome) });
  expect(report).toMatchObject({ sent: 1, rejected: 1, batches: 2, records: 12, dry_run: true });
  expect(outcomes.map(({ moved_to }) => moved_to)).toEqual([null, null]);
  expect(readdirSync(join(workspace.folder, 'drop')).toSorted()).toEqual(['leads.ndjson', 'x.txt']);
});

/** Watches until `enough` outcomes came, then stops. */
async function watchUntil(
  workspace: Workspace,
  enough: number,
  work: (outcomes: readonly DropOutcome[]) => Promise<void>,
  changes: Partial<DropRequest> = {},
) {
  const stop = new AbortController();
  const outcomes: DropOutcome[] = [];
  const onOutcome = (outcome: DropOutcome) => {
    outcomes.push(outcome);
    if (outcomes.length === enough) stop.abort();
  };
  const watching = watchDropFolder(
    { ...workspace.deps, signal: stop.signal },
    dropRequest(workspace, { once: false, onOutcome, ...changes }),
  );
  await work(outcomes);
  const report = await watching;
  return { outcomes, report };
}

test('while it watches, whom to believe is read anew for each file, and a broken list only delays one', async () => {
  const workspace = await openDrop({});
  const key = await makeSigningKey('nextier-execution');
  const list = workspace.write('trust.json', '{"keys":[]}');
  const trusted = { ...key.publicJwk, system: 'nextier-execution', purpose: ['acceptance'] };
  const accepted: Acceptance = {
    contract: 'handoff-acceptance',
    schema_version: 'v1',
    target: 'nextier-execution',
    accepts: 'lead-card-batch',
    range: '^1',
    revisions: ['1.0.0'],
    examples: 40,
    accepted_at: '2026-01-11T18:22:00.000Z',
  };
  const bytes = await encodeAcceptance(accepted, key);
  await workspace.store.putIfAbsent(acceptanceKey(accepted, true), payloadOf(bytes), {}, workspace.deps.signal);
  const trusting = { ...workspace, deps: { ...workspace.deps, loadTrusted: () => readTrust(list) } };
  const { outcomes } = await watchUntil(
    trusting,
    2,
    async (seen) => {
      workspace.write('drop/first.ndjson', ndjson(leads(1)));
      await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(1);
      workspace.write('trust.json', '{"keys":[');
      workspace.write('drop/second.ndjson', ndjson(leads(1, 5)));
      await setTimeout(3 * STABLE_MS);
      workspace.write('trust.json', JSON.stringify({ keys: [trusted] }));
    },
    { requireAcceptance: true },
  );
  expect(outcomes).toMatchObject([
    { name: 'first.ndjson', verdict: 'rejected', code: 'CONTRACT_NOT_ACCEPTED' },
    { name: 'second.ndjson', verdict: 'sent' },
  ]);
});

test('while it watches, files are taken as they come, and only when they are whole', async () => {
  const workspace = await openDrop({ 'first.ndjson': ndjson(leads(1)) });
  const growing = join(workspace.folder, 'drop', 'growing.ndjson');
  const { outcomes, report } = await watchUntil(
    workspace,
    3,
    async (seen) => {
      while (seen.length === 0) await setTimeout(STABLE_MS);
      for (let n = 1; n <= 15; n++) {
        writeFileSync(growing, ndjson([lead(n)]), { flag: 'a' });
        await setTimeout(20);
      }
      while (seen.length === 1) await setTimeout(STABLE_MS);
      workspace.write('drop/last.ndjson', ndjson([lead(20)]));
    },
    { stableMs: 500 },
  );
  expect(outcomes.map(({ name }) => name)).toEqual(['first.ndjson', 'growing.ndjson', 'last.ndjson']);
  expect(report).toMatchObject({ sent: 3, records: 17 });
  expect(await publishedIds(workspace)).toHaveLength(17);
});

test('an event wakes it long before the next look at the whole folder', async () => {
  const workspace = await openDrop({ 'first.ndjson': ndjson(leads(1)) });
  const started = performance.now();
  await watchUntil(
    workspace,
    2,
    async (seen) => {
      while (seen.length === 0) await setTimeout(STABLE_MS);
      workspace.write('drop/last.ndjson', ndjson([lead(20)]));
    },
    { rescanMs: 50_000 },
  );
  expect(performance.now() - started).toBeLessThan(40_000);
});

test('while the store is down files stay in place, and are taken at a later look', async () => {
  const down = { now: true };
  const workspace = await openWorkspace({
    wrapStore: (store) =>
      new Proxy(store, {
        get(target, name) {
          if (down.now && name === 'putIfAbsent')
            return () => Promise.reject(new AppError('unavailable', 'reach the store'));
          return memberOf(target, name);
        },
      }),
  });
  mkdirSync(join(workspace.folder, 'drop'));
  for (const n of [1, 2, 3]) workspace.write(`drop/${n}.ndjson`, ndjson(leads(15, n * 100)));
  const { report } = await watchUntil(
    workspace,
    3,
    async () => {
      await setTimeout(600);
      expect(filesIn(workspace, '.')).toEqual(['1.ndjson', '2.ndjson', '3.ndjson']);
      down.now = false;
    },
    { rescanMs: 200 },
  );
  expect(report).toMatchObject({ sent: 3, waiting: 0, batches: 6, records: 45 });
  expect(await publishedIds(workspace)).toHaveLength(45);
  expect(await auditVerdict(workspace)).toBe('ok ok');
});

test('a single pass ends with the error of the environment and leaves the file', async () => {
  const workspace = await openWorkspace({
    wrapStore: (store) =>
      new Proxy(store, {
        get(target, name) {
          if (name === 'putIfAbsent') return () => Promise.reject(new AppError('denied', 'write to the store'));
          return memberOf(target, name);
        },
      }),
  });
  mkdirSync(join(workspace.folder, 'drop'));
  workspace.write('drop/leads.ndjson', ndjson(leads(3)));
  await expect(dropOnce(workspace)).rejects.toMatchObject({ code: 'denied' });
  expect(filesIn(workspace, '.')).toEqual(['leads.ndjson']);
});
