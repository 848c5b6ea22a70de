import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/index.ts';
import { forgetReach, rawly, rewriteRows } from '../audit/tampering.ts';
import { forgetCheckpoints } from '../audit/attacks.ts';
import { freshFolder, handoff, handoffJson, LEADS } from '../support/handoff.ts';

const PRODUCER = 'social-xpress-engine';
const CONSUMER = 'nextier-execution';
const ANCHORS = `handoff-data/bucket/audit-checkpoints/${PRODUCER}`;

let folder = '';

/** One export, and a key of the producer's own. */
beforeEach(() => {
  folder = freshFolder();
  handoff(folder, ['keys', 'new', '--system', PRODUCER, '--out', 'key.json', '--trust', 'trust.json']);
  handoff(folder, ['export', join(LEADS, 'leads.csv')]);
});

const withKey = { HANDOFF_SIGNING_KEY: 'key.json' };
const url = () => `sqlite:${join(folder, `handoff-data/${PRODUCER}.db`)}`;

function audit(args: readonly string[], settings: Readonly<Record<string, string>> = withKey) {
  return handoffJson(folder, ['audit', ...args, '--system', PRODUCER], settings);
}

test('a checkpoint is cut, found by verify with the own key or the trusted one, and not cut twice', () => {
  expect(audit(['verify'])).toMatchObject({ status: 0, checkpoints: 0, evidence: 'ok' });
  expect(audit(['checkpoint', '--dry-run'])).toMatchObject({ status: 0, cut: false, grown: true, dry_run: true });
  const cut = audit(['checkpoint']);
  const { rows } = audit(['verify']);
  expect(cut).toMatchObject({ status: 0, cut: true, size: rows, state: 'anchored' });
  expect(cut['key']).toBe(`audit-checkpoints/${PRODUCER}/${String(rows)}.note`);
  expect(readdirSync(join(folder, ANCHORS))).toEqual([`${String(rows)}.note`]);
  expect(audit(['checkpoint'])).toMatchObject({ status: 0, cut: false, grown: false, size: rows });
  const vouched = {
    status: 0,
    integrity: 'ok',
    checkpoints: 1,
    unanchored_tail: 0,
    signatures: 'checked',
    anchors: 'read',
  };
  expect(audit(['verify'])).toMatchObject(vouched);
  expect(audit(['verify'], { HANDOFF_TRUST: 'trust.json' })).toMatchObject(vouched);
  expect(audit(['verify'], {})).toMatchObject({ status: 0, signatures: 'unchecked', unanchored_tail: rows });
});

test('without a key there is no checkpoint, and another system may not sign', () => {
  const { status, stderr } = handoff(folder, ['audit', 'checkpoint', '--system', PRODUCER]);
  expect([status, stderr]).toEqual([78, expect.stringContaining('handoff keys new')]);
  handoff(folder, ['keys', 'new', '--system', CONSUMER, '--out', 'other.json']);
  const other = handoff(folder, ['audit', 'checkpoint', '--system', PRODUCER], { HANDOFF_SIGNING_KEY: 'other.json' });
  expect([other.status, other.stderr]).toEqual([78, expect.stringContaining(`the key of ${CONSUMER}`)]);
  expect(audit(['verify'], { HANDOFF_SIGNING_KEY: 'other.json' })).toMatchObject({
    status: 0,
    signatures: 'unchecked',
  });
});

test('a log that was cut short is found by its anchor, and by what somebody else kept of it', () => {
  audit(['checkpoint']);
  const exported = audit(['export', '--out', 'evidence']);
  const rows = Number(exported['rows']);
  rewriteRows(url(), (log) => log.slice(0, -2));
  forgetReach(url());
  forgetCheckpoints(url());
  const cutShort = { status: 1, integrity: 'broken', first_bad_seq: rows - 1 };
  expect(audit(['verify'])).toMatchObject(cutShort);
  rmSync(join(folder, ANCHORS), { recursive: true });
  expect(audit(['verify'])).toMatchObject({ integrity: 'ok', copies: 0 });
  expect(audit(['verify', '--anchors', 'evidence'])).toMatchObject({ ...cutShort, copies: 1 });
  expect(audit(['verify', '--anchors', `evidence/checkpoints/${rows}.note`])).toMatchObject(cutShort);
  expect(handoff(folder, ['audit', 'verify', '--system', PRODUCER, '--anchors', 'nowhere'], withKey).status).toBe(2);
});

