import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { leadText } from '../../fixtures/generate-leads.ts';
import { freshBucket } from '../support/gateway.ts';
import { otherClient } from './other-client.ts';
import {
  CONSUMER, expectSoundLogs, filesUnder, INBOX, inboxPath, keysIn, makePlace, type Place, PRODUCER, until, writeText,
} from './place.ts'; // prettier-ignore

// Processes that start one after another take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const ANSWERS = `receipts/${CONSUMER}/lead-batches/`;

interface Exported {
  readonly batches: readonly { readonly batch_id: string; readonly key: string; readonly sha256: string }[];
}

interface Reconciled {
  readonly batches: readonly { readonly batch_id: string; readonly status: string; readonly age_s: number }[];
  readonly problems: readonly { readonly batch_id: string }[];
}

/** A store that another program can write to besides. */
interface Ground {
  readonly place: Place;
  /** Puts other bytes under a key, as whoever has no idea of batches. */
  readonly overwrite: (key: string, text: string) => Promise<void>;
  /** Names under a prefix, in order. */
  readonly list: (prefix: string) => Promise<string[]>;
}

async function onBucket(): Promise<Ground> {
  const bucket = await freshBucket();
  const place = makePlace({ ...bucket.env, HANDOFF_STORE: bucket.url });
  const client = otherClient(bucket);
  const overwrite = async (key: string, text: string): Promise<void> => {
    const path = join(place.folder, 'other-bytes');
    writeFileSync(path, text);
    await client.upload(path, key);
  };
  return { place, overwrite, list: (prefix) => client.list(prefix) };
}

async function onFolder(): Promise<Ground> {
  const place = makePlace();
  const overwrite = async (key: string, text: string): Promise<void> =>
    writeFileSync(join(place.folder, 'handoff-data', 'bucket', key), text);
  return { place, overwrite, list: async (prefix) => keysIn(place, prefix) };
}

async function exportLeads(place: Place, leads: number, ...flags: string[]): Promise<Exported['batches']> {
  const input = join(place.folder, `leads-${leads}.ndjson`);
  await writeText(input, leadText('ndjson', leads));
  return (await place.json<Exported>(0, 'export', input, ...flags)).batches;
}

test.each([
  ['a folder', onFolder],
  ['a bucket', onBucket],
])(
  'the producer learns through %s what was taken, what was refused and why, and what nobody takes',
  async (_, ground) => {
    const { place, overwrite, list } = await ground();
    const [taken, broken] = await exportLeads(place, 20, '--batch-size', '10');
    const [unpolled] = await exportLeads(place, 5, '--target', 'outreach-global');
    expect(await place.json(0, 'reconcile')).toMatchObject({ taken: 0, waiting: 3, refused: 0, gone: 0, problems: [] });

    await overwrite(broken!.key, '{"batch_id":"sxp_');
    expect(await place.json<Reconciled>(1, 'reconcile')).toMatchObject({
      waiting: 3,
      problems: [{ batch_id: broken!.batch_id, key: broken!.key }],
    });
    // What was written over a moment ago might still grow; the poll looks again until it does not.
    expect(await place.json(1, 'poll', '--once')).toMatchObject({
      ingested: 1,
      quarantined: 1,
      skipped: 1,
      receipts: 2,
    });
    expect(await list(ANSWERS)).toHaveLength(2);

    const report = await place.json<Reconciled>(1, 'reconcile');
    expect(report).toMatchObject({ taken: 1, refused: 1, waiting: 1, held: 0, gone: 0 });
    expect(report.batches).toMatchObject([
      { batch_id: taken!.batch_id, status: 'taken' },
      { batch_id: broken!.batch_id, status: 'refused', code: 'JSON_INVALID', target: CONSUMER },
      {
        batch_id: unpolled!.batch_id,
        status: 'waiting',
        target: 'outreach-global',
        age_s: expect.any(Number) as number,
      },
    ]);
    const said = await place.run('reconcile');
    expect(said.code).toBe(1);
    expect(said.stdout).not.toContain(taken!.batch_id);
    expect(said.stdout).toMatch(new RegExp(`${broken!.batch_id}.* refused +JSON_INVALID +\\d+ (?:s|min) ago`));
    expect(said.stdout).toMatch(new RegExp(`${unpolled!.batch_id}.* waiting +\\d+ (?:s|min) ago`));
    expect(said.stdout).toContain('1 taken, 1 refused, 0 held, 1 waiting, 0 gone');
    await expectSoundLogs(place, PRODUCER, CONSUMER);
  },
);

