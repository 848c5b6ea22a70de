import { AppError } from '../base/errors.ts';
import type { Queries, Transaction, Value } from '../database/port.ts';
import { NEXT_SEND, type SendState } from './states.ts';

/** One mail to one contact: one step of its sequence, once a generation. */
export interface SendRow {
  readonly send_id: string;
  readonly campaign_id: string;
  readonly sequence_id: string;
  readonly step_id: string;
  readonly step_no: number;
  readonly enrollment_id: string;
  readonly outreach_id: string;
  readonly contact_id: string;
  readonly mailbox_id: string | null;
  /** 0 at first; one more each time an operator sends again what may have been lost. */
  readonly generation: number;
  /** `<…@domain>`, made with the row and never changed: replies and bounces are known by it. */
  readonly message_id: string;
  readonly to_email: string;
  readonly variant: string | null;
  readonly mime_sha256: string | null;
  readonly state: SendState;
  readonly send_status: 'scheduled' | 'sent' | 'failed' | null;
  readonly certainty: 'confirmed' | 'assumed' | null;
  /** How an uncertain one was resolved: `reply`, `sent_folder`, `dsn`, `operator`, `timeout`. */
  readonly resolution: string | null;
  /** When it was to go out, inside the recipient's window. */
  readonly due_at: string;
  /** Higher first: a follow-up comes before a first mail, immediate before nurture. */
  readonly priority: number;
  readonly claim_token: string | null;
  readonly claimed_by: string | null;
  readonly lease_until: string | null;
  /** Claims that ended in a failure of the way, not of the mail. */
  readonly attempts: number;
  /** Nobody claims it before. */
  readonly next_attempt_at: string;
  readonly data_started_at: string | null;
  readonly smtp_code: number | null;
  readonly smtp_response: string | null;
  readonly provider_id: string | null;
  readonly sent_at: string | null;
  readonly failed_at: string | null;
  readonly opened_at: string | null;
  readonly machine_opened_at: string | null;
  readonly clicked_at: string | null;
  readonly replied_at: string | null;
  readonly bounced_at: string | null;
  readonly error_code: string | null;
  readonly created_at: string;
  readonly correlation_id: string;
  readonly process_id: string;
}

/** What is written when a send is made; the rest has its default. */
export type NewSend = Pick<
  SendRow,
  | 'send_id' | 'campaign_id' | 'sequence_id' | 'step_id' | 'step_no' | 'enrollment_id' | 'outreach_id' | 'contact_id'
  | 'mailbox_id' | 'generation' | 'message_id' | 'to_email' | 'due_at' | 'priority' | 'created_at' | 'correlation_id'
  | 'process_id'
>; // prettier-ignore

/** Columns that a move may set. */
export type SendChanges = Partial<Omit<SendRow, 'send_id' | 'state' | 'send_status' | 'message_id' | 'generation'>>;

export async function insertSend(tx: Transaction, send: NewSend): Promise<void> {
  const row: Record<string, Value> = { ...send, state: 'scheduled', next_attempt_at: send.due_at };
  const columns = Object.keys(row);
  const marks = columns.map((_, index) => `$${index + 1}`).join(', ');
  await tx.run(`insert into send_log (${columns.join(', ')}) values (${marks})`, Object.values(row));
}

export async function findSend(queries: Queries, sendId: string): Promise<SendRow | undefined> {
  const [row] = await queries.query<SendRow>('select * from send_log where send_id = $1', [sendId]);
  return row;
}

/** `messageId` with its angle brackets. */
export async function findSendByMessageId(queries: Queries, messageId: string): Promise<SendRow | undefined> {
  const [row] = await queries.query<SendRow>('select * from send_log where message_id = $1', [messageId]);
  return row;
}

/**
 * Moves one send; who moves a claimed one on gives its claim token. False, and nothing written, when it is no longer in the
 * state that `send` says, or another worker holds it. Throws `refused` for an edge that the table lacks.
 */
export async function moveSend(
  tx: Transaction,
  send: Pick<SendRow, 'send_id' | 'state'> & { readonly claim_token?: string | null },
  to: SendState,
  changes: SendChanges = {},
): Promise<boolean> {
  const next: readonly SendState[] = NEXT_SEND[send.state];
  if (!next.includes(to)) {
    throw new AppError('refused', `move send ${send.send_id} from ${send.state} to ${to}: there is no such move`);
  }
  const entries = Object.entries(changes);
  const sets = entries.map(([column], index) => `${column} = $${index + 5}`);
  const moved = await tx.run(
    `update send_log set ${['state = $1', ...sets].join(', ')}
      where send_id = $2 and state = $3 and (claim_token = $4 or $4 is null)`,
    [to, send.send_id, send.state, send.claim_token ?? null, ...entries.map(([, value]) => value)],
  );
  return moved === 1;
}

/** Facts that come later and move nothing: opened, clicked, replied, bounced. The first time stays. */
export async function noteOnSend(
  tx: Transaction,
  sendId: string,
  column: 'opened_at' | 'machine_opened_at' | 'clicked_at' | 'replied_at' | 'bounced_at',
  at: string,
): Promise<void> {
  await tx.run(`update send_log set ${column} = $1 where send_id = $2 and ${column} is null`, [at, sendId]);
}

/** Puts off a send that waits; a later time that its last failure asked for stays. False when it waits no longer. */
export async function postponeSend(tx: Transaction, sendId: string, dueAt: string): Promise<boolean> {
  const changed = await tx.run(
    `update send_log set due_at = $1, next_attempt_at = case when next_attempt_at > $1 then next_attempt_at else $1 end
      where send_id = $2 and state = 'scheduled'`,
    [dueAt, sendId],
  );
  return changed === 1;
}

/**
 * Cancels what has not left: `scheduled`, and `claimed`, whose worker finds out when the server asks for the body. The
 * number of sends.
 */
export async function cancelOpenSends(
  tx: Transaction,
  whose: { readonly enrollmentId: string } | { readonly campaignId: string },
): Promise<number> {
  const [column, id] =
    'enrollmentId' in whose ? ['enrollment_id', whose.enrollmentId] : ['campaign_id', whose.campaignId];
  return tx.run(
    `update send_log set state = 'cancelled', claim_token = null, lease_until = null
      where ${column} = $1 and state in ('scheduled', 'claimed')`,
    [id],
  );
}
