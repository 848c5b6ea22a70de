import type { Queries, Transaction } from '../../database/port.ts';
import type { SendRow } from '../send-table.ts';

/** One claim of one send and how it ended. */
export interface AttemptRow {
  readonly send_id: string;
  /** From 1. */
  readonly attempt_no: number;
  readonly worker_id: string;
  readonly mailbox_id: string;
  readonly started_at: string;
  /** preflight: nothing of the body has left. data: it may have. settled: ended. */
  readonly phase: 'preflight' | 'data' | 'settled';
  readonly ended_at: string | null;
  readonly outcome: string | null;
  readonly smtp_code: number | null;
  readonly detail: string | null;
  readonly correlation_id: string;
  readonly process_id: string;
}

/** The attempt's number. */
export async function beginAttempt(
  tx: Transaction,
  send: Pick<SendRow, 'send_id' | 'correlation_id'>,
  attempt: {
    readonly worker: string;
    readonly mailboxId: string;
    readonly startedAt: string;
    readonly processId: string;
  },
): Promise<number> {
  const [row] = await tx.query<{ attempt_no: number }>(
    `insert into send_attempts (send_id, attempt_no, worker_id, mailbox_id, started_at, phase, created_at, correlation_id,
       process_id)
     select $1, coalesce(max(attempt_no), 0) + 1, $2, $3, $4, 'preflight', $4, $5, $6 from send_attempts where send_id = $1
     returning attempt_no`,
    [send.send_id, attempt.worker, attempt.mailboxId, attempt.startedAt, send.correlation_id, attempt.processId],
  );
  return row?.attempt_no ?? 0;
}

export async function noteDataStarted(tx: Transaction, sendId: string, attemptNo: number): Promise<void> {
  await tx.run(`update send_attempts set phase = 'data' where send_id = $1 and attempt_no = $2`, [sendId, attemptNo]);
}

export interface AttemptEnd {
  readonly at: string;
  readonly outcome: string;
  readonly smtpCode?: number | undefined;
  readonly detail?: string | undefined;
}

/** False when it had ended before: then what an end brings with it was done before, too. */
export async function endAttempt(
  tx: Transaction,
  sendId: string,
  attemptNo: number,
  end: AttemptEnd,
): Promise<boolean> {
  const ended = await tx.run(
    `update send_attempts set phase = 'settled', ended_at = $1, outcome = $2, smtp_code = $3, detail = $4
      where send_id = $5 and attempt_no = $6 and ended_at is null`,
    [end.at, end.outcome, end.smtpCode ?? null, end.detail ?? null, sendId, attemptNo],
  );
  return ended === 1;
}

/** The one that has not ended: a send has at most one. */
export async function openAttempt(queries: Queries, sendId: string): Promise<AttemptRow | undefined> {
  const [row] = await queries.query<AttemptRow>(
    'select * from send_attempts where send_id = $1 and ended_at is null order by attempt_no desc limit 1',
    [sendId],
  );
  return row;
}

export async function attemptsOf(queries: Queries, sendId: string): Promise<AttemptRow[]> {
  return queries.query<AttemptRow>('select * from send_attempts where send_id = $1 order by attempt_no', [sendId]);
}
