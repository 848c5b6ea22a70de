import type { Contract, Revision } from './contract.ts';

export type VersionVerdict =
  | { readonly verdict: 'known'; readonly revision: Revision }
  | { readonly verdict: 'VERSION_NEWER' | 'VERSION_UNKNOWN' };

const MAJOR = /^v([1-9][0-9]*)$/;

/**
 * What this build can do with a document's `schema_version`. A greater major may be a word that a later build knows;
 * anything else that is not known now (`v0`, `V1`, `v01`, `1`) never becomes one.
 */
export function judgeVersion(contract: Contract, word: unknown): VersionVerdict {
  const revision = contract.revisions.findLast((known) => known.schemaVersion === word);
  if (revision !== undefined) return { verdict: 'known', revision };
  return { verdict: majorOf(word) > newestMajor(contract) ? 'VERSION_NEWER' : 'VERSION_UNKNOWN' };
}

function newestMajor(contract: Contract): number {
  return Math.max(...contract.revisions.map(({ schemaVersion }) => majorOf(schemaVersion)));
}

/** Minus infinity for what is no major. Enough digits give infinity, which is newer than all we know. */
function majorOf(word: unknown): number {
  const digits = typeof word === 'string' ? MAJOR.exec(word)?.[1] : undefined;
  return digits === undefined ? Number.NEGATIVE_INFINITY : Number(digits);
}
