import type { Problem } from '../../base/reasons.ts';
import { checkEnvelopeHeader, explainRecord, identifyEnvelope } from '../batch-envelope.ts';
import type { Contract, Header, Side } from '../contract.ts';
import type { EngagementSignal } from './1.0.0/types.generated.ts';
import { closedHeader, closedRecord, openHeader, openRecord } from './1.0.0/validators.generated.ts';
import { SIGNAL_BOUNDARY } from './boundary.ts';
import { SIGNAL_COLUMNS, toRow } from './to-row.ts';

export const engagementSignalBatch: Contract = {
  form: 'envelope',
  name: 'engagement-signal-batch',
  prefix: 'engagement-signals',
  source: 'outreach-hub',
  targets: ['cl'],
  // The hub only informs: what the receiver makes of a signal is not its business.
  receipts: false,
  lifecycle: [{ major: 1, status: 'active', since: '2026-01-29' }],
  // Fields may be null or absent, which the cells of a table cannot tell from empty texts.
  revisions: [{ version: '1.0.0', schemaVersion: 'v1', checkHeader, checkRecord, toRow, fields: [] }],
  isNamed: true,
  batchWord: 'eng',
  columns: SIGNAL_COLUMNS,
  uniqueField: { name: 'event_id', code: 'SEMANTIC_INVALID' },
  identify: identifyEnvelope,
};

function checkHeader(header: Header, side: Side): readonly Problem[] {
  return checkEnvelopeHeader(header, side, { closed: closedHeader, open: openHeader }, SIGNAL_BOUNDARY);
}

function checkRecord(record: unknown, side: Side): readonly Problem[] {
  const problems = explainRecord(record, side === 'producer' ? closedRecord : openRecord, SIGNAL_BOUNDARY);
  return problems.length === 0 ? withoutContact(record as EngagementSignal) : problems;
}

/** Somebody opened, clicked, answered or left; a meeting or the end of a campaign may be the company's alone. */
function withoutContact({ event_type: type, contact_id: contact }: EngagementSignal): Problem[] {
  if (contact !== null || !type.startsWith('engagement.')) return [];
  return [{ code: 'SEMANTIC_INVALID', pointer: '/contact_id', rule: 'must not be null where a contact did something' }];
}
