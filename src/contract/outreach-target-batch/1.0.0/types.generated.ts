// Made by scripts/generate-contracts.ts from schema.json. Change that one and run the script.

/**
 * Companies that were evaluated for outreach, with the contacts that may be reached, handed by the evaluating system to the hub that reaches out.
 */
export interface OutreachTargetBatch {
  /**
   * Name of the batch and of its file; its date is the UTC date of created_at.
   */
  batch_id: string;
  /**
   * The contract that the batch follows.
   */
  contract: 'outreach-target-batch';
  /**
   * Major version of the contract.
   */
  schema_version: 'v1';
  /**
   * When the batch was made: RFC 3339 in UTC, with T and Z.
   */
  created_at: string;
  /**
   * The system that made the batch.
   */
  source: string;
  /**
   * The system that the batch is addressed to.
   */
  target: string;
  /**
   * The targets; each outreach_id stands once.
   */
  records: OutreachTarget[];
}
/**
 * One company as it was evaluated at one time. A later evaluation replaces what an earlier one said of it.
 */
export interface OutreachTarget {
  /**
   * Identity of the company in outreach, across batches.
   */
  outreach_id: string;
  /**
   * Sovereign id of the company; echoed, never made, by whoever receives it.
   */
  sid: string;
  /**
   * Identity of this evaluation.
   */
  bit_evaluation_id: string;
  /**
   * What the evaluation came to, meant to be 0 to 100; null where it came to nothing. Any number travels, for only the gate of the target judges it.
   */
  bit_score: number | null;
  /**
   * The tier that the evaluating system assigned; the score decides, not the tier.
   */
  bit_tier: 'PLATINUM' | 'GOLD' | 'SILVER' | 'BRONZE' | 'NONE';
  /**
   * When it was evaluated: RFC 3339 in UTC, with T and Z.
   */
  evaluated_at: string;
  /**
   * What ties everything together that follows from this evaluation; never made anew on the way.
   */
  correlation_id: string;
  /**
   * How addresses of the company are made, as it was verified: {first}.{last}@example.com; null where nothing was.
   */
  email_method: string | null;
  /**
   * IANA name of the time zone of the company; absent or null where it is not known.
   */
  timezone?: string | null;
  /**
   * Whom to reach at the company; each contact_id stands once. Who was named before and is not any more is gone.
   *
   * @maxItems 500
   */
  contacts: OutreachContact[];
}
/**
 * One person at the company.
 */
export interface OutreachContact {
  /**
   * Identity of the person.
   */
  contact_id: string;
  /**
   * Name of the person, without control characters.
   */
  name: string;
  /**
   * Address of the person, local@domain: the local part in ASCII, the domain with letters of any script. Nothing is folded.
   */
  email: string;
  /**
   * What is known of the address; only a verified one is written to.
   */
  email_status: 'verified' | 'unverified' | 'risky' | 'invalid' | 'unknown';
  /**
   * What the person does at the company; empty where it is not known.
   */
  role: string;
  /**
   * IANA name of the time zone of the person; absent or null where it is that of the company.
   */
  timezone?: string | null;
}
