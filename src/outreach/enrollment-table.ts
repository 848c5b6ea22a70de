import { isoTime } from '../base/clock.ts';
import { AppError } from '../base/errors.ts';
import type { Queries, Transaction } from '../database/port.ts';
import type { MoverDeps } from './context.ts';
import { type EnrollmentState, type FinishReason, NEXT_ENROLLMENT, type StopReason } from './states.ts';

/** One contact in one campaign. */
export interface EnrollmentRow {
  readonly enrollment_id: string;
  readonly campaign_id: string;
  readonly outreach_id: string;
  readonly contact_id: string;
  readonly name: string;
  /** As the people list has it. */
  readonly email: string;
  /** As addresses are compared: see `normalizeEmail`. */
  readonly email_norm: string;
  readonly email_status: 'verified';
  readonly role: string | null;
  readonly timezone: string;
  /** The mailbox that writes to this contact; it stays the same for the whole thread. */
  readonly mailbox_id: string | null;
  readonly state: EnrollmentState;
  /** The number of the last step whose send ended; 0 before the first. */
  readonly current_step: number;
  readonly held_until: string | null;
  readonly end_reason: FinishReason | StopReason | null;
  readonly ended_at: string | null;
  readonly created_at: string;
  readonly correlation_id: string;
  readonly process_id: string;
}

const COLUMNS = [
  'enrollment_id', 'campaign_id', 'outreach_id', 'contact_id', 'name', 'email', 'email_norm', 'email_status', 'role',
  'timezone', 'mailbox_id', 'state', 'current_step', 'held_until', 'end_reason', 'ended_at', 'created_at',
  'correlation_id', 'process_id',
] as const satisfies readonly (keyof EnrollmentRow)[]; // prettier-ignore

export async function insertEnrollment(tx: Transaction, row: EnrollmentRow): Promise<void> {
  const marks = COLUMNS.map((_, index) => `$${index + 1}`).join(', ');
  const values = COLUMNS.map((column) => row[column]);
  await tx.run(`insert into enrollments (${COLUMNS.join(', ')}) values (${marks})`, values);
}

export async function findEnrollment(queries: Queries, enrollmentId: string): Promise<EnrollmentRow | undefined> {
  const [row] = await queries.query<EnrollmentRow>(
    `select ${COLUMNS.join(', ')} from enrollments where enrollment_id = $1`,
    [enrollmentId],
  );
  return row;
}

export async function enrollmentsOf(queries: Queries, campaignId: string): Promise<EnrollmentRow[]> {
  return queries.query<EnrollmentRow>(
    `select ${COLUMNS.join(', ')} from enrollments where campaign_id = $1 order by enrollment_id`,
    [campaignId],
  );
}

/** Those of a company, or of one of its contacts, that have not ended. */
export async function openEnrollments(
  queries: Queries,
  whose: { readonly outreachId: string; readonly contactId?: string },
): Promise<EnrollmentRow[]> {
  return queries.query<EnrollmentRow>(
    `select ${COLUMNS.join(', ')} from enrollments
      where outreach_id = $1 and (contact_id = $2 or $2 is null) and state in ('pending', 'active', 'held')
      order by enrollment_id`,
    [whose.outreachId, whose.contactId ?? null],
  );
}

/** Those that write to one address, in whatever campaign, and have not ended. */
export async function openEnrollmentsTo(queries: Queries, emailNorm: string): Promise<EnrollmentRow[]> {
  return queries.query<EnrollmentRow>(
    `select ${COLUMNS.join(', ')} from enrollments
      where email_norm = $1 and state in ('pending', 'active', 'held') order by enrollment_id`,
    [emailNorm],
  );
}

export interface EnrollmentChange {
  /** With `finished` and `stopped`. */
  readonly reason?: FinishReason | StopReason;
  /** With `held`: until when, RFC 3339. */
  readonly heldUntil?: string;
}

/** The only way by which an enrollment changes its state. Throws `refused` for a missing edge, `fenced` for a lost race. */
export async function moveEnrollment(
  tx: Transaction,
  { clock }: Pick<MoverDeps, 'clock'>,
  enrollment: Pick<EnrollmentRow, 'enrollment_id' | 'state'>,
  to: EnrollmentState,
  change: EnrollmentChange = {},
): Promise<void> {
  const { enrollment_id: id, state: from } = enrollment;
  const next: readonly EnrollmentState[] = NEXT_ENROLLMENT[from];
  if (!next.includes(to)) {
    throw new AppError('refused', `move enrollment ${id} from ${from} to ${to}: there is no such move`);
  }
  const isEnd = to === 'finished' || to === 'stopped';
  const moved = await tx.run(
    `update enrollments set state = $1, held_until = $2, end_reason = $3, ended_at = $4
      where enrollment_id = $5 and state = $6`,
    [
      to,
      change.heldUntil ?? null,
      isEnd ? (change.reason ?? null) : null,
      isEnd ? isoTime(clock.now()) : null,
      id,
      from,
    ],
  );
  if (moved !== 1) throw new AppError('fenced', `move enrollment ${id} from ${from} to ${to}: somebody moved it first`);
}
