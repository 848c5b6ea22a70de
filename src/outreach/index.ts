export type { Actor, HubDeps, Trace } from './context.ts';
export { rehearse } from './campaign/rehearse.ts';
export { DEFAULT_HUB_SETTINGS, type HubSettings, type SendWindow } from './hub-settings.ts';
export { outreachModule } from './tables/module.ts';
export { mintCalendarLink, type CalendarLink } from './calendar/mint-link.ts';
export { openCalendarSigner } from './calendar/sign-link.ts';
export { noteCalendarLinkSeen } from './calendar/calendar-link-table.ts';
export { followCalendarLink } from './calendar/verify-link.ts';
export {
  takeWebhook,
  WEBHOOK_PROVIDERS,
  type WebhookProvider,
  type WebhookSecrets,
} from './calendar/webhooks/take-webhook.ts';
export { type Hit } from './engagement/hit.ts';
export { listReceipts, type ReceiptLine } from './calendar/webhooks/receipt-table.ts';
export { findClickTarget, recordClick } from './engagement/record-click.ts';
export { recordOpen } from './engagement/record-open.ts';
export { suppressAndEnd } from './engagement/suppress-contact.ts';
export { unsubscribe } from './engagement/unsubscribe.ts';
export { openIpHash } from './tokens/derive-key.ts';
export {
  newTokenKeys,
  readTokenKeys,
  rotatedTokenKeys,
  rotateTokenKeyFile,
  type TokenKeys,
  writeTokenKeys,
} from './tokens/key-file.ts';
export { type LinkTokens, openLinkTokens } from './tokens/link-tokens.ts';
export { hubTokenKeys } from './tokens/render-links.ts';
export { type ErrorRow, listErrors } from './engagement/list-errors.ts';
export { type EventRow, listEvents } from './engagement/list-events.ts';
export { listSuppressions } from './engagement/list-suppressions.ts';
export { parseSuppressionKey, type SuppressionScope } from './engagement/suppression-key.ts';
export { unsuppress } from './suppression-table.ts';
export type { EventType, OutCode, SuppressionReason } from './tables/engagement-tables.ts';
export { type CampaignRow } from './campaign-table.ts';
export { advanceCampaigns, type AdvanceReport } from './campaign/advance.ts';
export { createCampaign, type CreateOutcome } from './campaign/create-campaign.ts';
export { diagnoseCampaign, type Diagnosis } from './campaign/diagnose.ts';
export { type DryRun, dryRunCreate, dryRunSchedule } from './campaign/dry-run.ts';
export { campaignIdOf } from './campaign/find.ts';
export { type Launch, launchCampaign } from './campaign/launch-campaign.ts';
export { pauseActiveCampaigns } from './campaign/pause-all.ts';
export { type CampaignPlan } from './campaign/plan-campaign.ts';
export { type Refusal, type Refused } from './campaign/refusal.ts';
export { type CampaignRequest } from './campaign/request-table.ts';
export {
  type CampaignCommand,
  scheduleCampaign,
  scheduleIn,
  type ScheduleOutcome,
} from './campaign/schedule-campaign.ts';
export { type CampaignLine, type CampaignView, listCampaigns, showCampaign } from './campaign/show-campaign.ts';
export { cancelIn, pauseIn, resumeIn, type ResumeOutcome } from './campaign/steer-campaign.ts';
export { normalizeEmail } from './email-address.ts';
export { newId } from './process-id.ts';
export { isZone as isTimezone } from './schedule/zone.ts';
export { listDue } from './send/list-due.ts';
export { listSends } from './send/list-sends.ts';
export { findMailbox, listMailboxes, type MailboxRow, putMailbox, setMailboxHealth } from './send/mailbox-table.ts';
export { capacityOf } from './send/mailbox-usage.ts';
export { type Resolution, resolveByOperator } from './send/resolve.ts';
export { runWorker, type WorkerReport } from './send/run-worker.ts';
export { type SendStory, tellSend } from './send/send-story.ts';
export type { SendRow } from './send-table.ts';
export type { SendState } from './states.ts';
export { openRenderLinks } from './tokens/render-links.ts';
export { type MailboxReport, readMailboxes, type ReadReport } from './inbox/read-mailboxes.ts';
export { drainSignals, type DrainedBatch, type DrainReport, type PublishSignals } from './signals/drain-signals.ts';
export { replaySignals } from './signals/replay-signals.ts';
export { runHubEgress } from './signals/run-hub-egress.ts';
export { countOpenSignals, listBatches, type SignalBatchRow } from './signals/signal-batch-table.ts';
