import { isoTime } from '../../base/clock.ts';
import type { Queries } from '../../database/port.ts';
import type { HubDeps } from '../context.ts';
import { normalizeEmail } from '../email-address.ts';
import { type Person, readPeople } from '../gate/read-target.ts';
import { suppressionOf } from '../suppression-table.ts';

export interface Contact extends Person {
  readonly email_norm: string;
}

export type LeftOutReason = 'not_verified' | 'no_address' | 'suppressed' | 'same_address';

export interface Contacts {
  /** Verified, not suppressed, each address once. */
  readonly eligible: readonly Contact[];
  readonly leftOut: readonly { readonly contact_id: string; readonly reason: LeftOutReason }[];
}

/** Whom a campaign may write to now, and why it may not write to the others. */
export async function readContacts(
  queries: Queries,
  { clock }: Pick<HubDeps, 'clock'>,
  outreachId: string,
): Promise<Contacts> {
  const nowIso = isoTime(clock.now());
  const taken = new Set<string>();
  const eligible: Contact[] = [];
  const leftOut: { contact_id: string; reason: LeftOutReason }[] = [];
  for (const person of await readPeople(queries, outreachId)) {
    const judged = await judgeContact(queries, person, { outreachId, nowIso, taken });
    if (typeof judged === 'string') leftOut.push({ contact_id: person.contact_id, reason: judged });
    else eligible.push(judged);
  }
  return { eligible, leftOut };
}

async function judgeContact(
  queries: Queries,
  person: Person,
  { outreachId, nowIso, taken }: { outreachId: string; nowIso: string; taken: Set<string> },
): Promise<Contact | LeftOutReason> {
  if (person.email_status !== 'verified') return 'not_verified';
  const emailNorm = normalizeEmail(person.email);
  if (emailNorm === undefined) return 'no_address';
  if ((await suppressionOf(queries, { emailNorm, outreachId }, nowIso)) !== undefined) return 'suppressed';
  if (taken.has(emailNorm)) return 'same_address';
  taken.add(emailNorm);
  return { ...person, email_norm: emailNorm };
}
