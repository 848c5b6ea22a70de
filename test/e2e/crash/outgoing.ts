import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { generateLead } from '../../../fixtures/generate-leads.ts';
import { goodBatch } from '../bad-batches.ts';
import { filesUnder, INBOX, PRODUCER } from '../place.ts';
import { auditOf } from './check-consumer.ts';
import { type CrashPlace, query } from './place.ts';
import { bytesOf, sha256, withStore } from './stores.ts';

const ENVELOPE = 'sxp_2026_01_11_777';
const REJECTS = 'leads.ndjson.rejects.ndjson';
const TIMEOUT_MS = 30_000;

const leads = Array.from({ length: 10 }, (_, n) => generateLead(n));
const records: object[] = [...leads.slice(0, 5), { ...generateLead(99), persona: 'nobody' }, ...leads.slice(5)];
const envelope = goodBatch(ENVELOPE);

/** Three batches of an input with a bad record in it, and a batch that comes whole. */
export const EXPORT = ['export', 'leads.ndjson', `${ENVELOPE}.json`, '--batch-size', '4', '--json'];

export function writeInputs({ folder }: CrashPlace): void {
  writeFileSync(join(folder, 'leads.ndjson'), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  writeFileSync(join(folder, `${ENVELOPE}.json`), envelope);
}

/** Another input, for an export that is to have something to write. */
export function writeLateInput({ folder }: CrashPlace): string[] {
  writeFileSync(join(folder, 'late.ndjson'), `${JSON.stringify(generateLead(200))}\n`);
  return ['export', 'late.ndjson', '--json'];
}

/** Whatever was killed on the way: each record and the envelope left once, and nothing else is anywhere. */
export async function expectPublishedOnce(place: CrashPlace): Promise<void> {
  const published = await publishedBatches(place);
  const cut = [...published].filter(([id]) => id !== ENVELOPE);
  expect(published.get(ENVELOPE)).toBe(envelope);
  expect(cut.flatMap(([, text]) => leadsOf(text))).toEqual(leads.map(({ lead_id }) => lead_id));
  expect(cut.map(([, text]) => leadsOf(text).length)).toEqual([4, 4, 2]);
  expectNumbered(cut.map(([id]) => id));
  expectBooks(place);
  expect(await auditOf(place, PRODUCER)).toMatchObject({ integrity: 'ok', completeness: 'ok', findings: [] });
  expectFolder(place);
}

/** By id, in order. Nothing but batches is in the store, each with the hash of its bytes in its metadata. */
async function publishedBatches(place: CrashPlace): Promise<Map<string, string>> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  return withStore(place, async (store) => {
    const found = new Map<string, string>();
    for await (const page of store.list('', { signal })) {
      for (const { key } of page) {
        const bytes = await bytesOf(store, key, signal);
        expect((await store.head(key, signal))?.metadata['sha256'], key).toBe(sha256(bytes));
        found.set(key.replace(INBOX, '').replace('.json', ''), bytes.toString('utf8'));
      }
    }
    return found;
  });
}

/** 001, 002, 003 of a day; a run over midnight begins anew. */
function expectNumbered(ids: readonly string[]): void {
  const days = Map.groupBy(ids, (id) => id.slice(0, -3));
  const numbers = [...days.values()].flatMap((day) => day.map((_, n) => String(n + 1).padStart(3, '0')));
  expect(ids.map((id) => id.slice(-3))).toEqual(numbers);
}

function expectBooks(place: CrashPlace): void {
  const states = 'select state, count(*) as n from outbox group by state';
  expect(query(place, PRODUCER, states)).toEqual([{ state: 'published', n: 4 }]);
  const runs = 'select state, rejected, count(*) as n from export_run';
  expect(query(place, PRODUCER, runs)).toEqual([{ state: 'done', rejected: 1, n: 1 }]);
  const events = `select event, count(*) as n from audit_log
    where event not in ('handoff.attempted', 'handoff.abandoned') group by event order by event`;
  expect(query(place, PRODUCER, events)).toEqual([
    { event: 'handoff.published', n: 4 },
    { event: 'records.rejected', n: 1 },
  ]);
}

function expectFolder({ folder }: CrashPlace): void {
  const own = filesUnder(folder).filter((name) => !name.startsWith('handoff-data'));
  expect(own).toEqual(['leads.ndjson', REJECTS, `${ENVELOPE}.json`]);
  const rejects = readFileSync(join(folder, REJECTS), 'utf8').trimEnd().split('\n');
  expect(rejects.map((line) => JSON.parse(line) as object)).toMatchObject([{ line: 6 }]);
  expect(filesUnder(join(folder, 'handoff-data', 'spool'))).toEqual([]);
}

function leadsOf(text: string): string[] {
  return [...text.matchAll(/"lead_id":"([^"]+)"/g)].map(([, id]) => id ?? '');
}
