/**
 * The closed list of reason codes: why a file or a batch got its verdict. Everything that reports a
 * verdict (audit rows, `.reason.json`, `--json` output, docs/reason-codes.md) uses these words alone.
 */
export const REASONS = {
  EMPTY_FILE: { verdict: 'quarantined', meaning: 'the file has no bytes' },
  TOO_LARGE: { verdict: 'quarantined', meaning: 'the file, one record or the envelope is over its size limit' },
  ENCODING_INVALID: { verdict: 'quarantined', meaning: 'not UTF-8, or it starts with a byte order mark' },
  JSON_INVALID: { verdict: 'quarantined', meaning: 'not one complete JSON document' },
  DUPLICATE_KEY: { verdict: 'quarantined', meaning: 'an object names the same key twice' },
  TOO_DEEP: { verdict: 'quarantined', meaning: 'nested deeper than 32 levels' },
  LONE_SURROGATE: { verdict: 'quarantined', meaning: 'a string holds half of a surrogate pair' },
  NUMBER_OUT_OF_RANGE: { verdict: 'quarantined', meaning: 'a number that no IEEE double can hold' },
  ENVELOPE_INVALID: { verdict: 'quarantined', meaning: 'the envelope breaks its schema' },
  NAME_MISMATCH: { verdict: 'quarantined', meaning: 'the file name is not the batch id' },
  BATCH_ID_INVALID: {
    verdict: 'quarantined',
    meaning: 'the batch id breaks its pattern or its date is not that of created_at',
  },
  VERSION_UNKNOWN: { verdict: 'quarantined', meaning: 'schema_version is none that this contract ever had' },
  VERSION_RETIRED: { verdict: 'quarantined', meaning: 'the version was sunset and is no longer read' },
  SCHEMA_INVALID: { verdict: 'quarantined', meaning: 'a record breaks the schema' },
  SEMANTIC_INVALID: { verdict: 'quarantined', meaning: 'a record breaks a rule that a schema cannot say' },
  DUPLICATE_LEAD_ID: { verdict: 'quarantined', meaning: 'one lead_id stands twice in the batch' },
  BOUNDARY_VIOLATION: { verdict: 'quarantined', meaning: 'a field that belongs to the other system' },
  REF_NOT_SELF_CONTAINED: { verdict: 'quarantined', meaning: 'an id without its copied value' },
  GOVERNANCE_NOT_APPROVED: {
    verdict: 'quarantined',
    meaning: 'the context was not approved, or its warnings contradict its status',
  },
  CONTEXT_TOO_LARGE: { verdict: 'quarantined', meaning: 'the context is over its limits' },
  CONTENT_FORBIDDEN: { verdict: 'quarantined', meaning: 'the content scan blocked a string' },
  CHECKSUM_MISMATCH: {
    verdict: 'quarantined',
    meaning: 'the bytes do not have the SHA-256 that their metadata states',
  },
  STATEMENT_MISSING: { verdict: 'quarantined', meaning: 'a signed statement is required and absent' },
  STATEMENT_INVALID: {
    verdict: 'quarantined',
    meaning: 'the signed statement does not verify or speaks of another object',
  },
  KEY_UNTRUSTED: { verdict: 'quarantined', meaning: 'the statement is signed by a key that is not trusted' },
  BATCH_ID_REUSED: {
    verdict: 'quarantined',
    meaning: 'this batch id was taken before with other bytes; the first stays',
  },
  CRASH_LOOP: { verdict: 'quarantined', meaning: 'working this file killed the worker three times' },
  INTERNAL: { verdict: 'quarantined', meaning: 'an error of this program, five times in a row' },
  VERSION_NEWER: { verdict: 'held', meaning: 'newer than this build; stays in the inbox until an upgrade' },
  OTHER_TARGET: { verdict: 'skipped', meaning: 'addressed to another system; stays in the inbox' },
  DUPLICATE: {
    verdict: 'duplicate',
    meaning: 'the same batch with the same bytes was taken before; archived, nothing written',
  },
  ARCHIVE_CONFLICT: { verdict: 'alert', meaning: 'the archive key holds other bytes; nothing was touched' },
  ARCHIVE_UNPROVEN: { verdict: 'alert', meaning: 'the archive copy could not be proven; the source stays' },
  CONTRACT_NOT_ACCEPTED: { verdict: 'refused', meaning: 'the target has not accepted this contract version' },
  CONTRACT_RETIRED: { verdict: 'refused', meaning: 'the contract version is retired and no longer exported' },
} as const;

export type ReasonCode = keyof typeof REASONS;

/** One thing wrong with a document: where (JSON pointer) and which rule. Never the offending value. */
export interface Problem {
  readonly code: ReasonCode;
  readonly pointer: string;
  readonly rule: string;
}

/** How many problems a report names; the rest is only counted. */
export const MAX_PROBLEMS = 20;
