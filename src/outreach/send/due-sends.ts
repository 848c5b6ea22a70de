import { isoTime } from '../../base/clock.ts';
import type { Transaction } from '../../database/port.ts';
import type { HubDeps } from '../context.ts';
import { gateIsOpen, gateParameters } from '../gate/gate-sql.ts';
import type { SendRow } from '../send-table.ts';
import type { ReadyMailbox } from './ready-mailboxes.ts';

/** Each priority is one look into the index; a template that made more of them would be a mistake. */
const MAX_PRIORITIES = 20;
/** The greatest that the column holds on every engine. */
const TOP_PRIORITY = 2_147_483_647;

/**
 * What may be claimed now, most urgent first: due, of an active campaign and an active enrollment, with an open gate, without
 * a handoff, and for a mailbox that may send. Windows and suppressions are the claim's to judge.
 */
export async function dueSends(
  tx: Transaction,
  deps: Pick<HubDeps, 'clock' | 'settings' | 'database'>,
  ready: ReadonlyMap<string, ReadyMailbox>,
  limit: number,
): Promise<SendRow[]> {
  const found: SendRow[] = [];
  let below = TOP_PRIORITY;
  for (let look = 0; look < MAX_PRIORITIES && found.length < limit; look += 1) {
    const [top] = await tx.query<{ priority: number | null }>(
      `select max(priority) as priority from send_log where state = 'scheduled' and priority < $1`,
      [below],
    );
    if (top === undefined || top.priority === null) break;
    below = top.priority;
    found.push(...(await dueWith(tx, deps, ready, below, limit - found.length)));
  }
  return found;
}

async function dueWith(
  tx: Transaction,
  deps: Pick<HubDeps, 'clock' | 'settings' | 'database'>,
  ready: ReadonlyMap<string, ReadyMailbox>,
  priority: number,
  limit: number,
): Promise<SendRow[]> {
  const all = [...ready.keys()];
  const fresh = all.filter((id) => ready.get(id)?.isFresh === true);
  const marks = (ids: readonly string[], first: number): string =>
    ids.length === 0 ? 'null' : ids.map((_, index) => `$${first + index}`).join(', ');
  const firstFresh = 6 + all.length;
  return tx.query<SendRow>(
    `select s.* from send_log s
      where s.state = 'scheduled' and s.priority = $1 and s.next_attempt_at <= $2
        and exists (select 1 from campaigns c where c.campaign_id = s.campaign_id and c.status = 'active')
        and exists (select 1 from enrollments e where e.enrollment_id = s.enrollment_id and e.state = 'active'
              and (e.mailbox_id is null or e.mailbox_id in (${marks(all, 6)}))
              and (s.step_no < 2 or e.mailbox_id in (${marks(fresh, firstFresh)})))
        and not exists (select 1 from handoffs h where h.outreach_id = s.outreach_id)
        and ${gateIsOpen('s.outreach_id', 3)}
      order by s.next_attempt_at, s.send_id limit $5 ${deps.database.traits.skipLocked}`,
    [priority, isoTime(deps.clock.now()), ...gateParameters(deps), limit, ...all, ...fresh],
  );
}