test('what vouches for the log and is gone or strange is exit 1, and the log stays whole', () => {
  audit(['checkpoint']);
  const [name = ''] = readdirSync(join(folder, ANCHORS));
  rmSync(join(folder, ANCHORS, name));
  expect(audit(['verify'])).toMatchObject({ status: 1, integrity: 'ok', evidence: 'disturbed' });
});

test('other bytes at its key are a fork: exit 1', () => {
  audit(['checkpoint']);
  appendFileSync(join(folder, ANCHORS, readdirSync(join(folder, ANCHORS))[0] ?? ''), 'more');
  rawly(url(), (connection) => connection.exec(`update audit_checkpoint set state = 'pending'`));
  expect(audit(['checkpoint'])).toMatchObject({ status: 1, cut: false, state: 'forked' });
});

test('a store out of reach leaves the checkpoint pending with exit 75, and verify judges the log alone', () => {
  const away = ['--store', 's3://nowhere/x?endpoint=http://127.0.0.1:9&region=none'];
  const settings = { ...withKey, AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' };
  expect(audit(['checkpoint', ...away], settings)).toMatchObject({ status: 75, cut: true, state: 'pending' });
  expect(audit(['verify', ...away], settings)).toMatchObject({ status: 75, integrity: 'ok', anchors: 'unreachable' });
  expect(audit(['checkpoint'])).toMatchObject({ status: 0, cut: false, state: 'anchored' });
});

test('an export holds every entry with its exact text, every note, and is never written over another', () => {
  audit(['checkpoint']);
  const exported = audit(['export']);
  const out = join(folder, String(exported['folder']));
  const lines = readFileSync(join(out, 'entries.ndjson'), 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(Number(exported['rows']));
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ seq: lines.length, entry_hash: exported['head_hash'] });
  expect(readdirSync(join(out, 'checkpoints'))).toEqual([`${lines.length}.note`]);
  const { keys } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as { keys: string[] };
  expect(keys).toEqual([expect.stringMatching(/^handoff\/social-xpress-engine\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/)]);
  expect(handoff(folder, ['audit', 'export', '--system', PRODUCER], withKey).status).toBe(2);
});

test('a batch without its entry and an entry without its batch are gaps, on both sides', async () => {
  handoff(folder, ['poll', '--once']);
  expect(handoffJson(folder, ['audit', 'verify', '--system', CONSUMER])).toMatchObject({
    status: 0,
    completeness: 'ok',
  });
  const kindsOf = (system: string) => {
    const verdict = handoffJson<{ integrity: string; completeness: string; findings: { kind: string }[] }>(folder, [
      'audit', 'verify', '--system', system,
    ]); // prettier-ignore
    return [verdict.integrity, verdict.completeness, verdict.findings.map(({ kind }) => kind)];
  };
  for (const [system, table] of [
    [PRODUCER, 'outbox'],
    [CONSUMER, 'batch'],
  ] as const) {
    const file = `sqlite:${join(folder, `handoff-data/${system}.db`)}`;
    // Another id: the entry has lost its batch, and the batch never had an entry.
    rawly(file, (connection) => {
      connection.exec(
        `update ${table} set batch_id = 'sxp_2026_01_11_998' where rowid = (select min(rowid) from ${table})`,
      );
    });
    expect(kindsOf(system)).toEqual(['ok', 'incomplete', ['unlogged', 'unfounded']]);
  }
  const database = await openDatabase(url());
  expect(await database.query('select 1 from outbox where state = $1', ['published'])).not.toEqual([]);
  await database.close();
});
