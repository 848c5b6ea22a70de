import type { Constraint, Severity } from '../finding.ts';
import type { ScanSettings } from '../scan-settings.ts';

/** Raised with every change of a rule; it is printed in reports. */
export const RULES_VERSION = '1.4.0';

export type Family =
  | 'hidden characters'
  | 'executable'
  | 'network'
  | 'reference'
  | 'feedback'
  | 'credentials'
  | 'system state'
  | 'prompt injection';

export interface Match {
  readonly index: number;
  readonly length: number;
}

export type Finder = (text: string, settings: ScanSettings) => Match | undefined;

export interface Rule {
  /** `<family>.<thing>`, for ever. */
  readonly id: string;
  readonly family: Family;
  readonly severity: Severity;
  readonly constraint: Constraint;
  /** What the rule finds, in one sentence. */
  readonly idea: string;
  /** Why that must not be in a context. */
  readonly why: string;
  /** Becomes a warning in a sentence that writes about the thing. */
  readonly soft?: true;
  /** Looked for in a whole view at once, not sentence by sentence. */
  readonly raw?: true;
  /** The rule is tried on a sentence that has one of these: whole words of letters, or single signs. */
  readonly needs: readonly string[];
  readonly match: RegExp | Finder;
  /** Each must be found. */
  readonly hit: readonly string[];
  /** None may be found by this rule as a block. */
  readonly nonHit: readonly string[];
}

/**
 * A pattern in the notation of the rules: a blank outside of brackets is white space, with `?` or `{0,1}` behind it also
 * none; `<4>` is up to four words more; the rest is a regular expression. No quantifier is without an upper bound.
 */
export function phrase(source: string): RegExp {
  const expanded = source.replaceAll(/\[(?:\\.|[^\]\\])*\]|<(\d)>| (?:\?|\{0,1\})?/g, (part, count?: string) => {
    if (count !== undefined) return `(?:[^\\s.;!?]{1,32}[.]?\\s{1,4}){0,${count}}?`;
    if (part.startsWith('[')) return part;
    return part === ' ' ? '\\s{1,4}' : '\\s{0,4}';
  });
  return new RegExp(expanded, 'i');
}
