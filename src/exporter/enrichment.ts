import type { AuditFacts, AuditLog } from '../audit/index.ts';
import { type Clock, isoTime } from '../base/clock.ts';
import { AppError } from '../base/errors.ts';
import { isLeadUuid, isPlainText, isUtcTimestamp } from '../contract/formats.ts';
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
  /** Check everything, write nothing. */
  readonly dryRun?: boolean;
}

/** A move that was made, or would be. */
export interface MovedLead {
  readonly lead_id: string;
  readonly from: EnrichmentState;
  readonly to: EnrichmentState;
  readonly approved_by: string;
  /** RFC 3339. */
  readonly approved_at: string;
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
  { audit, clock, dryRun = false }: EnrichmentDeps,
  leadId: string,
  move: EnrichmentMove,
): Promise<MovedLead> {
  checkGate(leadId, move);
  const known = await findEnrichment(tx, leadId);
  const from = known?.state ?? 'NONE';
  const next: readonly EnrichmentState[] = NEXT_ENRICHMENT[from];
  if (!next.includes(move.to)) throw refused(leadId, from, move.to, 'there is no such move');
  const row = rowAfter(leadId, move, known, isoTime(clock.now()));
  const { approved_by, approved_at } = row;
  const done: MovedLead = { lead_id: leadId, from, to: move.to, approved_by, approved_at };
  if (dryRun) return done;
  const moved = known === undefined ? await insertEnrichment(tx, row) : await updateEnrichment(tx, row, from);
  if (!moved) throw refused(leadId, from, move.to, 'somebody else moved it first');
  await audit.append(tx, movedFacts(done));
  return done;
}

function movedFacts({ lead_id, from, to, approved_by, approved_at }: MovedLead): AuditFacts {
  return {
    event: 'enrichment.moved',
    outcome: to === 'FAILED' ? 'failure' : 'success',
    contract: 'lead-card-batch',
    actor: `approved-by:${approved_by}`,
    detail: { lead_id, from, to, approved_at },
  };
}

/** What each state asks of those who enter it, whatever the lead's own is. Throws `usage` and `content`. */
export function checkGate(leadId: string, move: EnrichmentMove): void {
  checkLeadId(leadId);
  if (move.to === 'REQUESTED') checkApproval(leadId, move.approval);
  if (move.to !== 'ENRICHED') return;
  const problems = enrichmentProblems(move.enrichment);
  const [first] = problems;
  if (first === undefined) return;
  throw new AppError('content', `enrich lead ${leadId}: ${first.pointer} ${first.rule}`, {
    reason: first.code,
    problems,
    hint: 'see what an enrichment holds with "handoff contract show lead-card-batch"',
  });
}

export function checkLeadId(leadId: string): void {
  if (isLeadUuid(leadId)) return;
  throw new AppError('usage', `look for the lead ${JSON.stringify(leadId)}: that is no id of one`, {
    hint: 'name it by its "lead_id", a lower-case uuid',
  });
}

function checkApproval(leadId: string, { by, at }: Approval): void {
  const isNamed = by.trim() !== '' && by.length <= MAX_NAME_LENGTH && isPlainText(by);
  if (isNamed && isUtcTimestamp(at)) return;
  throw new AppError('usage', `request the enrichment of lead ${leadId}: an approval says who and when`, {
    hint: isNamed
      ? 'say when it was approved as 2026-01-11T10:00:00Z'
      : `name who approved it, in up to ${MAX_NAME_LENGTH} characters without control characters`,
  });
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
  const hint =
    to === 'REQUESTED'
      ? `see where it stands with "handoff enrichment show ${leadId}"`
      : HINTS[from].replace('<id>', leadId);
  return new AppError('refused', `move the enrichment of lead ${leadId} from ${from} to ${to}: ${why}`, { hint });
}

/** What to do about a lead that cannot be ended, by its state. */
const HINTS: Readonly<Record<EnrichmentState, string>> = {
  NONE: 'ask for it first, with "handoff enrichment request <id> --by <name>"',
  REQUESTED: 'see where it stands with "handoff enrichment show <id>"',
  ENRICHED: 'it is enriched already and stays so: see "handoff enrichment show <id>"',
  FAILED: 'ask for it again, with "handoff enrichment request <id> --by <name>"',
};
