export type { FoundNote } from './anchors.ts';
export { anchorKey, originOf, readCheckpoint } from './checkpoint.ts';
export { type CheckpointRow, type CheckpointState, checkpointsBetween, latestCheckpoint } from './checkpoint-table.ts';
export { type Checkpointer, type CutCheckpoint, isDirty, openCheckpointer } from './checkpointer.ts';
export { type CompletenessProbe } from './completeness.ts';
export { type DirtyTimer, startDirtyTimer } from './dirty-timer.ts';
export { type AuditFacts } from './entry.ts';
export { type AuditEvent, EVENTS } from './events.ts';
export { type Finding } from './finding.ts';
export {
  type AuditLog,
  entryFields,
  errorDetail,
  openAuditLog,
  readEntries,
  readHead,
  type StoredEntry,
} from './log.ts';
export { type PeerCheckpoint, type PeerVerdict, readPeerCheckpoints, recordPeerCheckpoint } from './peer-checkpoint.ts';
export { MAX_NOTE_BYTES, type NoteSigner, type NoteVerifier, openNoteSigner, openNoteVerifier } from './signed-note.ts';
export { auditModule } from './tables.ts';
export { type AuditVerdict, type VerifyOptions, verifyAudit } from './verify.ts';
