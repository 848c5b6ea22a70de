export type Severity = 'block' | 'warn';

/** What a context must not carry: 1 executable commands, 2 system state, 3 references to look up, 4 a way back. */
export type Constraint = 1 | 2 | 3 | 4;

export interface Finding {
  readonly rule_id: string;
  readonly severity: Severity;
  readonly constraint: Constraint;
  /** RFC 6901. A key of `details` is named by the pointer to its member. */
  readonly pointer: string;
  /** At most 80 characters, secrets masked, nothing invisible in it. */
  readonly excerpt: string;
}

export interface ScanReport {
  readonly verdict: 'clean' | Severity;
  readonly findings: readonly Finding[];
}
