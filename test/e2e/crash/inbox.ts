import { generateLead } from '../../../fixtures/generate-leads.ts';
import { goodBatch } from '../bad-batches.ts';
import { CONSUMER, INBOX } from '../place.ts';
import { copyOf, type CrashPlace, databaseOf, run } from './place.ts';
import { copyObjects, deliver, sha256 } from './stores.ts';

export const POLL = ['poll', '--once', '--json'];

/** One file of the inbox, and what is to become of it whatever happens to the pollers. */
export interface Delivered {
  readonly name: string;
  readonly body: string;
  /** Put with the metadata of our exporter; the others come by hand and have none. */
  readonly ours?: true;
  readonly state: 'done' | 'quarantined' | 'skipped' | 'held';
  readonly verdict: 'ingested' | 'duplicate' | 'quarantined' | 'skipped' | 'held';
  readonly code: string | null;
}

function id(number: number): string {
  return `sxp_2026_01_11_${String(number).padStart(3, '0')}`;
}

const INGESTED = { state: 'done', verdict: 'ingested', code: null } as const;
const REFUSED = { state: 'quarantined', verdict: 'quarantined' } as const;
const bad = goodBatch(id(7), { records: [{ ...generateLead(1), persona: 'nobody' }] });
const reused = goodBatch(id(3), { records: [generateLead(9)] });
const elsewhere = goodBatch(id(8), { target: 'outreach-global' });

/** Taken by a poll of the day before. */
export const TAKEN: readonly Delivered[] = [2, 3].map((n) => ({ name: id(n), body: goodBatch(id(n)), ...INGESTED }));

/** The first is to be ingested: so whatever follows a commit follows its, however the files are grouped. */
export const WAITING: readonly Delivered[] = [
  { name: id(1), body: goodBatch(id(1)), ...INGESTED },
  { name: id(2), body: goodBatch(id(2)), state: 'done', verdict: 'duplicate', code: 'DUPLICATE' },
  { name: id(3), body: reused, ...REFUSED, code: 'BATCH_ID_REUSED' },
  { name: id(4), body: goodBatch(id(4)), ours: true, ...INGESTED },
  { name: id(5), body: goodBatch(id(5)), ...INGESTED },
  { name: id(6), body: '', ...REFUSED, code: 'EMPTY_FILE' },
  { name: id(7), body: bad, ours: true, ...REFUSED, code: 'SCHEMA_INVALID' },
  { name: id(8), body: elsewhere, state: 'skipped', verdict: 'skipped', code: 'OTHER_TARGET' },
  { name: id(9), body: goodBatch(id(9), { schema_version: 'v2' }), state: 'held', verdict: 'held', code: 'VERSION_NEWER' },
]; // prettier-ignore

/** No batch at all, in the inbox: never touched. */
export const BYSTANDER = { key: `${INBOX}notes.txt`, body: 'do not touch' };

/** One more good batch, for a run that is to have something to do. */
export const LATE: Delivered = { name: id(10), body: goodBatch(id(10)), ...INGESTED };

export function keyOf({ name }: Delivered): string {
  return `${INBOX}${name}.json`;
}

export async function deliverBatch(place: CrashPlace, file: Delivered): Promise<void> {
  const metadata = { sha256: sha256(file.body), contract: 'lead-card-batch', target: CONSUMER };
  await deliver(place, keyOf(file), file.body, file.ours === true ? metadata : undefined);
}

/** A consumer that took two batches before, with everything in its inbox that an inbox can hold. */
export async function prepareConsumer(place: CrashPlace): Promise<void> {
  for (const file of TAKEN) await deliverBatch(place, file);
  const { code, stderr } = await run(place, POLL);
  if (code !== 0) throw new Error(`the first poll ended with ${code}: ${stderr}`);
  for (const file of WAITING) await deliverBatch(place, file);
  await deliver(place, BYSTANDER.key, BYSTANDER.body);
}

/** The same in a place of its own: a copy of the folder, or of the bucket's objects beside the database. */
export async function freshCopy(template: CrashPlace, env = template.env): Promise<CrashPlace> {
  const place = copyOf(template, env);
  if (env['HANDOFF_STORE'] !== template.env['HANDOFF_STORE']) await copyObjects(template, place);
  return place;
}

export function consumerDatabase(place: CrashPlace): string {
  return databaseOf(place, CONSUMER);
}
