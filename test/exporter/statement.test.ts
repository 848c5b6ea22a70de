import { expect, test } from 'vitest';
import { AppError } from '../../src/base/errors.ts';
import { makeSigningKey, openSigner, type StatementPayload, verifyStatement } from '../../src/contract/index.ts';
import { exportInputs, type ExporterDeps, type ExportRequest, resumeOutbox } from '../../src/exporter/index.ts';
import { type ObjectStore, payloadOf } from '../../src/objectstore/index.ts';
import { SOURCE, trusting } from '../contract/statement/signed.ts';
import { envelope, leads, ndjson } from './support/leads.ts';
import { memberOf } from './support/member-of.ts';
import { auditVerdict, openWorkspace, PREFIX, requestFor, type Workspace } from './support/workspace.ts';

const signal = new AbortController().signal;

interface Signing {
  readonly workspace: Workspace;
  /** Of the key that signs now. */
  kid: string;
  export(inputs: readonly string[], changes?: Partial<ExportRequest>): ReturnType<typeof exportInputs>;
  resume(): ReturnType<typeof resumeOutbox>;
  rotate(): Promise<void>;
  /** Statements in the store by key, each proven by the key that signed then. */
  statements(): Promise<StatementPayload[]>;
  raw(key: string): Promise<string | undefined>;
}

async function openSigning(
  options: Parameters<typeof openWorkspace>[0] = {},
  more: Partial<ExporterDeps> = {},
): Promise<Signing> {
  const workspace = await openWorkspace(options);
  let key = await makeSigningKey(SOURCE);
  const keys = new Map([[key.kid, key]]);
  const deps = (): ExporterDeps => ({ ...workspace.deps, signer: openSigner(key), ...more });
  const raw = async (place: string) => (await workspace.store.head(place, signal))?.metadata['statement'];
  return {
    workspace,
    get kid() {
      return key.kid;
    },
    export: (inputs, changes = {}) => exportInputs(deps(), { ...requestFor(workspace.folder), ...changes, inputs }),
    resume: () => resumeOutbox(deps(), { spoolFolder: requestFor(workspace.folder).spoolFolder }),
    async rotate() {
      key = await makeSigningKey(SOURCE);
      keys.set(key.kid, key);
    },
    raw,
    async statements() {
      const found: StatementPayload[] = [];
      for (const place of (await workspace.published()).keys()) {
        const text = await raw(place);
        if (text === undefined) continue;
        const { kid } = JSON.parse(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString()) as { kid: string };
        const signedBy = keys.get(kid);
        if (signedBy === undefined) throw new Error(`nobody signed ${place}`);
        const verdict = await verifyStatement(text, await trusting(signedBy), {
          nowMs: workspace.deps.clock.now(),
          firstSeen: () => Promise.resolve(0),
        });
        if (verdict.verdict !== 'verified') throw new Error(verdict.rule);
        found.push(verdict.statement);
      }
      return found;
    },
  };
}

test('every batch goes with a statement about its very object, numbered for its target from 1', async () => {
  const signing = await openSigning();
  const { workspace } = signing;
  await signing.export([workspace.write('one.ndjson', ndjson(leads(15)))]);
  await signing.export([workspace.write('two.ndjson', ndjson(leads(5, 100)))]);
  const rows = await workspace.database.query(
    `select contract, schema_version, revision, batch_id, source, target, key, bytes, sha256, records, created_at
     from outbox order by id`,
  );
  const statements = await signing.statements();
  expect(statements.map(({ stream_seq }) => stream_seq)).toEqual([1, 2, 3]);
  expect(statements).toMatchObject(rows);
  expect(statements[0]).not.toHaveProperty('void');
});

test('targets are numbered apart', async () => {
  const signing = await openSigning();
  const { workspace } = signing;
  await signing.export([workspace.write('one.ndjson', ndjson(leads(3)))]);
  await signing.export([workspace.write('two.ndjson', ndjson(leads(3, 10)))], { target: 'outreach-global' });
  expect((await signing.statements()).map(({ target, stream_seq }) => [target, stream_seq])).toEqual([
    ['nextier-execution', 1],
    ['outreach-global', 1],
  ]);
});

test('the audit log says by which key a batch is signed; without a key, that nobody signed it, and no number is taken', async () => {
  const signing = await openSigning();
  const { workspace } = signing;
  await workspace.export([workspace.write('one.ndjson', ndjson(leads(3)))]);
  await signing.export([workspace.write('two.ndjson', ndjson(leads(3, 10)))]);
  const rows = await workspace.database.query<{ detail: string }>(
    `select detail from audit_log where event = 'handoff.attempted' order by seq`,
  );
  expect(rows.map(({ detail }) => JSON.parse(detail) as unknown)).toMatchObject([
    { statement: 'unsigned' },
    { statement: signing.kid, stream_seq: 1 },
  ]);
  expect(await signing.statements()).toHaveLength(1);
});

/** A store that is down for its first puts. */
function downFor(puts: number) {
  let calls = 0;
  return (store: ObjectStore): ObjectStore =>
    new Proxy(store, {
      get(target, name) {
        if (name !== 'putIfAbsent') return memberOf(target, name);
        return (...parameters: Parameters<ObjectStore['putIfAbsent']>) => {
          calls += 1;
          if (calls <= puts) throw new AppError('unavailable', 'put: the store is down');
          return target.putIfAbsent(...parameters);
        };
      },
    });
}

test('what could not be published goes later with the very statement that it had', async () => {
  const signing = await openSigning({ wrapStore: downFor(1) });
  const { workspace } = signing;
  const input = workspace.write('one.json', envelope(leads(3)));
  await expect(signing.export([input])).rejects.toMatchObject({ code: 'unavailable' });
  const [row] = await workspace.database.query<{ key: string; statement: string }>('select key, statement from outbox');
  expect(await signing.resume()).toMatchObject([{ status: 'published' }]);
  expect(await signing.raw(row?.key ?? '')).toBe(row?.statement);
  expect(row?.statement).toMatch(/^ey/);
});

