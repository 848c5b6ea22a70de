import type { AuditLog } from '../audit/index.ts';
import { type Clock, isoTime } from '../base/clock.ts';
import { AppError } from '../base/errors.ts';
import { isLeadUuid, isUtcTimestamp } from '../contract/formats.ts';
import { enrichmentProblems } from '../contract/lead-card-batch/rules.ts';
import type { Transaction } from '../database/port.ts';
import {
  type EnrichmentRow,
  type EnrichmentState,
  findEnrichment,
  insertEnrichment,
  NEXT_ENRICHMENT,
  updateEnrichment,
} from './enrichment-table.ts';

/** Who let a lead pass the gate, and when (RFC 3339, UTC). */
export interface Approval {
  readonly by: string;
  readonly at: string;
}

/** Where a lead goes, with what it takes to get there. */
export type EnrichmentMove =
  | { readonly to: 'REQUESTED'; readonly approval: Approval }
  | { readonly to: 'ENRICHED'; readonly enrichment: unknown }
  | { readonly to: 'FAILED' };

export interface EnrichmentDeps {
  readonly audit: AuditLog;
  readonly clock: Clock;
}

/** Longer names of approvers do not belong into an audit log. */
const MAX_NAME_LENGTH = 128;

/**
 * The only way by which a lead changes its enrichment status; the audit entry goes into the same transaction. Throws
 * `refused` for a move that the table does not have, or that somebody else made first; `content` for an enrichment that
 * breaks the contract; `usage` for what is no lead or no approval.
 */
export async function moveEnrichment(
  tx: Transaction,
  { audit, clock }: EnrichmentDeps,
  leadId: string,
  move: EnrichmentMove,
): Promise<EnrichmentState> {
  checkGate(leadId, move);
  const known = await findEnrichment(tx, leadId);
  const from = known?.state ?? 'NONE';
  const next: readonly EnrichmentState[] = NEXT_ENRICHMENT[from];
  if (!next.includes(move.to)) throw refused(leadId, from, move.to, 'there is no such move');
  const row = rowAfter(leadId, move, known, isoTime(clock.now()));
  const moved = known === undefined ? await insertEnrichment(tx, row) : await updateEnrichment(tx, row, from);
  if (!moved) throw refused(leadId, from, move.to, 'somebody else moved it first');
  await audit.append(tx, {
    event: 'enrichment.moved',
    outcome: move.to === 'FAILED' ? 'failure' : 'success',
    contract: 'lead-card-batch',
    actor: `approved-by:${row.approved_by}`,
    detail: { lead_id: leadId, from, to: move.to, approved_at: row.approved_at },
  });
  return move.to;
}

/** What each state asks of those who enter it. */
function checkGate(leadId: string, move: EnrichmentMove): void {
  if (!isLeadUuid(leadId)) throw new AppError('usage', 'move the enrichment of a lead: its id is a lower-case uuid');
  if (move.to === 'REQUESTED') checkApproval(leadId, move.approval);
  if (move.to !== 'ENRICHED') return;
  const problems = enrichmentProblems(move.enrichment);
  const [first] = problems;
  if (first === undefined) return;
  throw new AppError('content', `enrich lead ${leadId}: ${first.pointer} ${first.rule}`, {
    reason: first.code,
    problems,
  });
}

function checkApproval(leadId: string, { by, at }: Approval): void {
  const isNamed = by.trim() !== '' && by.length <= MAX_NAME_LENGTH;
  if (isNamed && isUtcTimestamp(at)) return;
  throw new AppError('usage', `request the enrichment of lead ${leadId}: an approval says who and when`);
}

function rowAfter(
  leadId: string,
  move: EnrichmentMove,
  known: EnrichmentRow | undefined,
  updatedAt: string,
): EnrichmentRow {
  const approval =
    move.to === 'REQUESTED' ? move.approval : { by: known?.approved_by ?? '', at: known?.approved_at ?? '' };
  return {
    lead_id: leadId,
    state: move.to,
    approved_by: approval.by,
    approved_at: approval.at,
    enrichment: move.to === 'ENRICHED' ? JSON.stringify(move.enrichment) : null,
    updated_at: updatedAt,
  };
}

function refused(leadId: string, from: EnrichmentState, to: EnrichmentState, why: string): AppError {
  return new AppError('refused', `move the enrichment of lead ${leadId} from ${from} to ${to}: ${why}`);
}
