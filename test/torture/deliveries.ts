import { createHash } from 'node:crypto';
import { generateLead } from '../../fixtures/generate-leads.ts';
import type { Dice } from './dice.ts';

export const PRODUCER = 'social-xpress-engine';
export const CONSUMER = 'nextier-execution';
export const INBOX = 'exports/lead-batches/';
/** Of hand-made batches; the exporter's carry today. */
const DAY = '2026_01_11';
const RECORDS = 5;

/** What must become of a delivery in the end. `refused` names the code; `stays` leaves it in the inbox. */
export type Fate =
  | { readonly end: 'taken'; readonly records: number }
  | { readonly end: 'refused'; readonly code: string }
  | { readonly end: 'stays'; readonly state: 'held' | 'skipped' };

/** One object put into the inbox: by whom does not matter, by which bytes does. */
export interface Delivery {
  readonly key: string;
  readonly batchId: string;
  readonly body: Buffer;
  readonly sha256: string;
  readonly fate: Fate;
  /** Without: as an upload by hand, which states no hash. */
  readonly statesHash: boolean;
  /** Put only when the delivery of the same key was taken: a second copy, or other bytes under its id. */
  readonly after: Delivery | undefined;
}

/** So many of a hundred. */
const SHARES = { bad: 8, otherTarget: 3, newer: 3, duplicate: 10, reused: 4 } as const;

/** `count` deliveries in a random order of kinds; those with `after` come once their forerunner was taken. */
export function planDeliveries(dice: Dice, count: number): Delivery[] {
  const planned: Delivery[] = [];
  for (let number = 1; planned.length < count; number += 1) {
    const id = `hand_${DAY}_${String(number).padStart(4, '0')}`;
    const lot = dice.whole(100);
    const bound = { bad: SHARES.bad, other: SHARES.bad + SHARES.otherTarget };
    if (lot < bound.bad) planned.push(badDelivery(dice, id, number));
    else if (lot < bound.other) planned.push(otherTarget(dice, id, number));
    else if (lot < bound.other + SHARES.newer) planned.push(newer(dice, id, number));
    else planned.push(...goodOnes(dice, id, number, lot).slice(0, count - planned.length));
  }
  return planned;
}

/** The last of a round: with it a write happens after the storm, and writes clear what killed ones left. */
export function lastDelivery(dice: Dice): Delivery {
  return delivery(dice, `last_${DAY}_0001`, textOf(`last_${DAY}_0001`, 999_999), { end: 'taken', records: RECORDS });
}

function goodOnes(dice: Dice, id: string, number: number, lot: number): Delivery[] {
  const first = delivery(dice, id, textOf(id, number), { end: 'taken', records: RECORDS });
  if (lot >= 100 - SHARES.duplicate) return [first, { ...first, after: first }];
  if (lot < 100 - SHARES.duplicate - SHARES.reused) return [first];
  const other = delivery(dice, id, textOf(id, number + 500_000), { end: 'refused', code: 'BATCH_ID_REUSED' });
  return [first, { ...other, after: first }];
}

const DAMAGES: readonly (readonly [code: string, damage: (text: string) => string])[] = [
  ['JSON_INVALID', (text) => text.slice(0, -20)],
  ['SCHEMA_INVALID', (text) => text.replace(/"source_platform":"\w+"/, '"source_platform":"myspace"')],
  ['DUPLICATE_KEY', (text) => text.replace('{"lead_id"', '{"lead_id":"a","lead_id"')],
  ['ENCODING_INVALID', (text) => `\ufeff${text}`],
  ['NAME_MISMATCH', (text) => text.replace(/"batch_id":"hand/, '"batch_id":"foot')],
  ['BOUNDARY_VIOLATION', (text) => text.replace('"records":', '"campaign_id":"c","records":')],
  ['EMPTY_FILE', () => ''],
];

function badDelivery(dice: Dice, id: string, number: number): Delivery {
  const [code, damage] = dice.pick(DAMAGES);
  return delivery(dice, id, damage(textOf(id, number)), { end: 'refused', code });
}

function otherTarget(dice: Dice, id: string, number: number): Delivery {
  const text = textOf(id, number).replace(`"target":"${CONSUMER}"`, '"target":"outreach-global"');
  return delivery(dice, id, text, { end: 'stays', state: 'skipped' });
}

function newer(dice: Dice, id: string, number: number): Delivery {
  return delivery(dice, id, textOf(id, number).replace('"v1"', '"v7"'), { end: 'stays', state: 'held' });
}

function textOf(id: string, number: number): string {
  const records = Array.from({ length: RECORDS }, (_, index) => generateLead(number * 10 + index, 3));
  const created_at = `${DAY.replaceAll('_', '-')}T18:22:00Z`;
  return JSON.stringify({
    batch_id: id,
    schema_version: 'v1',
    created_at,
    source: PRODUCER,
    target: CONSUMER,
    records,
  });
}

function delivery(dice: Dice, batchId: string, text: string, fate: Fate): Delivery {
  const body = Buffer.from(text);
  const sha256 = createHash('sha256').update(body).digest('hex');
  const key = `${INBOX}${batchId}.json`;
  return { key, batchId, body, sha256, fate, statesHash: dice.chance(0.5), after: undefined };
}