test('where the system signs with another key by then, it goes under the new key and the same number', async () => {
  const signing = await openSigning({ wrapStore: downFor(1) });
  const { workspace } = signing;
  const input = workspace.write('one.json', envelope(leads(3)));
  await expect(signing.export([input])).rejects.toMatchObject({ code: 'unavailable' });
  const [row] = await workspace.database.query<{ key: string; statement_kid: string }>(
    'select key, statement_kid from outbox',
  );
  await signing.rotate();
  await signing.resume();
  expect((await signing.statements()).map(({ stream_seq }) => stream_seq)).toEqual([1]);
  const text = (await signing.raw(row?.key ?? '')) ?? '';
  expect(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString()).not.toContain(row?.statement_kid);
});

test('an envelope that is published again keeps its number', async () => {
  const signing = await openSigning();
  const { workspace } = signing;
  const input = workspace.write('one.json', envelope(leads(3)));
  await signing.export([input]);
  await signing.export([input], { again: true });
  const [row] = await workspace.database.query('select stream_seq, statement_kid from outbox');
  expect(row).toEqual({ stream_seq: 1, statement_kid: expect.any(String) as string });
  expect(await workspace.database.query('select last from outbox_stream')).toEqual([{ last: 1 }]);
});

test('a batch whose id was taken gets the next number, and its statement names the former one void', async () => {
  const signing = await openSigning();
  const { workspace } = signing;
  const first = `${PREFIX}sxp_2026_01_11_001.json`;
  await workspace.store.putIfAbsent(first, payloadOf(Buffer.from('others')), {}, signal);
  const clock = { now: () => Date.parse('2026-01-11T18:22:00Z') };
  const deps = { ...workspace.deps, clock, signer: openSigner(await makeSigningKey(SOURCE)) };
  const input = workspace.write('one.ndjson', ndjson(leads(3)));
  const report = await exportInputs(deps, { ...requestFor(workspace.folder), inputs: [input] });
  expect(report.batches).toMatchObject([{ batch_id: 'sxp_2026_01_11_002', status: 'published' }]);
  const text = (await signing.raw(`${PREFIX}sxp_2026_01_11_002.json`)) ?? '';
  const payload = JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()) as StatementPayload;
  expect(payload).toMatchObject({ stream_seq: 2, void: [1], batch_id: 'sxp_2026_01_11_002' });
  expect(await auditVerdict(workspace)).toBe('ok ok');
});

test('the number of a refused envelope is named void once, and the envelope gets another one when it is tried again', async () => {
  const signing = await openSigning();
  const { workspace } = signing;
  const key = `${PREFIX}hand_2026_01_11_001.json`;
  await workspace.store.putIfAbsent(key, payloadOf(Buffer.from('others')), {}, signal);
  const input = workspace.write('one.json', envelope(leads(3)));
  expect((await signing.export([input])).batches).toMatchObject([{ status: 'refused', code: 'BATCH_ID_REUSED' }]);
  await signing.export([workspace.write('two.ndjson', ndjson(leads(3, 10)))]);
  await signing.export([workspace.write('three.ndjson', ndjson(leads(3, 20)))]);
  const head = await workspace.store.head(key, signal);
  await workspace.store.remove(key, head?.etag ?? '', signal);
  expect((await signing.export([input])).batches).toMatchObject([{ status: 'published' }]);
  const statements = (await signing.statements()).toSorted((one, other) => one.stream_seq - other.stream_seq);
  expect(statements.map(({ stream_seq, void: voids }) => [stream_seq, voids])).toEqual([
    [2, [1]],
    [3, undefined],
    [4, undefined],
  ]);
});

test('what a statement named void that never left is named by the next one', async () => {
  const signing = await openSigning();
  const { workspace } = signing;
  const names = ['hand_2026_01_11_001', 'hand_2026_01_11_002'];
  for (const name of names) {
    await workspace.store.putIfAbsent(`${PREFIX}${name}.json`, payloadOf(Buffer.from('others')), {}, signal);
    const input = workspace.write(`${name}.json`, envelope(leads(3), { batch_id: name }));
    expect((await signing.export([input])).batches).toMatchObject([{ status: 'refused' }]);
    const head = await workspace.store.head(`${PREFIX}${name}.json`, signal);
    await workspace.store.remove(`${PREFIX}${name}.json`, head?.etag ?? '', signal);
  }
  await signing.export([workspace.write('two.ndjson', ndjson(leads(3, 10)))]);
  expect(await signing.statements()).toMatchObject([{ stream_seq: 3, void: [1, 2] }]);
});

test('the latest checkpoint of the audit log travels along, and is left out where there is no room for it', async () => {
  for (const [checkpoint, carried] of [
    ['a signed note\n\n— us AAAA\n', 'a signed note\n\n— us AAAA\n'],
    ['x'.repeat(900), undefined],
  ]) {
    const signing = await openSigning({}, { latestCheckpoint: () => Promise.resolve(checkpoint) });
    await signing.export([signing.workspace.write('one.ndjson', ndjson(leads(3)))]);
    expect((await signing.statements()).map((statement) => statement.checkpoint)).toEqual([carried]);
  }
});

test('a dry run takes no number', async () => {
  const signing = await openSigning();
  const { workspace } = signing;
  await signing.export([workspace.write('one.ndjson', ndjson(leads(3)))], { dryRun: true });
  expect(await workspace.database.query('select * from outbox_stream')).toEqual([]);
});
