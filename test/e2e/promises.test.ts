import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { leadText } from '../../fixtures/generate-leads.ts';
import { BIN, freshFolder, handoff, handoffJson, LEADS, plainEnvironment } from '../support/handoff.ts';

const BUCKET = 'handoff-data/bucket';
const INBOX = `${BUCKET}/exports/lead-batches`;
const CONSUMER = ['--system', 'nextier-execution'];
const BATCHES = 6;
const RECORDS = 200;

function filesBelow(folder: string, path: string): string[] {
  return readdirSync(join(folder, path), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
}

function countLeads(folder: string): unknown {
  const database = new Sqlite(join(folder, 'handoff-data/nextier-execution.db'), { readonly: true });
  const counts = database.prepare('select count(*) as n, count(distinct lead_id) as different from lead_card').get();
  database.close();
  return counts;
}

function withExportedBatches(): string {
  const folder = freshFolder();
  writeFileSync(join(folder, 'leads.ndjson'), [...leadText('ndjson', BATCHES * RECORDS)].join(''));
  expect(handoff(folder, ['export', 'leads.ndjson', '--batch-size', String(RECORDS)]).status).toBe(0);
  return folder;
}

test.each([100, 200, 300, 400, 500, 700])(
  'a poller killed after %i ms took every batch once when the next one is done',
  async (ms) => {
    const folder = withExportedBatches();
    const victim = spawn(process.execPath, [BIN, 'poll'], { cwd: folder, env: plainEnvironment(), stdio: 'ignore' });
    const gone = once(victim, 'exit');
    await sleep(ms);
    victim.kill('SIGKILL');
    await gone;
    expect(handoffJson(folder, ['poll'])).toMatchObject({
      status: 0,
      already_running: false,
      quarantined: 0,
      duplicates: 0,
    });
    expect(countLeads(folder)).toEqual({ n: BATCHES * RECORDS, different: BATCHES * RECORDS });
    expect(filesBelow(folder, INBOX)).toEqual([]);
    expect(filesBelow(folder, `${BUCKET}/archive`)).toHaveLength(BATCHES);
    expect(handoffJson(folder, ['audit', 'verify', ...CONSUMER])).toMatchObject({
      status: 0,
      integrity: 'ok',
      completeness: 'ok',
    });
  },
);

test('while nothing can be archived the object stays in the inbox, no file is blamed, and the next run goes on', () => {
  const folder = freshFolder();
  expect(handoff(folder, ['export', join(LEADS, 'leads.csv')]).status).toBe(0);
  writeFileSync(join(folder, BUCKET, 'archive'), 'a file where the folder belongs');
  const [name] = filesBelow(folder, INBOX);
  expect(handoff(folder, ['poll']).status).not.toBe(0);
  expect(filesBelow(folder, INBOX)).toEqual([name]);
  expect(handoffJson(folder, ['quarantine', 'ls'])).toMatchObject({ files: [] });

  rmSync(join(folder, BUCKET, 'archive'));
  expect(handoffJson(folder, ['poll'])).toMatchObject({ status: 0, quarantined: 0, archived: 1 });
  expect(filesBelow(folder, INBOX)).toEqual([]);
  expect(countLeads(folder)).toEqual({ n: 20, different: 20 });
});

describe('an audit log', () => {
  const original = freshFolder();
  beforeAll(() => {
    handoff(original, ['export', join(LEADS, 'leads.csv')]);
    handoff(original, ['poll']);
  });

  /** Somebody with the file and a tool, and no respect for triggers. */
  function tampered(change: string): Record<string, unknown> {
    const folder = freshFolder();
    cpSync(join(original, 'handoff-data'), join(folder, 'handoff-data'), { recursive: true });
    const database = new Sqlite(join(folder, 'handoff-data/nextier-execution.db'));
    for (const name of ['append', 'no_update', 'no_delete']) database.exec(`drop trigger audit_log_${name}`);
    database.exec(change);
    database.close();
    return handoffJson(folder, ['audit', 'verify', ...CONSUMER]);
  }

  test.each([
    ['that was edited', `update audit_log set entry = replace(entry, '"success"', '"failure"') where seq = 4`, 4],
    [
      'with two entries swapped',
      `create temp table one as select entry, entry_hash from audit_log where seq = 4;
       update audit_log set (entry, entry_hash) = (select replace(entry, '"seq":5', '"seq":4'), entry_hash from audit_log where seq = 5) where seq = 4;
       update audit_log set (entry, entry_hash) = (select replace(entry, '"seq":4', '"seq":5'), entry_hash from one) where seq = 5`,
      4,
    ],
    ['with an entry taken out', 'delete from audit_log where seq = 4', 4],
  ])('%s does not verify, and the first bad entry is named', (_, change, seq) => {
    expect(tampered(change)).toMatchObject({ status: 1, integrity: 'broken', first_bad_seq: seq });
  });

  test('cut off in the middle of an attempt is incomplete', () => {
    expect(tampered('delete from audit_log where seq > 2')).toMatchObject({ status: 1, completeness: 'incomplete' });
  });

  test('that is whole verifies, and says how much of it no checkpoint covers', () => {
    const verdict = tampered('select 1');
    expect(verdict).toMatchObject({ status: 0, integrity: 'ok', completeness: 'ok' });
    expect(verdict['unanchored_tail']).toBe(verdict['rows']);
  });
});
