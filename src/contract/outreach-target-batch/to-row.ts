import type { Cell } from '../contract.ts';
import type { OutreachContact, OutreachTarget } from './1.0.0/types.generated.ts';

/** The cells of a target, in this order. `contacts` is JSON text of a list of `ContactCells`. */
export const TARGET_COLUMNS = [
  'outreach_id',
  'sid',
  'bit_evaluation_id',
  'bit_score',
  'bit_tier',
  'evaluated_at',
  'correlation_id',
  'email_method',
  'timezone',
  'contacts',
] as const satisfies readonly (keyof OutreachTarget)[];

/** A contact on its way into a row: contact_id, name, email, email_status, role, timezone. */
export type ContactCells = readonly [string, string, string, string, string, string | null];

/** Of a checked record; what a newer sender may have added is left out. */
export function toRow(record: unknown): Cell[] {
  const target = record as OutreachTarget;
  return [
    target.outreach_id,
    target.sid,
    target.bit_evaluation_id,
    target.bit_score,
    target.bit_tier,
    target.evaluated_at,
    target.correlation_id,
    target.email_method,
    target.timezone ?? null,
    JSON.stringify(target.contacts.map(contactCells)),
  ];
}

function contactCells(contact: OutreachContact): ContactCells {
  const { contact_id, name, email, email_status, role, timezone = null } = contact;
  return [contact_id, name, email, email_status, role, timezone];
}
