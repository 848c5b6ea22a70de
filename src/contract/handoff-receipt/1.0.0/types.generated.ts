// Made by scripts/generate-contracts.ts from schema.json. Change that one and run the script.

/**
 * What became of one batch at the system that it was addressed to: that system's answer to the batch's producer.
 */
export interface HandoffReceipt {
  /**
   * Says that this is a receipt.
   */
  contract: 'handoff-receipt';
  /**
   * Major version of the receipt's own contract.
   */
  schema_version: 'v1';
  /**
   * The contract of the place where the batch was found.
   */
  batch_contract: string;
  /**
   * Name of the batch's file in the inbox, without folder and .json.
   */
  batch_id: string;
  /**
   * The version that the batch names; null where it names none that could be one.
   */
  batch_schema_version: string | null;
  /**
   * SHA-256 of the bytes that were judged, hexadecimal: says which bytes this answer is about.
   */
  sha256: string;
  /**
   * How many bytes were judged.
   */
  bytes: number;
  /**
   * How many records were taken; null where none were.
   */
  records: number | null;
  /**
   * The system that made the batch; null where the batch was not taken.
   */
  source: string | null;
  /**
   * The system that answers: the target of the batch.
   */
  system: string;
  /**
   * Where the batch was found in the store.
   */
  key: string;
  /**
   * Ingested: it has taken effect, once, for ever. Quarantined: it was refused. Held: it waits for a newer reader.
   */
  verdict: 'ingested' | 'quarantined' | 'held';
  /**
   * Why it was not ingested, a word of the closed list of reason codes; null where it was.
   */
  reason_code: string | null;
  /**
   * What is wrong with the batch, by place and rule, never a value; empty where it was ingested.
   *
   * @maxItems 20
   */
  problems: ReceiptProblem[];
  /**
   * When the verdict stood: RFC 3339 in UTC, with T and Z.
   */
  decided_at: string;
  /**
   * The run that decided, as the answering system's audit log names it.
   */
  run_id: string;
}
/**
 * One thing wrong with the batch.
 */
export interface ReceiptProblem {
  /**
   * A word of the closed list of reason codes.
   */
  code: string;
  /**
   * Where, as a JSON pointer into the batch; cut where it is very long.
   */
  pointer: string;
  /**
   * Which rule is broken, in words.
   */
  rule: string;
}
