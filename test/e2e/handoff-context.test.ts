import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database/index.ts';
import { readHandoffContext } from '../../src/poller/index.ts';
import { contextOf, EXAMPLES } from '../contract/execution-handoff-context/contexts.ts';
import { makePlace, type Place } from './place.ts';

const INBOX = 'exports/handoff-contexts/';
const ID = 'handoff-2024-01-15-abc123';
const EXAMPLE = readFileSync(new URL('valid/content-gap.json', EXAMPLES));
const producer = (...args: string[]): string[] => [...args, '--system', 'geo-os'];
const consumer = (...args: string[]): string[] => [...args, '--system', 'seo-os'];

interface Exported {
  readonly batches: readonly {
    readonly batch_id: string;
    readonly status: string;
    readonly code?: string;
    readonly records: number;
  }[];
}

function write(place: Place, name: string, body: string | Uint8Array): string {
  writeFileSync(join(place.folder, name), body);
  return name;
}

/** As somebody who has rights on the bucket and did not use the exporter. */
function dropIntoInbox(place: Place, name: string, body: string | Uint8Array): void {
  const folder = join(place.folder, 'handoff-data/bucket', INBOX);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, body);
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(path, longAgo, longAgo);
}

const keysBelow = (place: Place, prefix: string): string[] => {
  const folder = join(place.folder, 'handoff-data/bucket', prefix);
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
    : [];
};

test('a context is exported, travels and is taken whole, and nothing goes back', async () => {
  const place = makePlace();
  write(place, 'context.json', EXAMPLE);
  const sent = await place.json<Exported>(0, ...producer('export', 'context.json'));
  expect(sent.batches).toMatchObject([{ batch_id: ID, status: 'published', records: 1 }]);
  expect(await place.json(0, ...consumer('poll', '--once'))).toMatchObject({ ingested: 1, archived: 1, receipts: 0 });

  const [context] = place.query<Record<string, unknown>>('select * from handoff_context', 'seo-os');
  expect(context).toMatchObject({
    handoff_id: ID,
    handoff_timestamp: '2024-01-15T10:30:00Z',
    handoff_version: '1.0.0',
    approved_by: 'user-456',
    source_request_id: 'req-789',
    governance_status: 'approved',
    document: EXAMPLE.toString('utf8'),
  });
  const [recommendation] = place.query<Record<string, unknown>>('select * from handoff_recommendation', 'seo-os');
  expect(recommendation).toMatchObject({
    handoff_id: ID,
    position: 0,
    recommendation_id: 'rec-001',
    type: 'content_gap',
    priority: 'high',
    topic_name: 'Topic X',
    generated_by: 'strategy_agent',
  });
  expect(JSON.parse(String(recommendation?.['actionable_steps']))).toHaveLength(4);
  expect(place.query('select topic_id, geo_score, brand_rank from handoff_topic', 'seo-os')).toEqual([
    { topic_id: 'topic-123', geo_score: 45, brand_rank: 3 },
  ]);
  expect(place.query('select contract, source, target, records from batch', 'seo-os')).toEqual([
    { contract: 'execution-handoff-context', source: 'geo-os', target: 'seo-os', records: 1 },
  ]);
  expect(keysBelow(place, INBOX)).toEqual([]);
  expect(keysBelow(place, 'receipts')).toEqual([]);
  for (const side of [producer, consumer])
    expect(await place.json(0, ...side('audit', 'verify'))).toMatchObject({ integrity: 'ok', completeness: 'ok' });
});

test('a context that was taken is frozen: in the database, and in the hands of whoever reads it', async () => {
  const place = makePlace();
  dropIntoInbox(place, `${ID}.json`, EXAMPLE);
  await place.json(0, ...consumer('poll', '--once'));
  const database = await openDatabase(`sqlite:${join(place.folder, 'handoff-data/seo-os.db')}`);
  try {
    for (const sql of [
      "update handoff_context set approved_by = 'me'",
      'delete from handoff_context',
      `insert or replace into handoff_context select * from handoff_context`,
      'insert or replace into batch select * from batch',
      `insert or replace into batch select ingest_seq, 'other', batch_id, sha256, schema_version, revision, source, target,
         created_at, records, bytes, transport, key, run_id, committed_at from batch`,
      "update handoff_recommendation set title = 'other'",
      'delete from handoff_topic',
      `insert into handoff_warning values ('${ID}', 9, 'r', '/', 'late')`,
    ])
      await expect(database.run(sql), sql).rejects.toMatchObject({ name: expect.any(String) as string });
    const context = await readHandoffContext(database, ID);
    expect(context).toEqual(JSON.parse(EXAMPLE.toString('utf8')));
    expect(() => Object.assign(context?.recommendations[0] ?? {}, { title: 'other' })).toThrow(TypeError);
    const trail = (context?.auditTrail ?? []) as unknown[];
    expect(() => trail.push('later')).toThrow(TypeError);
    expect(await readHandoffContext(database, 'another')).toBeUndefined();
  } finally {
    await database.close();
  }
});

