import { isoTime } from '../base/clock.ts';
import { AppError } from '../base/errors.ts';
import type { Transaction } from '../database/port.ts';
import { type CampaignRow, findCampaign } from './campaign-table.ts';
import type { Actor, MoverDeps } from './context.ts';
import { type CampaignStatus, NEXT_CAMPAIGN } from './states.ts';

/** Why a campaign moves, for its history. */
export interface MoveReason {
  /** The word for what happened: `schedule`, `due`, `gate_dropped`, `meeting_booked`. */
  readonly trigger: string;
  readonly actor: Actor;
  readonly reason?: string | undefined;
  /** The run of work that this move is part of. */
  readonly processId: string;
}

/** The edges that the specification draws; what operation needs besides is marked as added. */
const DRAWN: ReadonlySet<string> = new Set([
  'draft>scheduled',
  'scheduled>active',
  'active>completed',
  'scheduled>paused',
  'paused>cancelled',
]);

/**
 * The only way by which a campaign changes its status; its history and the audit log are written in the same transaction.
 * Guards that ask for more than the edge are the caller's. Throws `refused` for an edge that the table lacks and for a
 * campaign that somebody else moved first; nothing is written then.
 */
export async function moveCampaign(
  tx: Transaction,
  deps: MoverDeps,
  campaign: CampaignRow,
  to: CampaignStatus,
  why: MoveReason,
): Promise<CampaignRow> {
  const from = campaign.status;
  const next: readonly CampaignStatus[] = NEXT_CAMPAIGN[from];
  if (!next.includes(to)) throw refused(campaign, to, 'there is no such move', edgeHint(from));
  if (from === 'paused' && to !== 'cancelled' && to !== campaign.paused_from) {
    throw refused(campaign, to, `it was paused from ${campaign.paused_from}`, 'resume it');
  }
  const at = isoTime(deps.clock.now());
  if (!(await updateStatus(tx, campaign, to, why, at))) {
    throw refused(campaign, to, 'somebody else moved it first', 'look at it again with "outreach campaign show"');
  }
  await recordTransition(tx, campaign, from, to, why, at);
  await auditMove(tx, deps, campaign, from, to, why);
  const moved = await findCampaign(tx, campaign.campaign_id);
  if (moved === undefined) throw new AppError('internal', `find campaign ${campaign.campaign_id} after its move`);
  return moved;
}

/** The first line of a campaign's history. */
export async function recordCreation(
  tx: Transaction,
  deps: MoverDeps,
  campaign: CampaignRow,
  why: MoveReason,
): Promise<void> {
  await recordTransition(tx, campaign, null, campaign.status, why, campaign.created_at);
  await auditMove(tx, deps, campaign, 'new', campaign.status, why);
}

async function updateStatus(
  tx: Transaction,
  campaign: CampaignRow,
  to: CampaignStatus,
  why: MoveReason,
  at: string,
): Promise<boolean> {
  const isEnd = to === 'completed' || to === 'cancelled';
  const changed = await tx.run(
    `update campaigns set status = $1, version = version + 1, status_reason = $2, paused_from = $3,
       activated_at = case when $4 = 1 and activated_at is null then $5 else activated_at end,
       ended_at = case when $6 = 1 then $5 else ended_at end
     where campaign_id = $7 and status = $8 and version = $9`,
    [
      to,
      why.reason ?? why.trigger,
      to === 'paused' ? campaign.status : null,
      to === 'active' ? 1 : 0,
      at,
      isEnd ? 1 : 0,
      campaign.campaign_id,
      campaign.status,
      campaign.version,
    ],
  );
  return changed === 1;
}

async function recordTransition(
  tx: Transaction,
  campaign: CampaignRow,
  from: CampaignStatus | null,
  to: CampaignStatus,
  why: MoveReason,
  at: string,
): Promise<void> {
  await tx.run(
    `insert into campaign_transitions (campaign_id, seq, from_status, to_status, kind, trigger_name, actor, reason,
       created_at, correlation_id, process_id)
     select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10
       from campaign_transitions where campaign_id = $1`,
    [
      campaign.campaign_id,
      from,
      to,
      from === null || DRAWN.has(`${from}>${to}`) ? 'drawn' : 'added',
      why.trigger,
      why.actor,
      why.reason ?? null,
      at,
      campaign.correlation_id,
      why.processId,
    ],
  );
}

async function auditMove(
  tx: Transaction,
  { audit }: MoverDeps,
  campaign: CampaignRow,
  from: string,
  to: string,
  why: MoveReason,
): Promise<void> {
  await audit.append(tx, {
    event: 'campaign.moved',
    outcome: 'success',
    actor: why.actor,
    correlation_id: campaign.correlation_id,
    detail: {
      campaign_id: campaign.campaign_id,
      outreach_id: campaign.outreach_id,
      from,
      to,
      trigger: why.trigger,
      process_id: why.processId,
      ...(why.reason !== undefined && { reason: why.reason }),
    },
  });
}

function refused(campaign: CampaignRow, to: CampaignStatus, why: string, hint: string): AppError {
  return new AppError('refused', `move campaign ${campaign.campaign_id} from ${campaign.status} to ${to}: ${why}`, {
    hint,
  });
}

function edgeHint(from: CampaignStatus): string {
  const next = NEXT_CAMPAIGN[from];
  return next.length === 0
    ? `a ${from} campaign stays so: create a new one`
    : `from ${from} it can go to ${next.join(', ')}`;
}
