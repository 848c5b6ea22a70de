import type { Transaction } from '../../database/port.ts';
import type { MoverDeps, Trace } from '../context.ts';
import type { ProcessType } from '../process-id.ts';
import { OUT_ERRORS, recordError, resolveErrors } from '../record-error.ts';
import type { OutCode } from '../tables/engagement-tables.ts';

/** Why a campaign was not made, not scheduled or not resumed. */
export const REFUSAL_CAUSES = [
  'gate', 'no_contacts', 'unknown_outreach_id', 'template', 'render', 'handed_off', 'live_campaign', 'request_key',
  'no_steps', 'unforeseen',
] as const; // prettier-ignore
export type RefusalCause = (typeof REFUSAL_CAUSES)[number];

/** A refusal as callers see it. */
export interface Refusal {
  readonly code: OutCode;
  readonly severity: string;
  readonly cause: RefusalCause;
  /** One plain sentence. */
  readonly message: string;
  readonly outreach_id: string;
  readonly correlation_id: string;
  readonly process_id: string;
}

export type Refused = { readonly outcome: 'refused'; readonly error: Refusal };

/** In place of the correlation id where there is no evaluation to inherit one from. */
export const NO_EVALUATION = 'no-evaluation';

export interface RefusalFacts {
  readonly cause: RefusalCause;
  readonly message: string;
  readonly outreachId: string;
  readonly campaignId?: string;
  readonly processType?: ProcessType;
  readonly detail?: Readonly<Record<string, string | number | null>>;
}

/** Writes the refusal down; while it is open, the same one of the same evaluation is only counted. */
export async function refuse(tx: Transaction, deps: MoverDeps, trace: Trace, facts: RefusalFacts): Promise<Refused> {
  const code = codeFor(facts.cause);
  await recordError(tx, deps, trace, {
    code,
    processType: facts.processType ?? 'campaign',
    message: facts.message,
    outreachId: facts.outreachId,
    campaignId: facts.campaignId ?? null,
    detail: { cause: facts.cause, ...facts.detail },
    fingerprint: `${fingerprintStart(facts.cause, facts.outreachId)}${trace.correlation_id}`,
  });
  return {
    outcome: 'refused',
    error: {
      code,
      severity: OUT_ERRORS[code].severity,
      cause: facts.cause,
      message: facts.message,
      outreach_id: facts.outreachId,
      ...trace,
    },
  };
}

/** What stood in the way of this company is over, whichever evaluation it was. */
export async function resolveRefusals(tx: Transaction, deps: MoverDeps, outreachId: string): Promise<void> {
  const open = await tx.query<{ fingerprint: string }>(
    'select fingerprint from outreach_errors where outreach_id = $1 and resolved_at is null',
    [outreachId],
  );
  const starts = REFUSAL_CAUSES.map((cause) => fingerprintStart(cause, outreachId));
  for (const { fingerprint } of open) {
    if (!starts.some((start) => fingerprint.startsWith(start))) continue;
    await resolveErrors(tx, deps, fingerprint, 'it went well later');
  }
}

function codeFor(cause: RefusalCause): OutCode {
  if (cause === 'gate') return 'OUT-001';
  return cause === 'no_contacts' ? 'OUT-002' : 'OUT-005';
}

/** What the fingerprints of such refusals begin with; the correlation id of an evaluation follows. */
function fingerprintStart(cause: RefusalCause, outreachId: string): string {
  return `${codeFor(cause)}:${outreachId}:${cause}:`;
}
