import { parseRange } from './acceptance/range.ts';
import type { AnyContract, MajorLife, Release } from './contract.ts';

/** Majors that a consumer reads: the newest that is in use, and the one before it. */
const SUPPORTED_MAJORS = 2;

/** 1 for `1.2.3`. */
export function majorOf({ version }: Pick<Release, 'version'>): number {
  return Number(version.split('.', 1)[0]);
}

/** What became of a major of this contract. */
export function lifeOf({ lifecycle = [] }: Pick<AnyContract, 'lifecycle'>, major: number): MajorLife['status'] {
  return lifecycle.find((life) => life.major === major)?.status ?? 'active';
}

/** What a target accepted, as its producer remembers it. */
export interface LiveAcceptance {
  readonly contract: string;
  readonly target: string;
  readonly range: string;
}

/** Retired majors that are all that some target accepts: retiring them would end what nobody agreed to end. */
export function orphanedTargets(
  contract: Pick<AnyContract, 'name' | 'lifecycle' | 'revisions'>,
  acceptances: readonly LiveAcceptance[],
): string[] {
  return acceptances
    .filter(({ contract: accepted }) => accepted === contract.name)
    .filter(({ range }) => lifeOf(contract, parseRange(range)?.[0] ?? 0) === 'retired')
    .map(({ target, range }) => `${target} accepted ${range} alone, and that major is retired`);
}

/** Whether a release is still read and written: neither retired nor more than one major behind the newest in use. */
export function isSupported(contract: Pick<AnyContract, 'lifecycle' | 'revisions'>, release: Release): boolean {
  const inUse = contract.revisions.map(majorOf).filter((major) => lifeOf(contract, major) !== 'draft');
  const major = majorOf(release);
  return lifeOf(contract, major) !== 'retired' && major > Math.max(...inUse) - SUPPORTED_MAJORS;
}
