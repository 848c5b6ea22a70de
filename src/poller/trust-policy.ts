import type { TrustList } from '../contract/index.ts';

/** Whom this system believes. */
export interface TrustPolicy {
  /** True: a batch without a statement is refused. */
  readonly require: boolean;
  /** Read anew by every run, so that a revocation holds at once. Throws `misconfigured`. */
  load(): Promise<TrustList>;
}

/** A list that this run has read, and whether it insists. */
export interface Trust {
  readonly require: boolean;
  readonly list: TrustList;
}

/** Undefined where nobody said whom to believe. */
export async function loadTrust(policy: TrustPolicy | undefined): Promise<Trust | undefined> {
  return policy === undefined ? undefined : { require: policy.require, list: await policy.load() };
}
