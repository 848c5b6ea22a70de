/**
 * `^1`, `^1.1` or `^1.1.0`: what a target reads. It is sent nothing after the version that it names, though it would read
 * that too: what a later minor adds would be lost there without a word.
 */
const RANGE = /^\^(0|[1-9][0-9]{0,5})(?:\.(0|[1-9][0-9]{0,5}))?(?:\.(0|[1-9][0-9]{0,5}))?$/;

/** Major, minor and patch of the version that a range names; undefined for what is no range. */
export function parseRange(text: string): readonly number[] | undefined {
  return RANGE.exec(text)
    ?.slice(1)
    .map((part) => Number(part ?? 0));
}

/** Whether the version is of the range's major, and not after the version that it names. */
export function isWithin(version: string, named: readonly number[]): boolean {
  const numbers = version.split('.').map(Number);
  if (numbers[0] !== named[0]) return false;
  const place = numbers.findIndex((part, at) => part !== named[at]);
  return place < 0 || (numbers[place] ?? 0) < (named[place] ?? 0);
}
