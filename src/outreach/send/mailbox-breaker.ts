import { isoTime } from '../../base/clock.ts';
import type { Transaction } from '../../database/port.ts';
import type { MoverDeps } from '../context.ts';
import { recordError, resolveErrors } from '../record-error.ts';
import { brokenFingerprint, findMailbox, type MailboxRow } from './mailbox-table.ts';
import { breakerWait, FAILURES_TO_BREAK, type Judgement, SLOW_DOWN_MS } from './retry-table.ts';

/** What an attempt says of the mailbox that it used. */
export interface MailboxNews {
  readonly state: Judgement['mailbox'];
  /** It was made with an open breaker whose time had passed. */
  readonly isTrial?: boolean;
  /** A word and a code: `auth 535`. */
  readonly reason: string;
  readonly correlationId: string;
  readonly processId: string;
}

/**
 * Writes down how a mailbox fares. Trouble with the way counts, and so many in a row open its breaker; trouble that names
 * the mailbox opens it at once. An open breaker stops all of its mails until its time has passed and a trial mail went
 * through. What was under way when it opened tells nothing new: of one trouble only the first counts.
 */
export async function noteMailbox(
  tx: Transaction,
  deps: MoverDeps,
  mailboxId: string,
  news: MailboxNews,
): Promise<void> {
  const mailbox = await findMailbox(tx, mailboxId);
  if (mailbox === undefined || news.state === 'unjudged') return;
  if (news.state === 'well') return noteWell(tx, deps, mailbox, news);
  if (news.state === 'slow') return slowDown(tx, deps, mailbox);
  if (isKnown(mailbox, news, isoTime(deps.clock.now()))) return;
  const failures = mailbox.failures + 1;
  const breaks = news.state === 'broken' || mailbox.health === 'broken' || failures >= FAILURES_TO_BREAK;
  if (breaks && mailbox.health !== 'disabled') return openBreaker(tx, deps, mailbox, failures, news);
  await tx.run('update mailboxes set failures = $1, updated_at = $2 where mailbox_id = $3', [
    failures,
    isoTime(deps.clock.now()),
    mailboxId,
  ]);
}

/** A trial waits with its breaker closed to others, so that its failure must count. */
function isKnown({ health, breaker_until: until }: MailboxRow, { isTrial }: MailboxNews, now: string): boolean {
  return health === 'broken' && isTrial !== true && (until ?? '') > now;
}

async function noteWell(tx: Transaction, deps: MoverDeps, mailbox: MailboxRow, news: MailboxNews): Promise<void> {
  const at = isoTime(deps.clock.now());
  await tx.run(
    `update mailboxes set failures = 0, last_send_at = $1, breaker_until = null, breaker_reason = null,
       health = case when health = 'broken' then 'ok' else health end where mailbox_id = $2`,
    [at, mailbox.mailbox_id],
  );
  if (mailbox.health !== 'broken') return;
  await resolveErrors(tx, deps, brokenFingerprint(mailbox.mailbox_id), 'a trial mail went through');
  await auditChange(tx, deps, mailbox, 'breaker_closed', news);
}

async function slowDown(tx: Transaction, { clock }: MoverDeps, mailbox: MailboxRow): Promise<void> {
  const until = isoTime(clock.now() + SLOW_DOWN_MS);
  await tx.run(
    `update mailboxes set next_send_at = $1 where mailbox_id = $2 and (next_send_at is null or next_send_at < $1)`,
    [until, mailbox.mailbox_id],
  );
}

async function openBreaker(
  tx: Transaction,
  deps: MoverDeps,
  mailbox: MailboxRow,
  failures: number,
  news: MailboxNews,
): Promise<void> {
  const nowMs = deps.clock.now();
  // Of a mailbox that fails for lack of a way, the first opening comes after several failures.
  const opened = news.state === 'broken' ? failures : Math.max(1, failures - FAILURES_TO_BREAK + 1);
  await tx.run(
    `update mailboxes set health = 'broken', failures = $1, breaker_until = $2, breaker_reason = $3, updated_at = $4
      where mailbox_id = $5`,
    [failures, isoTime(nowMs + breakerWait(opened)), news.reason, isoTime(nowMs), mailbox.mailbox_id],
  );
  await recordError(
    tx,
    deps,
    { correlation_id: news.correlationId, process_id: news.processId },
    {
      code: 'OUT-003',
      processType: 'send',
      message: 'a mailbox does not send: its mails wait',
      detail: { mailbox_id: mailbox.mailbox_id, reason: news.reason },
      retryable: true,
      fingerprint: brokenFingerprint(mailbox.mailbox_id),
    },
  );
  await auditChange(tx, deps, mailbox, 'breaker_opened', news);
}

async function auditChange(
  tx: Transaction,
  { audit }: MoverDeps,
  mailbox: MailboxRow,
  change: string,
  news: MailboxNews,
): Promise<void> {
  await audit.append(tx, {
    event: 'mailbox.changed',
    outcome: change === 'breaker_closed' ? 'success' : 'failure',
    actor: 'system:breaker',
    correlation_id: news.correlationId,
    detail: { mailbox_id: mailbox.mailbox_id, change, reason: news.reason, process_id: news.processId },
  });
}
