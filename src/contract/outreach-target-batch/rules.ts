import type { Problem } from '../../base/reasons.ts';
import { checkEnvelopeHeader, explainRecord, identifyEnvelope } from '../batch-envelope.ts';
import type { Contract, Header, Side } from '../contract.ts';
import type { OutreachTarget } from './1.0.0/types.generated.ts';
import { closedHeader, closedRecord, openHeader, openRecord } from './1.0.0/validators.generated.ts';
import { TARGET_BOUNDARY } from './boundary.ts';
import { TARGET_COLUMNS, toRow } from './to-row.ts';

export const outreachTargetBatch: Contract = {
  form: 'envelope',
  name: 'outreach-target-batch',
  prefix: 'outreach-targets',
  source: 'bit-engine',
  targets: ['outreach-hub'],
  receipts: true,
  lifecycle: [{ major: 1, status: 'active', since: '2026-01-29' }],
  // Contacts nest: a record is no row of a table.
  revisions: [{ version: '1.0.0', schemaVersion: 'v1', checkHeader, checkRecord, toRow, fields: [] }],
  isNamed: true,
  batchWord: 'otb',
  columns: TARGET_COLUMNS,
  uniqueField: { name: 'outreach_id', code: 'SEMANTIC_INVALID' },
  identify: identifyEnvelope,
};

function checkHeader(header: Header, side: Side): readonly Problem[] {
  return checkEnvelopeHeader(header, side, { closed: closedHeader, open: openHeader }, TARGET_BOUNDARY);
}

function checkRecord(record: unknown, side: Side): readonly Problem[] {
  const problems = explainRecord(record, side === 'producer' ? closedRecord : openRecord, TARGET_BOUNDARY);
  return problems.length === 0 ? repeatedContacts(record as OutreachTarget) : problems;
}

function repeatedContacts({ contacts }: OutreachTarget): Problem[] {
  const first = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [place, { contact_id: id }] of contacts.entries()) {
    const before = first.get(id);
    if (before === undefined) first.set(id, place);
    else
      problems.push({
        code: 'SEMANTIC_INVALID',
        pointer: `/contacts/${place}/contact_id`,
        rule: `stands already in /contacts/${before}`,
      });
  }
  return problems;
}
