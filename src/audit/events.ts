/**
 * What can be written in an audit log. `attempted` opens an attempt, exactly one terminal event with the same
 * correlation id and attempt number closes it; the others tell of steps between and after.
 */
export const EVENTS = {
  'handoff.attempted': 'opens',
  'handoff.published': 'closes',
  'handoff.refused': 'closes',
  'handoff.failed': 'closes',
  'handoff.ingested': 'closes',
  'handoff.duplicate': 'closes',
  'handoff.held': 'closes',
  'handoff.skipped': 'closes',
  'handoff.superseded': 'closes',
  'handoff.vanished': 'closes',
  'handoff.released': 'closes',
  'handoff.abandoned': 'closes',
  'handoff.verified': 'notes',
  'handoff.archived': 'notes',
  'handoff.removed': 'notes',
  'records.rejected': 'notes',
  'peer.checkpoint': 'notes',
  'contract.accepted': 'notes',
  'acceptance.read': 'notes',
  'content.warned': 'notes',
  'context.reduced': 'notes',
  'file.superseded': 'notes',
  'file.vanished': 'notes',
  'file.changed': 'notes',
  'file.quarantined': 'notes',
  'file.returned': 'notes',
  'archive.conflict': 'notes',
  'breaker.tripped': 'notes',
  'breaker.cleared': 'notes',
  'run.started': 'notes',
  'run.finished': 'notes',
  'operator.released': 'notes',
  'operator.discarded': 'notes',
  'operator.replayed': 'notes',
  'receipt.written': 'notes',
  'receipt.read': 'notes',
  'stream.gap': 'notes',
  'stream.closed': 'notes',
  'key.created': 'notes',
  'key.trusted': 'notes',
  'key.retired': 'notes',
  'key.revoked': 'notes',
  'enrichment.moved': 'notes',
  'campaign.moved': 'notes',
  'gate.checked': 'notes',
  'outreach.error': 'notes',
  'send.settled': 'notes',
  'send.resolved': 'notes',
  'engagement.recorded': 'notes',
  'suppression.added': 'notes',
  'suppression.lifted': 'notes',
  'mailbox.changed': 'notes',
  'calendar.linked': 'notes',
  'webhook.refused': 'notes',
  'outreach.ended': 'notes',
  'signals.batched': 'notes',
  'rebuild.started': 'notes',
  'rebuild.finished': 'notes',
} as const;

export type AuditEvent = keyof typeof EVENTS;

export type Outcome = 'pending' | 'success' | 'failure';

export function opensAttempt(event: string): boolean {
  return event === 'handoff.attempted';
}

export function closesAttempt(event: string): boolean {
  return Object.hasOwn(EVENTS, event) && EVENTS[event as AuditEvent] === 'closes';
}
