/** A promise that was broken, with what led to it. */
export class Violation extends Error {
  constructor(rule: string, story: readonly string[]) {
    super([rule, ...story.map((line) => `  ${line}`)].join('\n'));
    this.name = 'Violation';
  }
}

/** Rules return what is wrong, in words; nothing when all is well. */
export type Finding = string | undefined;

/** The first finding of several rules. */
export function firstOf(rules: Iterable<Finding>): Finding {
  for (const found of rules) if (found !== undefined) return found;
  return undefined;
}
