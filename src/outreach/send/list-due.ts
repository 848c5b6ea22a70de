import type { HubDeps } from '../context.ts';
import type { SendRow } from '../send-table.ts';
import { dueSends } from './due-sends.ts';
import { readyMailboxes } from './ready-mailboxes.ts';

const MAX_LISTED = 100;

/** What a claim would look at now, most urgent first, at most a hundred. Writes nothing. */
export async function listDue(deps: Pick<HubDeps, 'clock' | 'settings' | 'database'>): Promise<SendRow[]> {
  const ready = await readyMailboxes(deps.database, deps);
  if (ready.size === 0) return [];
  return deps.database.transaction((tx) => dueSends(tx, deps, ready, MAX_LISTED));
}
