export { watchDropFolder } from './drop-folder.ts';
export type { DropOutcome, DropReport, DropRequest } from './drop-request.ts';
export { liveAcceptances } from './acceptance-table.ts';
export { type EnrichmentMove, moveEnrichment } from './enrichment.ts';
export { exportInputs } from './export-inputs.ts';
export {
  type BatchOutcome,
  DEFAULT_BATCH_SIZE,
  type ExporterDeps,
  type ExportReport,
  type ExportRequest,
  type ExportSettings,
  type Progress,
  type RejectedRecords,
} from './request.ts';
export type { AnswerProblem, BatchStatus } from './judge-answer.ts';
export { reconcileBatches, type ReconciledBatch, type ReconcileReport, type ReconcileRequest } from './reconcile.ts';
export { resumeOutbox, type ResumeRequest } from './resume-outbox.ts';
export { exporterModule } from './tables.ts';
