import type { Transaction } from '../../database/port.ts';
import { normalizeEmail } from '../email-address.ts';
import type { EnrollmentRow } from '../enrollment-table.ts';
import { readPerson } from '../gate/read-target.ts';

export type Unreachable = 'contact_gone' | 'not_verified' | 'address_changed';

/**
 * Why the list of people, as it is now, forbids to write to an enrolled contact; undefined when it does not. The enrollment
 * remembers an address that was verified once: a later list may have taken that back, or the contact.
 */
export async function contactTrouble(
  tx: Transaction,
  { outreach_id, contact_id, email_norm }: Pick<EnrollmentRow, 'outreach_id' | 'contact_id' | 'email_norm'>,
): Promise<Unreachable | undefined> {
  const person = await readPerson(tx, outreach_id, contact_id);
  if (person === undefined) return 'contact_gone';
  if (person.email_status !== 'verified') return 'not_verified';
  return normalizeEmail(person.email) === email_norm ? undefined : 'address_changed';
}
