import { createHash } from 'node:crypto';
import { isoTime } from '../../base/clock.ts';
import { AppError } from '../../base/errors.ts';
import type { Transaction } from '../../database/port.ts';
import { findCampaign } from '../campaign-table.ts';
import type { HubDeps } from '../context.ts';
import { newProcessId } from '../process-id.ts';
import { recordEvent } from '../record-event.ts';
import { resolveUncertain } from '../send/resolve.ts';
import { findSend, type SendRow } from '../send-table.ts';
import type { ActorClass, EventSource } from '../tables/engagement-tables.ts';
import { isEvidence, leftAt } from '../tokens/evidence-life.ts';
import { classifyHit, confidenceOf } from './classify.ts';

/** One request for a pixel or a link, as it came. */
export interface Hit {
  readonly method: string;
  readonly userAgent: string | undefined;
  /** The headers Sec-Purpose, Purpose and X-Moz, as far as they came. */
  readonly purposes: readonly string[];
  /** `openIpHash` of where it came from. */
  readonly ipHash: string | undefined;
  readonly atMs: number;
}

/** What a hit is about. */
export interface HitOn {
  readonly type: 'open' | 'click';
  readonly source: EventSource;
  readonly sendId: string;
  readonly linkId?: string;
}

export type HitDeps = Pick<HubDeps, 'audit' | 'clock' | 'settings' | 'log' | 'database'>;

/**
 * Recorded hits of one send and type, of machines and of all others: a loop that asks for ever shall not fill the database,
 * and a scanner that does shall not use up the place of the person who comes after it.
 */
const MAX_HITS = 200;
const MAX_AGENT_CHARACTERS = 300;

/**
 * Writes one hit with its class. Undefined, and nothing written, for a mail that never left or left too long ago, for the
 * same hit within the same second, and beyond `MAX_HITS`. Throws `unavailable` and its like.
 */
export async function recordHit(
  tx: Transaction,
  deps: HitDeps,
  on: HitOn,
  hit: Hit,
): Promise<{ readonly send: SendRow; readonly actor: ActorClass } | undefined> {
  const send = await findSend(tx, on.sendId);
  const left = send === undefined ? undefined : leftAt(send);
  if (send === undefined || left === undefined || !isEvidence(send, hit.atMs)) return undefined;
  const actor = classifyHit({ ...hit, leftAtMs: left });
  if ((await countHits(tx, on, actor === 'machine')) >= MAX_HITS) return undefined;
  const campaign = await findCampaign(tx, send.campaign_id);
  if (campaign === undefined) throw new AppError('internal', `find the campaign of the send ${send.send_id}`);
  const processId = newProcessId('engage', hit.atMs);
  const recorded = await recordEvent(tx, deps, {
    type: on.type,
    campaign,
    send,
    linkId: on.linkId ?? null,
    actorClass: actor,
    confidence: confidenceOf(on.type, actor),
    source: on.source,
    occurredAt: isoTime(hit.atMs),
    userAgent: hit.userAgent?.slice(0, MAX_AGENT_CHARACTERS) ?? null,
    ipHash: hit.ipHash ?? null,
    dedupeKey: dedupeKeyOf(on, hit),
    processId,
  });
  if (recorded === undefined) return undefined;
  await resolveUncertain(tx, deps, send, on.type);
  return { send, actor };
}

async function countHits(tx: Transaction, { type, sendId }: HitOn, ofMachines: boolean): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*) as n from engagement_events
      where send_id = $1 and type = $2 and (actor_class = 'machine') = ($3 = 1)`,
    [sendId, type, ofMachines ? 1 : 0],
  );
  return Number(row?.n ?? 0);
}

function dedupeKeyOf({ type, sendId, linkId = '' }: HitOn, hit: Hit): string {
  const who = createHash('sha256')
    .update(`${hit.method} ${hit.ipHash ?? ''} ${hit.userAgent ?? ''}`)
    .digest('hex');
  return `${type}:${sendId}:${linkId}:${Math.floor(hit.atMs / 1000)}:${who.slice(0, 16)}`;
}
