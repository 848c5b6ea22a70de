import { isoTime } from '../../base/clock.ts';
import { AppError } from '../../base/errors.ts';
import type { Transaction } from '../../database/port.ts';
import { type CampaignRow, findCampaign } from '../campaign-table.ts';
import type { HubDeps } from '../context.ts';
import { newId } from '../process-id.ts';
import { type BlockReason, freshnessAt, isTierMismatch, judgeScore, type Strategy } from './judge-score.ts';
import { readTarget, type Target } from './read-target.ts';

export type GateStage = 'create' | 'schedule' | 'activate' | 'resume' | 'claim';

export interface GateRequest {
  readonly outreachId: string;
  readonly stage: GateStage;
  /** With it the check belongs to this campaign: it carries its correlation id, and the campaign its score. */
  readonly campaignId?: string;
  readonly processId: string;
}

interface GateFacts {
  readonly score: number | null;
  readonly tier: string | null;
  readonly evaluationId: string;
  /** The campaign's where there is one, otherwise the current evaluation's. */
  readonly correlationId: string;
  readonly sid: string;
}

export type GateVerdict =
  | (GateFacts & {
      readonly decision: 'passed';
      readonly score: number;
      readonly strategy: Strategy;
      readonly tierMismatch: boolean;
    })
  | (GateFacts & { readonly decision: 'blocked'; readonly reason: BlockReason });

type GateDeps = Pick<HubDeps, 'audit' | 'clock' | 'settings'>;

/**
 * Judges the company's current evaluation and writes down that it was asked, either way. What follows from "blocked" is
 * the caller's. Throws `not_found` for a company without a campaign that no evaluation was handed over for.
 */
export async function checkGate(tx: Transaction, deps: GateDeps, request: GateRequest): Promise<GateVerdict> {
  const campaign = request.campaignId === undefined ? undefined : await findCampaign(tx, request.campaignId);
  const target = (await readTarget(tx, request.outreachId)) ?? (campaign && withoutEvaluation(campaign));
  if (target === undefined) {
    throw new AppError('not_found', `check the gate of ${request.outreachId}: no evaluation of it was handed over`);
  }
  // All that concerns one campaign is found under one correlation id, also after a newer evaluation of the company.
  const verdict = judge(deps, target, campaign?.correlation_id ?? target.correlation_id);
  const at = isoTime(deps.clock.now());
  await recordCheck(tx, request, verdict, at);
  if (request.campaignId !== undefined) await noteOnCampaign(tx, request.campaignId, verdict, at);
  await auditCheck(tx, deps, request, verdict);
  return verdict;
}

/** The same verdict without a trace: for those who only look. */
export function judge(
  { clock, settings }: Omit<GateDeps, 'audit'>,
  target: Target,
  correlationId: string,
): GateVerdict {
  const { bit_score: score, bit_tier: tier, bit_evaluation_id: evaluationId, sid } = target;
  const facts = { score, tier, evaluationId, correlationId, sid };
  const judged = judgeScore(score, target.evaluated_at, freshnessAt(clock.now(), settings.scoreTtlMs));
  if ('reason' in judged || score === null) {
    return { ...facts, decision: 'blocked', reason: 'reason' in judged ? judged.reason : 'no_score' };
  }
  const { strategy } = judged;
  return { ...facts, score, decision: 'passed', strategy, tierMismatch: isTierMismatch(strategy, tier) };
}

/** A campaign whose company is not there any more: its gate is closed. */
function withoutEvaluation(campaign: CampaignRow): Target {
  const { outreach_id, sid, correlation_id, bit_evaluation_id } = campaign;
  const nothing = { bit_score: null, bit_tier: null, evaluated_at: null, email_method: null, timezone: null };
  return { outreach_id, sid, correlation_id, bit_evaluation_id, ...nothing };
}

function reasonOf(verdict: GateVerdict): string | null {
  if (verdict.decision === 'blocked') return verdict.reason;
  return verdict.tierMismatch ? 'tier_mismatch' : null;
}

async function recordCheck(tx: Transaction, request: GateRequest, verdict: GateVerdict, at: string): Promise<void> {
  await tx.run(
    `insert into bit_gate_checks (id, outreach_id, campaign_id, stage, bit_evaluation_id, score, tier, decision, reason,
       created_at, correlation_id, process_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      newId(Date.parse(at)),
      request.outreachId,
      request.campaignId ?? null,
      request.stage,
      verdict.evaluationId,
      verdict.score,
      verdict.tier,
      verdict.decision,
      reasonOf(verdict),
      at,
      verdict.correlationId,
      request.processId,
    ],
  );
}

async function noteOnCampaign(tx: Transaction, campaignId: string, verdict: GateVerdict, at: string): Promise<void> {
  await tx.run(
    `update campaigns set bit_last_score = coalesce($1, bit_last_score), bit_checked_at = $2 where campaign_id = $3`,
    [verdict.score, at, campaignId],
  );
}

async function auditCheck(
  tx: Transaction,
  { audit }: GateDeps,
  request: GateRequest,
  verdict: GateVerdict,
): Promise<void> {
  const reason = reasonOf(verdict);
  await audit.append(tx, {
    event: 'gate.checked',
    outcome: verdict.decision === 'passed' ? 'success' : 'failure',
    actor: 'system:gate',
    correlation_id: verdict.correlationId,
    detail: {
      outreach_id: request.outreachId,
      stage: request.stage,
      decision: verdict.decision,
      evaluation_id: verdict.evaluationId,
      process_id: request.processId,
      ...(request.campaignId !== undefined && { campaign_id: request.campaignId }),
      ...(reason !== null && { reason }),
    },
  });
}
