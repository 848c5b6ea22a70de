/** One thing that verification found, at one entry. */
export interface Finding {
  readonly seq: number;
  readonly kind: 'edited' | 'gap' | 'chain' | 'malformed' | 'truncated' | 'unfinished' | 'ended-twice';
  readonly detail: string;
}

/** Findings listed of integrity and of completeness each; further ones only break the verdict. */
export const MAX_FINDINGS = 100;
