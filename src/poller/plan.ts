import { classOf, ERRORS } from '../base/errors.ts';
import type { ReasonCode } from '../base/reasons.ts';
import type { AnyContract, Cell, Contract } from '../contract/index.ts';
import { ledgerHash } from './batch-table.ts';
import { nameOf, type PollerDeps, type Route } from './context.ts';
import { fetchFile, verdictBySize } from './fetch-file.ts';
import { fromRead } from './from-read.ts';
import { judgeStatement, vouchedSha256, weighStatement } from './judge-statement.ts';
import { inboxPrefix, isCandidate } from './keys.ts';
import { refuseLostMemory } from './preflight.ts';
import { loadTrust, type Trust } from './trust-policy.ts';
import { verifyFile } from './verify-file.ts';
import type { Digest, VerifyOutcome } from './verify-job.ts';

export interface PlannedFile {
  readonly key: string;
  readonly verdict: 'ingested' | 'duplicate' | 'quarantined' | 'held' | 'skipped' | 'retried';
  readonly code?: ReasonCode;
}

/** What a poll would do with each file that is in the inbox now. Reads and verifies everything, writes nothing. */
export async function* planPoll(deps: PollerDeps, routes: readonly Route[]): AsyncIterable<PlannedFile> {
  await refuseLostMemory(deps, { routes });
  const trusted = await loadTrust(deps.trust);
  for (const route of routes) {
    const prefix = inboxPrefix(route);
    for await (const page of deps.store.list(prefix, { signal: deps.signal })) {
      for (const object of page) {
        if (!isCandidate(object.key, prefix)) continue;
        yield await planFile({ ...deps, trusted }, route, {
          id: 0,
          key: object.key,
          etag: object.etag,
          size: object.sizeBytes,
        });
      }
    }
  }
}

type PlanDeps = PollerDeps & { readonly trusted: Trust | undefined };

async function planFile(
  deps: PlanDeps,
  route: Route,
  file: { id: number; key: string; etag: string; size: number },
): Promise<PlannedFile> {
  const { key } = file;
  const bySize = verdictBySize(file.size);
  if (bySize !== undefined) return { key, verdict: 'quarantined', code: bySize };
  const taken = await ledgerHash(deps.database, route.contract.name, nameOf(key));
  let outcome = await judge(deps, route, file, null);
  const doubted = inDoubt(outcome, taken);
  if (doubted !== undefined) outcome = await judge(deps, route, file, doubted.md5);
  if (inDoubt(outcome, taken) !== undefined) return { key, verdict: 'retried' };
  if (outcome.verdict === 'failed') {
    const lasting = ERRORS[outcome.error].class === 'internal';
    return lasting ? { key, verdict: 'quarantined', code: 'INTERNAL' } : { key, verdict: 'retried' };
  }
  if (outcome.verdict === 'held' || outcome.verdict === 'skipped')
    return { key, verdict: outcome.verdict, code: outcome.code };
  const mismatch = outcome.verdict === 'refused' && outcome.code === 'CHECKSUM_MISMATCH';
  if (taken !== undefined && taken !== outcome.digest.sha256 && !mismatch)
    return { key, verdict: 'quarantined', code: 'BATCH_ID_REUSED' };
  if (outcome.verdict === 'refused') return { key, verdict: 'quarantined', code: outcome.code };
  return taken === undefined ? { key, verdict: 'ingested' } : { key, verdict: 'duplicate', code: 'DUPLICATE' };
}

/** Bytes that nothing vouches for are no ground for a verdict against the file: a poll reads it once more too. */
function inDoubt(outcome: VerifyOutcome, taken: string | undefined): Digest | undefined {
  if (outcome.verdict === 'failed' || outcome.digest.certain) return undefined;
  const isGround = outcome.verdict !== 'accepted' || (taken !== undefined && taken !== outcome.digest.sha256);
  return isGround ? outcome.digest : undefined;
}

async function judge(
  deps: PlanDeps,
  route: Route,
  file: { id: number; key: string; etag: string; size: number },
  lastReadMd5: string | null,
): Promise<VerifyOutcome> {
  let outcome: VerifyOutcome = { verdict: 'failed', error: 'unavailable', message: '' };
  try {
    const fetched = await fetchFile(deps, file);
    try {
      const question = { ...file, contract: route.contract.name };
      const statement = await judgeStatement(deps, deps.trusted, question, fetched.metadata);
      const job = {
        contract: route.contract.name,
        system: deps.system,
        fileName: nameOf(file.key),
        ...fromRead(fetched, lastReadMd5, route),
        statedSha256: vouchedSha256(fetched.metadata, statement),
        emitRows: true,
      };
      const unique = new UniqueField(route.contract);
      verifyFile(job, (message) => {
        unique.see(message.rows);
        if (message.kind === 'end') outcome = weighStatement(statement, unique.judge(message.outcome));
      });
    } finally {
      await fetched.close();
    }
  } catch (thrown) {
    const kind = classOf(thrown);
    if (kind !== 'changed' && kind !== 'gone' && kind !== 'transient') throw thrown;
    deps.log.debug({ key: file.key }, 'it changed or went while the plan was made');
  }
  return outcome;
}

/** What the database's unique index says in a poll: no value of that field twice in a batch. */
export class UniqueField {
  readonly #unique: Contract['uniqueField'];
  readonly #column: number;
  readonly #seen = new Set<unknown>();
  #repeated = false;

  constructor(contract: AnyContract) {
    const isStream = contract.form === 'envelope';
    this.#unique = isStream ? contract.uniqueField : undefined;
    this.#column = isStream ? contract.columns.indexOf(contract.uniqueField?.name ?? '') : -1;
  }

  see(rows: readonly (readonly Cell[])[]): void {
    if (this.#column < 0 || this.#repeated) return;
    for (const row of rows) {
      const value = row[this.#column];
      if (this.#seen.has(value)) this.#repeated = true;
      this.#seen.add(value);
    }
  }

  judge(outcome: VerifyOutcome): VerifyOutcome {
    const code = this.#unique?.code;
    if (outcome.verdict !== 'accepted' || !this.#repeated || code === undefined) return outcome;
    return { verdict: 'refused', code, problems: [], identity: outcome.identity, digest: outcome.digest };
  }
}
