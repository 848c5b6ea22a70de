import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { generateLead } from '../../../fixtures/generate-leads.ts';
import { goodBatch } from '../bad-batches.ts';
import { ageFile, filesUnder, INBOX, PRODUCER } from '../place.ts';
import { auditOf } from './check-consumer.ts';
import { type CrashPlace, emptyPlace, query, run, runUntilKilled } from './place.ts';
import { type Point, type Recording, readRecording } from './points.ts';
import { objectsIn, sha256 } from './stores.ts';

const DROP = ['drop', 'box', '--once', '--json'];
const WHOLE = 'sxp_2026_01_11_778';
const LEADS = [1, 2, 3].map((n) => generateLead(n));

/** One input with a bad record in it, one that is refused whole, one that goes as it is. */
const INPUTS = {
  'leads.ndjson': [LEADS[0], { ...LEADS[1], persona: 'nobody' }, LEADS[2]].map((one) => JSON.stringify(one)).join('\n'),
  'refused.json': goodBatch('sxp_2026_01_11_777', { schema_version: 'v0' }),
  'whole.json': goodBatch(WHOLE),
};

/** Where everything of the folder is in the end. */
const OUTCOME = [
  'rejected/leads.ndjson.reason.json',
  'rejected/leads.ndjson.rejects.ndjson',
  'rejected/refused.json',
  'rejected/refused.json.reason.json',
  'sent/leads.ndjson',
  'sent/whole.json',
];

function placeWithBox(): CrashPlace {
  const place = emptyPlace();
  mkdirSync(join(place.folder, 'box'));
  for (const [name, text] of Object.entries(INPUTS)) {
    const path = join(place.folder, 'box', name);
    writeFileSync(path, text);
    ageFile(path);
  }
  return place;
}

export async function recordDrop(): Promise<Recording> {
  const place = placeWithBox();
  const record = join(dirname(place.folder), 'points');
  const { code, stderr } = await run(place, DROP, { record });
  expect(code, stderr).toBe(1);
  await expectDroppedOnce(place);
  return readRecording(record);
}

export async function expectDropResumed(kill: Point): Promise<void> {
  const place = placeWithBox();
  await runUntilKilled(place, DROP, kill);
  const { code, stderr } = await run(place, DROP);
  // 1 only if something that was refused was still to be moved.
  expect([0, 1], stderr).toContain(code);
  await expectDroppedOnce(place);
  rmSync(dirname(place.folder), { recursive: true });
}

async function expectDroppedOnce(place: CrashPlace): Promise<void> {
  const box = join(place.folder, 'box');
  expect(filesUnder(box)).toEqual(OUTCOME);
  for (const [name, text] of Object.entries(INPUTS)) {
    const folder = name === 'refused.json' ? 'rejected' : 'sent';
    expect(readFileSync(join(box, folder, name), 'utf8')).toBe(text);
  }
  expect(documentAt(join(box, 'rejected', 'refused.json.reason.json'))).toMatchObject({ code: 'VERSION_UNKNOWN' });
  expect(documentAt(join(box, 'rejected', 'leads.ndjson.reason.json'))).toMatchObject({ rejected_records: 1 });
  expect(documentAt(join(box, 'rejected', 'leads.ndjson.rejects.ndjson'))).toMatchObject({ line: 2 });
  await expectPublished(place);
}

async function expectPublished(place: CrashPlace): Promise<void> {
  const objects = await objectsIn(place);
  expect(objects.size).toBe(2);
  expect(objects.get(`${INBOX}${WHOLE}.json`)).toBe(sha256(INPUTS['whole.json']));
  const batches = 'select state, records from outbox order by id';
  expect(query(place, PRODUCER, batches)).toEqual([2, 3].map((records) => ({ state: 'published', records })));
  expect(await auditOf(place, PRODUCER)).toMatchObject({ integrity: 'ok', completeness: 'ok', findings: [] });
  const published = `select 1 from audit_log where event = 'handoff.published'`;
  expect(query(place, PRODUCER, published)).toHaveLength(2);
  expect(filesUnder(join(place.folder, 'handoff-data', 'spool'))).toEqual([]);
}

function documentAt(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
