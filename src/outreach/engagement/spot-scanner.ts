import { isoTime } from '../../base/clock.ts';
import type { Transaction } from '../../database/port.ts';
import type { MoverDeps } from '../context.ts';
import type { SendRow } from '../send-table.ts';
import type { Signal } from '../signal-table.ts';

/** A person does not follow so many different links of one mail so fast. */
const SCANNER_LINKS = 3;
const SCANNER_MS = 10_000;

/**
 * Called after a click: when it is one of a scanner's, it and those around it are a machine's, also those that looked like
 * a person's until now. What the send says of being opened and clicked is made anew of what is left.
 */
export async function spotScanner(
  tx: Transaction,
  { audit }: Pick<MoverDeps, 'audit'>,
  send: Pick<SendRow, 'send_id' | 'correlation_id'>,
  atMs: number,
): Promise<void> {
  const { send_id: sendId } = send;
  const since = isoTime(atMs - SCANNER_MS);
  const [row] = await tx.query<{ n: number }>(
    `select count(distinct link_id) as n from engagement_events
      where send_id = $1 and type = 'click' and occurred_at > $2 and occurred_at <= $3`,
    [sendId, since, isoTime(atMs)],
  );
  if (Number(row?.n ?? 0) < SCANNER_LINKS) return;
  const changed = await tx.query<{ event_id: string }>(
    `update engagement_events set actor_class = 'machine', confidence = 0
      where send_id = $1 and type = 'click' and actor_class <> 'machine' and occurred_at >= $2 and occurred_at <= $3
      returning event_id`,
    [sendId, since, isoTime(atMs + SCANNER_MS)],
  );
  for (const { event_id: eventId } of changed) await correctSignal(tx, eventId);
  if (changed.length === 0) return;
  await readTimesAnew(tx, sendId);
  await audit.append(tx, {
    event: 'engagement.recorded',
    outcome: 'success',
    actor: 'system:scanner',
    correlation_id: send.correlation_id,
    detail: { type: 'click', send_id: sendId, actor_class: 'machine', corrected: changed.length },
  });
}

/** What CL has been told already stays told; what still waits says what is known now. */
async function correctSignal(tx: Transaction, eventId: string): Promise<void> {
  const [row] = await tx.query<{ payload: string }>(
    'select payload from cl_outbox where event_id = $1 and batch_id is null',
    [eventId],
  );
  if (row === undefined) return;
  const signal: Signal = { ...(JSON.parse(row.payload) as Signal), actor_class: 'machine', confidence: 0 };
  await tx.run('update cl_outbox set payload = $1 where event_id = $2 and batch_id is null', [
    JSON.stringify(signal),
    eventId,
  ]);
}

async function readTimesAnew(tx: Transaction, sendId: string): Promise<void> {
  await tx.run(
    `update send_log set
       clicked_at = (select min(occurred_at) from engagement_events
         where send_id = $1 and type = 'click' and actor_class <> 'machine'),
       opened_at = (select min(occurred_at) from engagement_events
         where send_id = $1 and ((type = 'open' and actor_class <> 'machine') or (type = 'click' and actor_class = 'human')
           or type = 'reply'))
     where send_id = $1`,
    [sendId],
  );
}
