import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { envelopeText, leadText } from '../../fixtures/generate-leads.ts';
import { freshBucket } from '../support/gateway.ts';
import { type OtherClient, otherClient } from './other-client.ts';
import {
  CONSUMER,
  expectSoundLogs,
  filesUnder,
  INBOX,
  makePlace,
  type Place,
  PRODUCER,
  sha256Of,
  writeText,
} from './place.ts';

// Processes that start one after another take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const ARCHIVE = `archive/${CONSUMER}/lead-batches/`;
const QUARANTINE = `quarantine/${CONSUMER}/lead-batches/`;

interface Exported {
  readonly batches: readonly {
    batch_id: string;
    key: string;
    sha256: string;
    records: number;
    bytes: number;
    status: string;
  }[];
}

async function makeBucketPlace(): Promise<{ place: Place; client: OtherClient }> {
  const bucket = await freshBucket();
  return { place: makePlace({ ...bucket.env, HANDOFF_STORE: bucket.url }), client: otherClient(bucket) };
}

test('25,000 leads as NDJSON and as CSV are handed over once, whatever another client does with the objects', async () => {
  const { place, client } = await makeBucketPlace();
  const exported = new Map<string, string>();
  for (const format of ['ndjson', 'csv'] as const) {
    const input = join(place.folder, `leads.${format}`);
    await writeText(input, leadText(format, 25_000));
    const report = await place.json<Exported>(0, 'export', input);
    expect(report.batches.map(({ records, status }) => [records, status])).toEqual([
      [10_000, 'published'],
      [10_000, 'published'],
      [5_000, 'published'],
    ]);
    for (const { key, sha256 } of report.batches) exported.set(key, sha256);
  }
  expect((await client.list(INBOX)).map((name) => INBOX + name)).toEqual([...exported.keys()].toSorted());

  expect(await place.json(0, 'poll', '--once')).toMatchObject({
    listed: 6, ingested: 6, records: 50_000, archived: 6, duplicates: 0, quarantined: 0, held: 0, skipped: 0, retried: 0,
  }); // prettier-ignore
  expect(await client.list(INBOX)).toEqual([]);
  expect(place.count('select count(*) from lead_card')).toBe(50_000);
  expect(place.count('select count(distinct lead_id) from lead_card')).toBe(25_000);
  const copies = await downloadArchive(place, client);
  expect([...copies.values()].toSorted()).toEqual([...exported.values()].toSorted());

  expect(await place.json(0, 'poll', '--once')).toMatchObject({ listed: 0, ingested: 0, archived: 0, duplicates: 0 });

  const [batch] = place.query<{ batch_id: string; sha256: string }>('select batch_id, sha256 from batch order by 1');
  const { batch_id: id, sha256 } = batch!;
  const archived = [...copies].find(([, hash]) => hash === sha256)![0];
  await client.copy(`${ARCHIVE}${archived}`, `${INBOX}${id}.json`);
  expect(await place.json(0, 'poll', '--once')).toMatchObject({ listed: 1, duplicates: 1, ingested: 0, archived: 1 });

  const firstRows = place.query('select * from lead_card where batch_id = (select min(batch_id) from batch)');
  const changed = changeOneByte(join(place.folder, 'archive', archived), join(place.folder, 'changed.json'));
  await client.upload(changed, `${INBOX}${id}.json`);
  expect(await place.json(1, 'poll', '--once')).toMatchObject({
    listed: 1,
    quarantined: 1,
    ingested: 0,
    duplicates: 0,
  });
  const { files } = await place.json<{ files: object[] }>(0, 'quarantine', 'ls');
  expect(files).toMatchObject([{ key: `${INBOX}${id}.json`, batch_id: id, code: 'BATCH_ID_REUSED' }]);
  expect(place.query('select * from lead_card where batch_id = (select min(batch_id) from batch)')).toEqual(firstRows);
  expect(await client.list(INBOX)).toEqual([]);
  expect(await client.list(QUARANTINE)).toHaveLength(2);
  expect(await downloadArchive(place, client)).toEqual(copies);
  await expectSoundLogs(place, PRODUCER, CONSUMER);
});

