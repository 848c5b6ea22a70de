import { isoTime } from '../base/clock.ts';
import { AppError, codeOf } from '../base/errors.ts';
import { newCorrelationId } from '../base/ids.ts';
import { type Acceptance, acceptanceKey, encodeAcceptance, requireRange } from '../contract/acceptance/acceptance.ts';
import { isWithin } from '../contract/acceptance/range.ts';
import { countExamples, exampleFindings } from '../contract/compatibility/check-examples.ts';
import type { AnyContract } from '../contract/index.ts';
import type { SigningKey } from '../contract/keys.ts';
import { payloadOf } from '../objectstore/payload.ts';
import type { PollerDeps } from './context.ts';

export interface AcceptRequest {
  readonly contract: AnyContract;
  /** `^1.1`. */
  readonly range: string;
  /** Left out, the acceptance is not signed. */
  readonly signingKey?: SigningKey | undefined;
  readonly dryRun: boolean;
}

export interface AcceptReport {
  readonly acceptance: Acceptance;
  readonly key: string;
  readonly signed: boolean;
  readonly dry_run: boolean;
}

/**
 * Reads the contract's examples with this build's own reader and, when each is taken or refused as it must be, says so to
 * the producer. Throws `usage` for a range that admits nothing this build reads, `refused` when an example fails.
 */
export async function acceptContract(deps: PollerDeps, request: AcceptRequest): Promise<AcceptReport> {
  const { contract, signingKey, dryRun } = request;
  const acceptance = examine(deps, request);
  const bytes = await encodeAcceptance(acceptance, signingKey);
  const key = acceptanceKey(acceptance, signingKey !== undefined);
  const report = { acceptance, key, signed: signingKey !== undefined, dry_run: dryRun };
  if (dryRun) return report;
  const facts = {
    event: 'contract.accepted',
    contract: contract.name,
    target: deps.system,
    actor: 'operator:accept',
    correlation_id: newCorrelationId(),
    detail: { key, range: request.range, revisions: acceptance.revisions.join(' ') },
  } as const;
  await deps.database.transaction((tx) => deps.audit.append(tx, { ...facts, outcome: 'pending' }));
  try {
    await deps.store.putIfAbsent(key, payloadOf(bytes), {}, deps.signal);
  } catch (thrown) {
    // Whoever reads the log must not wait for what never came: the store may be gone, the command interrupted.
    const detail = { ...facts.detail, error: codeOf(thrown) };
    await deps.database.transaction((tx) => deps.audit.append(tx, { ...facts, outcome: 'failure', detail }));
    throw thrown;
  }
  await deps.database.transaction((tx) => deps.audit.append(tx, { ...facts, outcome: 'success' }));
  return report;
}

function examine(deps: PollerDeps, { contract, range: text }: AcceptRequest): Acceptance {
  const named = requireRange(text);
  const revisions = contract.revisions.map(({ version }) => version).filter((version) => isWithin(version, named));
  if (revisions.length === 0) {
    const known = contract.revisions.map(({ version }) => version).join(', ');
    throw new AppError('usage', `accept ${contract.name} ${text}: this build reads ${known}`, {
      hint: 'name a range that holds one of them, or install a build that reads what you want to accept',
    });
  }
  for (const version of revisions) {
    const [finding] = exampleFindings(contract.name, version);
    if (finding === undefined) continue;
    throw new AppError('refused', `accept ${contract.name} ${version}: its example ${finding}`, {
      hint: 'this build does not read that version as its contract says; nothing was accepted',
    });
  }
  return {
    contract: 'handoff-acceptance',
    schema_version: 'v1',
    target: deps.system,
    accepts: contract.name,
    range: text,
    revisions,
    examples: revisions.reduce((sum, version) => sum + countExamples(contract.name, version), 0),
    accepted_at: isoTime(deps.clock.now()),
  };
}
