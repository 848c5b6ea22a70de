import { AppError } from '../base/errors.ts';
import type { ReasonCode } from '../base/reasons.ts';
import { isWithin, parseRange } from '../contract/acceptance/range.ts';
import type { AnyContract, Contract, Release, Revision } from '../contract/contract.ts';
import { isSupported } from '../contract/lifecycle.ts';

/** What targets have said that they accept. */
export interface Acceptances {
  /** The range of the contract that a target accepted, `^1.1.0`; undefined where it accepted none. */
  readonly accepted?: ((target: string) => string | undefined) | undefined;
  /** True: nothing goes to a target that has accepted nothing. */
  readonly requireAcceptance?: boolean | undefined;
}

/** Throws `refused` with CONTRACT_NOT_ACCEPTED where a target must have accepted the contract and has not. */
export function acceptedBy(
  target: string,
  contract: string,
  { accepted, requireAcceptance }: Acceptances,
): string | undefined {
  const range = accepted?.(target);
  if (range !== undefined || requireAcceptance !== true) return range;
  throw refused(
    'CONTRACT_NOT_ACCEPTED',
    `export ${contract} to ${target}: it has accepted no version of it`,
    target,
    contract,
  );
}

/**
 * The release in which batches go to `target`. Without an acceptance the contract's first one. With one, the newest that
 * is not after what was accepted: `^1.1.0` is read by whoever knows 1.1.0, so that what 1.2.0 adds would be lost there.
 * Throws `misconfigured` for what is no range, and `refused` with its reason where the target accepted nothing that this
 * build can send, or that is retired.
 */
export function revisionFor<R extends Release>(
  contract: Pick<AnyContract, 'name' | 'lifecycle'> & { readonly revisions: readonly R[] },
  target: string,
  accepted?: string,
): R {
  const chosen = accepted === undefined ? contract.revisions[0] : newestWithin(contract, accepted);
  const { name } = contract;
  if (chosen === undefined) {
    throw refused(
      'CONTRACT_NOT_ACCEPTED',
      `export ${name} to ${target}: it accepted ${accepted ?? ''} alone`,
      target,
      name,
    );
  }
  // Of an envelope's own major alone there may be no newer one in `revisions`: then nothing says that it is too old.
  if (isSupported(contract, chosen)) return chosen;
  throw refused('CONTRACT_RETIRED', `export ${name} ${chosen.version} to ${target}: it is retired`, target, name);
}

function newestWithin<R extends Release>(
  { name, revisions }: { readonly name: string; readonly revisions: readonly R[] },
  accepted: string,
): R | undefined {
  const named = parseRange(accepted);
  if (named !== undefined) return revisions.findLast(({ version }) => isWithin(version, named));
  throw new AppError('misconfigured', `read the accepted range of ${name}: ${accepted} is none`, {
    hint: 'a range is a caret and a version, like ^1.1.0',
  });
}

function refused(reason: ReasonCode, attempted: string, target: string, contract: string): AppError {
  return new AppError('refused', attempted, {
    reason,
    problems: [
      { code: reason, pointer: '', rule: `must be a version that ${target} has accepted and this build sends` },
    ],
    hint: `let ${target} run "handoff contract accept ${contract} --range ^N" with a version that is in use`,
  });
}

/** Takes a record down to `revision` from any later one of its major. Undefined where there is no later one. */
export function projectionTo(contract: Contract, revision: Revision): ((record: unknown) => unknown) | undefined {
  const later = laterThan(contract, revision).toReversed();
  if (later.length === 0) return undefined;
  return (record) => later.reduce((taken, one) => one.project?.(taken) ?? taken, record);
}

/** The fields that a record may have before it is projected: those of the last revision with the same word. */
export function fieldsToRead(contract: Contract, revision: Revision): Revision['fields'] {
  return (laterThan(contract, revision).at(-1) ?? revision).fields;
}

/** Revisions with the same word in their documents, oldest first. */
function laterThan({ revisions }: Contract, revision: Revision): Revision[] {
  const own = revisions.findIndex(({ version }) => version === revision.version);
  return revisions.slice(own + 1).filter(({ schemaVersion }) => schemaVersion === revision.schemaVersion);
}
