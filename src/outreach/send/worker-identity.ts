/** Who sends, for rows and for the audit log. */
export interface WorkerIdentity {
  /** A slug: `default`. */
  readonly name: string;
  /** This run of it. */
  readonly processId: string;
  /** How long a claim or a body under way is its own; longer than any single mail may take. */
  readonly leaseMs: number;
}
