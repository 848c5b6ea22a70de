export type { PollerDeps, PollRequest, Route, Tally } from './context.ts';
export { inboxPrefix, refuseOverlap } from './keys.ts';
export { acceptContract, type AcceptReport } from './accept-contract.ts';
export { type Frozen, readHandoffContext } from './read-context.ts';
export { planPoll, type PlannedFile } from './plan.ts';
export {
  discardQuarantined,
  listQuarantine,
  type QuarantinedFile,
  type QuarantineReport,
  releaseQuarantined,
  showQuarantined,
} from './quarantine-desk.ts';
export { rebuildLedger } from './rebuild-ledger.ts';
export { type RebuildReport } from './rebuild-context.ts';
export { replayBatch, replayDays, type Replayed, type ReplayReport } from './replay.ts';
export { type PollReport, runPoll } from './run.ts';
export { readInbox, readStatus, type StatusReport } from './status.ts';
export { pollerModule } from './tables.ts';
export type { TrustPolicy } from './trust-policy.ts';
export { type ArchiveVerdict, verifyArchive } from './verify-archive.ts';