test('a file that another client uploads without metadata is ingested, and its archive copy states its hash', async () => {
  const { place, client } = await makeBucketPlace();
  const input = join(place.folder, 'by-hand.json');
  const identity = { batchId: 'hand_2026_01_11_001', source: PRODUCER, target: CONSUMER };
  await writeText(input, envelopeText(identity, 500));
  await client.upload(input, `${INBOX}hand_2026_01_11_001.json`);
  expect(await place.json(0, 'poll', '--once')).toMatchObject({ listed: 1, ingested: 1, records: 500, archived: 1 });
  expect(await client.list(INBOX)).toEqual([]);
  expect([...(await downloadArchive(place, client)).values()]).toEqual([await sha256Of(input)]);
});

test('a file above the spool limit, uploaded in parts by another client, is ingested whole and leaves no spool behind', async () => {
  const { place, client } = await makeBucketPlace();
  const input = join(place.folder, 'large.json');
  await writeText(input, envelopeText({ batchId: 'hand_2026_01_11_001', source: PRODUCER, target: CONSUMER }, 20_000));
  expect(statSync(input).size).toBeGreaterThan(8 * 1024 * 1024);
  await client.upload(input, `${INBOX}hand_2026_01_11_001.json`, '--s3-upload-cutoff', '5M', '--s3-chunk-size', '5M');
  expect(await place.json(0, 'poll', '--once')).toMatchObject({ ingested: 1, records: 20_000, archived: 1 });
  expect([...(await downloadArchive(place, client)).values()]).toEqual([await sha256Of(input)]);
  expect(filesUnder(join(place.folder, 'handoff-data', 'spool'))).toEqual([]);
});

test('names that climb or hide are never touched, however they came into the bucket', async () => {
  const { place, client } = await makeBucketPlace();
  const input = join(place.folder, 'climber.json');
  await writeText(input, envelopeText({ batchId: 'hand_2026_01_11_001', source: PRODUCER, target: CONSUMER }, 3));
  const names = ['sub/hand_2026_01_11_001.json', '.hidden.json', '..json', '_draft.json'];
  for (const name of names) await client.upload(input, INBOX + name);
  await client.upload(input, `${INBOX}a..%2f..%2fclimber.json`);
  expect(await place.json(1, 'poll', '--once')).toMatchObject({ listed: 1, ignored: 4, quarantined: 1, ingested: 0 });
  expect(await client.list(INBOX)).toEqual(names.toSorted());
  const kept = await client.list(QUARANTINE);
  expect(kept).toHaveLength(2);
  for (const name of kept)
    expect(name).toMatch(/^\d{4}\/\d\d\/\d\d\/[A-Za-z0-9_-]+[.][0-9a-f]{16}[.](?:reason[.])?json$/);
});

/** All of the archive as the other client gets it: names and SHA-256. */
async function downloadArchive(place: Place, client: OtherClient): Promise<Map<string, string>> {
  const folder = join(place.folder, 'archive');
  await client.download(ARCHIVE, folder);
  const names = await client.list(ARCHIVE);
  expect(filesUnder(folder)).toEqual(names);
  const hashes = await Promise.all(names.map((name) => sha256Of(join(folder, name))));
  return new Map(names.map((name, index) => [name, hashes[index]!]));
}

/** Still a valid batch: one letter of a display name is another one. */
function changeOneByte(path: string, changed: string): string {
  const bytes = readFileSync(path);
  const place = bytes.indexOf('"display_name":"') + '"display_name":"'.length;
  bytes[place] = bytes[place] === 0x4d ? 0x4e : 0x4d;
  writeFileSync(changed, bytes);
  return changed;
}