test('a receipt that somebody forged for other bytes does not make a batch taken', async () => {
  const { place, overwrite, list } = await onBucket();
  const [first] = await exportLeads(place, 5);
  await place.json(0, 'poll', '--once');
  const [answer] = await list(ANSWERS);
  const [second] = await exportLeads(place, 6);
  expect(answer).toMatch(new RegExp(`^${first!.batch_id}[.][0-9a-f]{16}[.]json$`));
  const forged = JSON.stringify({
    contract: 'handoff-receipt', schema_version: 'v1', batch_contract: 'lead-card-batch', batch_id: second!.batch_id,
    batch_schema_version: 'v1', sha256: first!.sha256, bytes: 1, records: 5, source: PRODUCER, system: CONSUMER,
    key: second!.key, verdict: 'ingested', reason_code: null, problems: [], decided_at: '2026-01-11T18:30:00Z', run_id: 'x',
  }); // prettier-ignore
  await overwrite(`${ANSWERS}${second!.batch_id}.${second!.sha256.slice(0, 16)}.json`, forged);
  const report = await place.json<Reconciled>(1, 'reconcile');
  expect(report).toMatchObject({ taken: 1, waiting: 1, problems: [{ batch_id: second!.batch_id }] });
  // The target's own word replaces it.
  await place.json(0, 'poll', '--once');
  expect(await place.json(0, 'reconcile')).toMatchObject({ taken: 2, waiting: 0, problems: [] });
});

test('a poll killed after its batches took effect and before it answered is made up for by the next one', async () => {
  const place = makePlace();
  await exportLeads(place, 600, '--batch-size', '2');
  const running = place.start('poll', '--once');
  await until('a batch that is taken', () => place.peek("select 1 from file where receipt = 'due'").length > 0);
  running.child.kill('SIGKILL');
  expect(await running.ended).toMatchObject({ signal: 'SIGKILL' });
  const before = keysIn(place, ANSWERS).length;
  expect(before).toBeLessThan(300);
  expect(await place.json(0, 'poll', '--once')).toMatchObject({ quarantined: 0 });
  expect(keysIn(place, ANSWERS)).toHaveLength(300);
  expect(place.count("select count(*) from file where receipt = 'due'")).toBe(0);
  expect(place.count("select count(*) from audit_log where event = 'receipt.written'")).toBe(300);
  expect(await place.json(0, 'reconcile')).toMatchObject({ taken: 300, waiting: 0, gone: 0, problems: [] });
  expect(await place.json(0, 'reconcile')).toMatchObject({ batches: [], taken: 300 });
  expect(place.count("select count(*) from audit_log where event = 'receipt.read'", PRODUCER)).toBe(300);
  await expectSoundLogs(place, PRODUCER, CONSUMER);
});

test('what waits for longer than it may is a concern', async () => {
  const place = makePlace();
  await exportLeads(place, 5);
  const database = new Sqlite(join(place.folder, 'handoff-data', `${PRODUCER}.db`));
  const hoursAgo = new Date(Date.now() - 3 * 3_600_000 - 1_000).toISOString();
  database.prepare('update outbox set updated_at = ?').run(hoursAgo);
  database.close();
  expect((await place.run('reconcile', '--overdue', '4', '--quiet')).code).toBe(0);
  const { code, stdout } = await place.run('reconcile', '--overdue', '3', '--dry-run');
  expect(code).toBe(1);
  expect(stdout).toMatch(/waiting, overdue +3 h ago/);
});

test('with receipts switched off none is written, and the producer waits for none', async () => {
  const place = makePlace();
  writeFileSync(join(place.folder, 'handoff.config.json'), '{ "receipts": false }');
  await exportLeads(place, 5);
  expect(await place.json(0, 'poll', '--once')).toMatchObject({ ingested: 1, receipts: 0 });
  expect(keysIn(place, 'receipts')).toEqual([]);
  expect(await place.json(0, 'reconcile')).toMatchObject({ batches: [], taken: 0, gone: 0 });
});

test('a producer that has sent nothing yet is told so, and a dry run makes no database', async () => {
  const place = makePlace();
  expect(await place.json(0, 'reconcile', '--dry-run')).toMatchObject({ batches: [], taken: 0, dry_run: true });
  expect(filesUnder(place.folder)).toEqual([]);
});

test('the batch in the inbox is not touched by a look', async () => {
  const place = makePlace();
  const [batch] = await exportLeads(place, 5);
  const path = inboxPath(place, `${batch!.batch_id}.json`);
  const before = readFileSync(path);
  await place.json(0, 'reconcile');
  expect(readFileSync(path)).toEqual(before);
  expect(keysIn(place, INBOX)).toHaveLength(1);
});
