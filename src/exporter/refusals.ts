import { newCorrelationId } from '../base/ids.ts';
import type { AppError } from '../base/errors.ts';
import type { Problem, ReasonCode } from '../base/reasons.ts';
import type { Identity } from '../contract/contract.ts';
import type { AuditFacts } from '../audit/index.ts';
import type { ExportContext } from './context.ts';
import type { BatchOutcome, InputOutcome } from './request.ts';

/** Why nothing of an input is published, and as much as is known of it. */
export interface Refusal {
  readonly input: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly code: ReasonCode;
  readonly problems: readonly Problem[];
  /** Of a whole envelope. */
  readonly identity?: Partial<Identity>;
}

export function refusalOf(fault: AppError, input: Pick<Refusal, 'input' | 'sha256' | 'bytes'>): Refusal {
  return { ...input, code: fault.reason ?? 'INTERNAL', problems: fault.problems };
}

/** Recorded as an attempt and its end, though no byte left. */
export async function refuseInput(ctx: ExportContext, refusal: Refusal): Promise<InputOutcome> {
  if (!ctx.settings.dryRun) {
    const facts = refusalFacts(ctx, refusal);
    await ctx.database.transaction((tx) =>
      ctx.audit.append(
        tx,
        { ...facts, event: 'handoff.attempted', outcome: 'pending' },
        { ...facts, event: 'handoff.refused', outcome: 'failure', reason_code: refusal.code },
      ),
    );
  }
  return {
    input: refusal.input,
    sha256: refusal.sha256,
    batches: [outcomeOfRefusal(refusal)],
    rejectedCount: 0,
    rejectsFile: null,
  };
}

function outcomeOfRefusal({ input, sha256, bytes, code, problems, identity }: Refusal): BatchOutcome {
  const batch_id = identity?.batchId ?? null;
  return { input, batch_id, key: null, sha256, records: 0, bytes, status: 'refused', code, problems };
}

function refusalFacts(
  ctx: ExportContext,
  { input, sha256, bytes, identity, problems }: Refusal,
): Omit<AuditFacts, 'event' | 'outcome'> {
  return {
    contract: ctx.settings.contract.name,
    batch_id: identity?.batchId ?? null,
    schema_version: identity?.schemaVersion ?? null,
    source: identity?.source ?? ctx.system,
    target: identity?.target ?? ctx.settings.target ?? null,
    checksum: sha256,
    transport: 'file',
    attempt: 1,
    bytes,
    run_id: ctx.runId,
    actor: 'exporter',
    correlation_id: newCorrelationId(),
    detail: { input, problems: problems.length, pointer: problems[0]?.pointer ?? '', rule: problems[0]?.rule ?? '' },
  };
}
