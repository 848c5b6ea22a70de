export { watchDropFolder } from './drop-folder.ts';
export type { DropOutcome, DropReport, DropRequest } from './drop-request.ts';
export { liveAcceptances } from './acceptance-table.ts';
export { checkGate, type EnrichmentMove, moveEnrichment, type MovedLead } from './enrichment.ts';
export { MAX_ENRICHMENT_BYTES, parseEnrichment } from './enrichment-file.ts';
export { type LeadEnrichment, showEnrichment } from './enrichment-report.ts';
export { countEnrichments, type EnrichmentState } from './enrichment-table.ts';
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
