import type { Transaction } from '../../database/port.ts';
import type { CampaignRow } from '../campaign-table.ts';
import type { HubDeps } from '../context.ts';
import { checkGate, type GateStage, type GateVerdict } from '../gate/check-gate.ts';
import { isHandedOff } from '../gate/read-target.ts';
import { type Refused, refuse } from './refusal.ts';

type Passed = Extract<GateVerdict, { decision: 'passed' }>;
type PassDeps = Pick<HubDeps, 'audit' | 'clock' | 'settings'>;

export interface PassRequest {
  readonly outreachId: string;
  readonly campaignId?: string;
  readonly stage: GateStage;
  readonly processId: string;
}

/**
 * What every step of a campaign asks first: the gate is open, and outreach to the company has not ended. A refusal is
 * written down. Throws `not_found` for a company that no evaluation was handed over for.
 */
export async function passGate(tx: Transaction, deps: PassDeps, request: PassRequest): Promise<Passed | Refused> {
  const verdict = await checkGate(tx, deps, request);
  const trace = { correlation_id: verdict.correlationId, process_id: request.processId };
  const { outreachId, campaignId } = request;
  const whose = { outreachId, ...(campaignId !== undefined && { campaignId }) };
  if (verdict.decision === 'blocked') {
    return refuse(tx, deps, trace, {
      ...whose,
      cause: 'gate',
      processType: request.stage === 'claim' ? 'send' : 'campaign',
      message: `the BIT gate is closed for ${outreachId}: ${gateWords(verdict)}`,
      detail: {
        stage: request.stage,
        reason: verdict.reason,
        score: verdict.score,
        evaluation_id: verdict.evaluationId,
      },
    });
  }
  if (await isHandedOff(tx, outreachId)) {
    return refuse(tx, deps, trace, {
      ...whose,
      cause: 'handed_off',
      message: `a meeting with ${outreachId} is booked: outreach to it has ended`,
    });
  }
  return verdict;
}

/** The same for a campaign that there is. */
export async function passGateOf(
  tx: Transaction,
  deps: PassDeps,
  campaign: CampaignRow,
  stage: GateStage,
  processId: string,
): Promise<Passed | Refused> {
  const { campaign_id: campaignId, outreach_id: outreachId } = campaign;
  return passGate(tx, deps, { outreachId, campaignId, stage, processId });
}

/** `score 49.99, below_threshold`. */
export function gateWords(verdict: Extract<GateVerdict, { decision: 'blocked' }>): string {
  return `score ${verdict.score ?? 'none'}, ${verdict.reason}`;
}