test('the same id with other bytes is refused, the same bytes are a duplicate', async () => {
  const place = makePlace();
  dropIntoInbox(place, `${ID}.json`, EXAMPLE);
  await place.json(0, ...consumer('poll', '--once'));
  dropIntoInbox(place, `${ID}.json`, EXAMPLE);
  expect(await place.json(0, ...consumer('poll', '--once'))).toMatchObject({ duplicates: 1 });
  dropIntoInbox(place, `${ID}.json`, EXAMPLE.toString('utf8').replace('user-456', 'user-457'));
  expect(await place.json(1, ...consumer('poll', '--once'))).toMatchObject({ quarantined: 1 });
  expect(await place.json(0, ...consumer('quarantine', 'ls'))).toMatchObject({ files: [{ code: 'BATCH_ID_REUSED' }] });
  expect(place.query('select approved_by from handoff_context', 'seo-os')).toEqual([{ approved_by: 'user-456' }]);
});

test('whatever breaks the contract is refused on both sides with its code, and nothing of it is stored', async () => {
  const place = makePlace();
  const index = JSON.parse(readFileSync(new URL('invalid/index.json', EXAMPLES), 'utf8')) as Record<
    string,
    { code: string }
  >;
  const cases = Object.entries(index).filter(([, { code }]) => code !== 'VERSION_NEWER');
  for (const [name] of cases) dropIntoInbox(place, name, readFileSync(new URL(`invalid/${name}`, EXAMPLES)));
  await place.json(1, ...consumer('poll', '--once', '--no-breaker'));
  const { files } = await place.json<{ files: { key: string; code: string }[] }>(0, ...consumer('quarantine', 'ls'));
  const codes = Object.fromEntries(files.map(({ key, code }) => [key.slice(INBOX.length), code]));
  // The file is not named after the id that it holds, which the reader finds before it looks any further.
  const expected = cases.map(([name, { code }]) => [
    name,
    code === 'BATCH_ID_INVALID' || isUnread(code) ? code : 'NAME_MISMATCH',
  ]);
  expect(Object.keys(codes).toSorted()).toEqual(cases.map(([name]) => name).toSorted());
  for (const [name, code] of expected) expect([code, index[name ?? '']?.code]).toContain(codes[name ?? '']);
  for (const table of ['handoff_context', 'handoff_recommendation', 'handoff_topic', 'handoff_question', 'batch'])
    expect(place.count(`select count(*) from ${table}`, 'seo-os')).toBe(0);

  for (const [name] of cases) {
    copyFileSync(new URL(`invalid/${name}`, EXAMPLES), join(place.folder, name));
  }
  const sent = await place.json<Exported>(1, ...producer('export', ...cases.map(([name]) => name)));
  expect(sent.batches.map(({ status, code }) => ({ status, code }))).toEqual(
    cases.map(([, { code }]) => ({ status: 'refused', code })),
  );
});

/** Refused before its id is known. */
function isUnread(code: string): boolean {
  return ['JSON_INVALID', 'DUPLICATE_KEY', 'LONE_SURROGATE', 'VERSION_UNKNOWN'].includes(code);
}

test('a newer version is held and stays where it is', async () => {
  const place = makePlace();
  dropIntoInbox(place, `${ID}.json`, EXAMPLE.toString('utf8').replace('"1.0.0"', '"1.1.0"'));
  expect(await place.json(1, ...consumer('poll', '--once'))).toMatchObject({ held: 1 });
  expect(keysBelow(place, INBOX)).toEqual([`${ID}.json`]);
});

test('one recommendation more than allowed is refused, and split where that is asked for', async () => {
  const place = makePlace();
  write(place, 'large.json', JSON.stringify(contextOf({ recommendations: 101, topics: 50, questions: 500 })));
  const refused = await place.json<Exported>(1, ...producer('export', 'large.json'));
  expect(refused.batches).toMatchObject([{ status: 'refused', code: 'CONTEXT_TOO_LARGE' }]);
  const sent = await place.json<Exported>(0, ...producer('export', 'large.json', '--on-too-large', 'split'));
  expect(sent.batches).toMatchObject([
    { batch_id: 'handoff-of-a-size-p1of2', status: 'published', records: 50 },
    { batch_id: 'handoff-of-a-size-p2of2', status: 'published', records: 51 },
  ]);
  expect(await place.json(0, ...consumer('poll', '--once'))).toMatchObject({ ingested: 2 });
  expect(place.count('select count(*) from handoff_recommendation', 'seo-os')).toBe(101);
  expect(place.count("select count(*) from audit_log where event = 'context.reduced'", 'geo-os')).toBe(1);
});

