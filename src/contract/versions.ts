import type { Contract, Revision } from './contract.ts';
import { isSupported } from './lifecycle.ts';

export type VersionVerdict =
  | { readonly verdict: 'known'; readonly revision: Revision }
  | { readonly verdict: 'VERSION_NEWER' | 'VERSION_RETIRED' | 'VERSION_UNKNOWN' };

const MAJOR = /^v([1-9][0-9]*)$/;

/**
 * What this build can do with a document's `schema_version`. A greater major may be a word that a later build knows;
 * anything else that is not known now (`v0`, `V1`, `v01`, `1`) never becomes one.
 */
export function judgeVersion(contract: Contract, word: unknown): VersionVerdict {
  const revision = contract.revisions.findLast((known) => known.schemaVersion === word);
  if (revision !== undefined)
    return isSupported(contract, revision) ? { verdict: 'known', revision } : { verdict: 'VERSION_RETIRED' };
  return { verdict: majorOf(word) > newestMajor(contract) ? 'VERSION_NEWER' : 'VERSION_UNKNOWN' };
}

function newestMajor(contract: Contract): number {
  return Math.max(...contract.revisions.map(({ schemaVersion }) => majorOf(schemaVersion)));
}

const SEMVER = /^(0|[1-9][0-9]{0,8})[.](0|[1-9][0-9]{0,8})[.](0|[1-9][0-9]{0,8})$/;

/**
 * The same for documents that name their exact version. Undefined where it is known; whatever is newer than the newest
 * known, be it by a patch, may be read by a later build.
 */
export function judgeSemver(known: readonly string[], word: unknown): 'VERSION_NEWER' | 'VERSION_UNKNOWN' | undefined {
  if (typeof word === 'string' && known.includes(word)) return undefined;
  const version = semverOf(word);
  if (version === undefined || version[0] === 0) return 'VERSION_UNKNOWN';
  return known.every((one) => isNewer(version, semverOf(one) ?? [])) ? 'VERSION_NEWER' : 'VERSION_UNKNOWN';
}

function semverOf(word: unknown): readonly number[] | undefined {
  return typeof word === 'string' ? SEMVER.exec(word)?.slice(1).map(Number) : undefined;
}

function isNewer(one: readonly number[], other: readonly number[]): boolean {
  const place = one.findIndex((part, index) => part !== other[index]);
  return place >= 0 && (one[place] ?? 0) > (other[place] ?? 0);
}

/** Minus infinity for what is no major. Enough digits give infinity, which is newer than all we know. */
function majorOf(word: unknown): number {
  const digits = typeof word === 'string' ? MAJOR.exec(word)?.[1] : undefined;
  return digits === undefined ? Number.NEGATIVE_INFINITY : Number(digits);
}
