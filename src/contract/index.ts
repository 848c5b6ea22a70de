export { checkBatchBytes, checkWholeBatch } from './check-batch.ts';
export type { BatchReport, CheckOptions } from './check-batch.ts';
export { type SchemaChange, type Step } from './compatibility/change.ts';
export { checkContracts, type ContractCheck } from './compatibility/check-contracts.ts';
export { diffSchemas, type ReaderOf, type SchemaDiff } from './compatibility/diff-schemas.ts';
export { type Released, releasedContracts, releasedSchema } from './compatibility/released.ts';
export type { Schema } from './derive-reader.ts';
export type {
  AnyContract,
  Cell,
  ContentFinding,
  Contract,
  DocumentContract,
  Header,
  HeaderVerdict,
  Identity,
  ObjectContract,
  Release,
  Revision,
  ScanSettings,
  ShrinkMode,
  Side,
  TableRows,
} from './contract.ts';
export type { ExecutionHandoffContext } from './execution-handoff-context/1.0.0/types.generated.ts';
export type { EngagementSignal, EngagementSignalBatch } from './engagement-signal-batch/1.0.0/types.generated.ts';
export { engagementSignalBatch } from './engagement-signal-batch/rules.ts';
export type { HandoffReceipt } from './handoff-receipt/1.0.0/types.generated.ts';
export { readReceipt } from './handoff-receipt/read-receipt.ts';
export { makeReceipt, MAX_RECEIPT_BYTES, parseReceipt, type ReceiptFacts } from './handoff-receipt/receipt.ts';
export { receiptFolder, receiptKey, receiptStem } from './handoff-receipt/receipt-key.ts';
export { judgeHeader } from './judge-header.ts';
export type { HeaderQuestion } from './judge-header.ts';
export { pointerTo } from './json-pointer.ts';
export { publishedSchema } from './published-schema.ts';
export type { LeadCard, LeadCardBatch } from './lead-card-batch/1.0.0/types.generated.ts';
export { executionHandoffContext } from './execution-handoff-context/contract.ts';
export { LEAD_CARD_FIELDS, leadCardBatch } from './lead-card-batch/rules.ts';
export type {
  OutreachContact,
  OutreachTarget,
  OutreachTargetBatch,
} from './outreach-target-batch/1.0.0/types.generated.ts';
export { outreachTargetBatch } from './outreach-target-batch/rules.ts';
export type { ContactCells } from './outreach-target-batch/to-row.ts';
export { contractNamed, contractOfHeader, contracts, objectContracts } from './registry.ts';
export type { Finding, ScanReport } from './scan/finding.ts';
export { ruleNamed } from './scan/rules/all-rules.ts';
export { scanBytes } from './scan/scan-bytes.ts';
export { DEFAULT_SCAN_SETTINGS } from './scan/scan-settings.ts';
export { acceptanceFolder, decodeAcceptance, type Acceptance } from './acceptance/acceptance.ts';
export { lifeOf, type LiveAcceptance, majorOf, orphanedTargets } from './lifecycle.ts';
export { judgeVersion } from './versions.ts';
export type { VersionVerdict } from './versions.ts';
export { KID, makeSigningKey, type PublicJwk, readSigningKey, type SigningKey, writeSigningKey } from './keys.ts';
export { contradiction, type FoundFacts } from './statement/compare-statement.ts';
export { schemaSha256 } from './statement/schema-hash.ts';
export { fits, openSigner, type StatementSigner } from './statement/sign-statement.ts';
export { MAX_STATEMENT_CHARACTERS, MAX_VOID, type StatementPayload } from './statement/statement.ts';
export { type Arrival, type StatementVerdict, verifyStatement } from './statement/verify-statement.ts';
export { addTrustedKey, endTrust, readTrustedJwks } from './trust-file.ts';
export { KEY_PURPOSES, type KeyPurpose, readTrust, type TrustedJwk, type TrustedKey, type TrustList } from './trust.ts';
