import type { Transaction } from '../../database/port.ts';
import type { Actor, MoverDeps, Trace } from '../context.ts';
import { endEnrollment } from '../end-outreach.ts';
import { type EnrollmentRow, openEnrollments, openEnrollmentsTo } from '../enrollment-table.ts';
import type { SendRow } from '../send-table.ts';
import type { StopReason } from '../states.ts';
import { type NewSuppression, suppress } from '../suppression-table.ts';
import type { SuppressionReason } from '../tables/engagement-tables.ts';

const STOP_REASON = {
  unsubscribe: 'unsubscribed',
  hard_bounce: 'bounced',
  complaint: 'complaint',
  manual: 'suppressed',
  opt_out_reply: 'unsubscribed',
} as const satisfies Record<SuppressionReason, StopReason>;

export interface Suppressed {
  /** False: the key was suppressed before. */
  readonly added: boolean;
  /** Enrollments that ended by it. */
  readonly ended: number;
}

/** Nobody writes to this address any more: everything under way to it ends in the caller's transaction. */
export async function suppressContact(
  tx: Transaction,
  deps: MoverDeps,
  wanted: {
    readonly emailNorm: string;
    readonly reason: SuppressionReason;
    readonly actor: Actor;
    readonly send?: Pick<SendRow, 'send_id' | 'correlation_id'> | undefined;
    readonly processId?: string | undefined;
  },
): Promise<Suppressed> {
  const { emailNorm: key, reason, actor, send, processId } = wanted;
  const trace: Trace | undefined =
    send === undefined || processId === undefined
      ? undefined
      : { correlation_id: send.correlation_id, process_id: processId };
  return suppressAndEnd(tx, deps, {
    scope: 'global',
    key,
    reason,
    actor,
    trace,
    sendId: send?.send_id ?? null,
  });
}

/** The same for a whole domain, or a whole company by its outreach id. */
export async function suppressAndEnd(tx: Transaction, deps: MoverDeps, wanted: NewSuppression): Promise<Suppressed> {
  const added = await suppress(tx, deps, wanted);
  const open = await openEnrollmentsOf(tx, wanted);
  for (const enrollment of open) {
    await endEnrollment(tx, deps, enrollment, { state: 'stopped', reason: STOP_REASON[wanted.reason] });
  }
  return { added, ended: open.length };
}

async function openEnrollmentsOf(
  tx: Transaction,
  { scope, key }: Pick<NewSuppression, 'scope' | 'key'>,
): Promise<EnrollmentRow[]> {
  if (scope === 'global') return openEnrollmentsTo(tx, key);
  if (scope === 'outreach') return openEnrollments(tx, { outreachId: key });
  return tx.query<EnrollmentRow>(
    `select * from enrollments
      where state in ('pending', 'active', 'held') and email_norm like $1 order by enrollment_id`,
    [`%@${key}`],
  );
}
