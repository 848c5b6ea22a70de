export { type AuditFacts } from './entry.ts';
export { type AuditEvent, EVENTS } from './events.ts';
export { type AuditLog, entryFields, errorDetail, openAuditLog, readEntries, type StoredEntry } from './log.ts';
export { auditModule } from './tables.ts';
export { type Finding } from './finding.ts';
export { type AuditVerdict, verifyAudit } from './verify.ts';
