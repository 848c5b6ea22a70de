import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../house/copy-of-the-tree.ts';
import { makePlace, type Place } from './place.ts';

const FIXTURES = join(ROOT, 'fixtures/outreach-targets');
const bit = (...args: string[]): string[] => [...args, '--contract', 'outreach-target-batch', '--system', 'bit-engine'];
const hub = (...args: string[]): string[] => [...args, '--system', 'outreach-hub'];
const SIGNALS = ['--contract', 'engagement-signal-batch'];

interface Exported {
  readonly batches: readonly { readonly batch_id: string; readonly status: string; readonly records: number }[];
}

function placeWith(...names: string[]): Place {
  const place = makePlace();
  for (const name of names) copyFileSync(join(FIXTURES, name), join(place.folder, name));
  return place;
}

const read = (place: Place, path: string): unknown => JSON.parse(readFileSync(join(place.folder, path), 'utf8'));

test('targets travel from the engine to the hub, signals from the hub to CL, and both sides keep their books', async () => {
  const place = placeWith('targets.json', 'signals.ndjson');
  const sent = await place.json<Exported>(0, ...bit('export', 'targets.json'));
  expect(sent.batches).toMatchObject([{ status: 'published', records: 7 }]);
  const [{ batch_id: id } = { batch_id: '' }] = sent.batches;
  expect(id).toMatch(/^otb_\d{4}_\d{2}_\d{2}_001$/);
  expect(read(place, `handoff-data/bucket/exports/outreach-targets/${id}.json`)).toMatchObject({
    batch_id: id,
    contract: 'outreach-target-batch',
    schema_version: 'v1',
    source: 'bit-engine',
    target: 'outreach-hub',
  });

  expect(await place.json(0, ...hub('poll', '--once'))).toMatchObject({ ingested: 1, archived: 1, receipts: 1 });
  expect(place.query('select bit_score from bit_scores order by bit_score desc', 'outreach-hub')).toEqual(
    [82, 75, 74.99, 61.5, 50, 49.99, 12].map((score) => ({ bit_score: score })),
  );
  expect(
    place.query("select name, timezone from people where outreach_id = 'otr-lumen-labs' order by 1", 'outreach-hub'),
  ).toEqual([
    { name: 'Jonas Weiß', timezone: 'Europe/Lisbon' },
    { name: 'Lena Vogel', timezone: null },
  ]);
  expect(await place.json(0, 'reconcile', '--system', 'bit-engine')).toMatchObject({ waiting: 0 });

  // The hub's database is the hub's for both directions.
  const told = await place.json<Exported>(0, ...hub('export', 'signals.ndjson', ...SIGNALS));
  expect(told.batches).toMatchObject([
    { batch_id: expect.stringMatching(/^eng_.*_001$/) as string, status: 'published', records: 6 },
  ]);
  expect(place.query('select role from system_stamp', 'outreach-hub')).toEqual([{ role: 'hub' }]);
  expect(await place.json(0, 'poll', '--once', '--system', 'cl')).toMatchObject({ ingested: 1, receipts: 0 });
  expect(place.query('select event_type, sid, send_id from engagement_signal order by position', 'cl')).toMatchObject([
    { event_type: 'engagement.open', sid: 'CL-000417', send_id: 'snd-1' },
    { event_type: 'engagement.click' },
    { event_type: 'engagement.bounce' },
    { event_type: 'engagement.reply' },
    { event_type: 'meeting.booked', send_id: null },
    { event_type: 'campaign.completed' },
  ]);
  expect(existsSync(join(place.folder, 'handoff-data/bucket/receipts/cl'))).toBe(false);
  for (const system of ['bit-engine', 'outreach-hub', 'cl'])
    expect(await place.json(0, 'audit', 'verify', '--system', system)).toMatchObject({
      integrity: 'ok',
      completeness: 'ok',
    });
  expect(await place.json(0, ...hub('status'))).toMatchObject({ system: 'outreach-hub', role: 'hub', quarantine: 0 });
});

test('a whole envelope and a dropped file go out under their own id, CSV is refused with the way to go', async () => {
  const place = placeWith('targets.json');
  const envelope = {
    batch_id: 'otb_2026_01_29_901',
    contract: 'outreach-target-batch',
    schema_version: 'v1',
    created_at: '2026-01-29T10:00:00Z',
    source: 'bit-engine',
    target: 'outreach-hub',
    records: read(place, 'targets.json'),
  };
  writeFileSync(join(place.folder, 'whole.json'), JSON.stringify(envelope));
  const sent = await place.json<Exported>(0, ...bit('export', 'whole.json'));
  expect(sent.batches).toMatchObject([{ batch_id: envelope.batch_id, status: 'published', records: 7 }]);

  const folder = join(place.folder, 'drop');
  mkdirSync(folder);
  const dropped = { ...envelope, batch_id: 'otb_2026_01_29_902' };
  writeFileSync(join(folder, `${dropped.batch_id}.json`), JSON.stringify(dropped));
  await place.json(0, ...bit('drop', folder, '--once'));
  expect(readdirSync(join(place.folder, 'handoff-data/bucket/exports/outreach-targets')).toSorted()).toEqual(
    expect.arrayContaining([`${envelope.batch_id}.json`, `${dropped.batch_id}.json`]),
  );
  expect(await place.json(0, ...hub('poll', '--once'))).toMatchObject({ ingested: 2 });

  writeFileSync(join(place.folder, 'targets.csv'), 'outreach_id,bit_score\notr-1,82\n');
  const refused = await place.json(1, ...bit('export', 'targets.csv'));
  expect(refused).toMatchObject({ batches: [{ status: 'refused', code: 'SCHEMA_INVALID' }] });
  expect(JSON.stringify(refused)).toContain('records of outreach-target-batch are no rows of a table');
});

test('a lost database of the hub is rebuilt from the archive, as the hub', async () => {
  const place = placeWith('targets.json');
  await place.json(0, ...bit('export', 'targets.json'));
  await place.json(0, ...hub('poll', '--once'));
  const other = ['--database', 'sqlite:handoff-data/again.db'];
  expect(await place.json(0, ...hub('rebuild-ledger', '--from', 'archive', ...other))).toMatchObject({ taken: 1 });
  const rows = 'select outreach_id, contact_id, email, batch_id, updated_at from people order by 1, 2';
  expect(place.query(rows, 'again')).toEqual(place.query(rows, 'outreach-hub'));
  expect(place.query('select role from system_stamp', 'again')).toEqual([{ role: 'hub' }]);
});

test('the hub tells nothing that is not its to say: a lifecycle stage sets the record aside', async () => {
  const place = placeWith('signals.ndjson');
  const text = readFileSync(join(place.folder, 'signals.ndjson'), 'utf8');
  writeFileSync(join(place.folder, 'signals.ndjson'), text.replace('{', '{"lifecycle_stage":"customer",'));
  const told = await place.json(1, ...hub('export', 'signals.ndjson', ...SIGNALS));
  expect(told).toMatchObject({ batches: [{ records: 5 }], rejected: { count: 1 } });
});