test('ten mebibytes are read, one byte more is refused unread', async () => {
  const place = makePlace();
  const text = JSON.stringify(contextOf({ recommendations: 10 }));
  const limit = 10_485_760;
  dropIntoInbox(place, 'handoff-of-a-size.json', text.padEnd(limit, ' '));
  dropIntoInbox(place, 'one-byte-more.json', text.padEnd(limit + 1, ' '));
  expect(await place.json(1, ...consumer('poll', '--once'))).toMatchObject({ ingested: 1, quarantined: 1 });
  expect(await place.json(0, ...consumer('quarantine', 'ls'))).toMatchObject({
    files: [{ code: 'CONTEXT_TOO_LARGE' }],
  });
});

test('what is too large and broken besides is refused, not crashed on, and the next input is still taken', async () => {
  const place = makePlace();
  const padding = 'x'.repeat(10_000_001);
  const broken = [
    { recommendations: [null] },
    { recommendations: [] },
    { governanceWarnings: 5 },
    { topicContext: {} },
    { questionContext: 'many' },
  ].map((change, n) => write(place, `broken-${n}.json`, JSON.stringify({ ...contextOf({}), ...change, padding })));
  write(place, 'good.json', EXAMPLE);
  for (const mode of ['split', 'high-priority', 'summarise']) {
    const { batches } = await place.json<Exported>(
      1,
      ...producer('export', ...broken, 'good.json', '--on-too-large', mode, '--dry-run'),
    );
    expect(batches.map(({ code }) => code)).toEqual([...broken.map(() => 'CONTEXT_TOO_LARGE'), undefined]);
  }
});

test('a dry run of a split leaves nothing behind', async () => {
  const place = makePlace();
  write(place, 'large.json', JSON.stringify(contextOf({ recommendations: 101 })));
  await place.json(0, ...producer('export', 'large.json', '--on-too-large', 'split', '--dry-run'));
  const spool = join(place.folder, 'handoff-data/spool');
  const left = existsSync(spool) ? readdirSync(spool, { recursive: true, encoding: 'utf8' }) : [];
  expect(left.filter((name) => name.includes('handoff-of-a-size'))).toEqual([]);
});

test('a context that was split is not sent in another way, nor another one under its id', async () => {
  const place = makePlace();
  const split = ['--on-too-large', 'split'];
  write(place, 'large.json', JSON.stringify(contextOf({ recommendations: 101 })));
  write(place, 'other.json', JSON.stringify(contextOf({ recommendations: 201 })));
  write(place, 'small.json', JSON.stringify(contextOf({ recommendations: 3 })));
  expect((await place.json<Exported>(0, ...producer('export', 'large.json', ...split))).batches).toHaveLength(2);
  expect((await place.json<Exported>(0, ...producer('export', 'large.json', ...split))).batches).toMatchObject([
    { status: 'exists' },
    { status: 'exists' },
  ]);
  for (const name of ['other.json', 'small.json']) {
    expect((await place.json<Exported>(1, ...producer('export', name, ...split))).batches).toMatchObject([
      { status: 'refused', code: 'BATCH_ID_REUSED' },
    ]);
  }
  expect(keysBelow(place, INBOX)).toHaveLength(2);
});

test('if one part cannot be sent none is', async () => {
  const place = makePlace();
  write(place, 'taken.json', JSON.stringify({ ...contextOf({}), handoffId: 'handoff-of-a-size-p2of2' }));
  await place.json(0, ...producer('export', 'taken.json'));
  write(place, 'large.json', JSON.stringify(contextOf({ recommendations: 101 })));
  const { batches } = await place.json<Exported>(1, ...producer('export', 'large.json', '--on-too-large', 'split'));
  expect(batches).toMatchObject([{ status: 'refused', code: 'BATCH_ID_REUSED' }]);
  expect(keysBelow(place, INBOX)).toEqual(['handoff-of-a-size-p2of2.json']);
});

test('another system’s context is left alone, however large it is', async () => {
  const place = makePlace();
  write(place, 'context.json', EXAMPLE);
  const config = { contracts: { 'execution-handoff-context': { targets: ['seo-os', 'cms-os'] } } };
  write(place, 'handoff.config.json', JSON.stringify(config));
  await place.json(0, ...producer('export', 'context.json', '--target', 'cms-os'));
  expect(await place.json(0, ...consumer('poll', '--once'))).toMatchObject({ skipped: 1, ingested: 0, quarantined: 0 });
  expect(await place.json(0, 'poll', '--once', '--system', 'cms-os')).toMatchObject({ ingested: 1 });
});
