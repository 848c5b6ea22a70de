import { isoTime } from '../../base/clock.ts';
import { noteOnSend } from '../send-table.ts';
import type { LinkTokens } from '../tokens/link-tokens.ts';
import { type Hit, type HitDeps, recordHit } from './hit.ts';

/** True when it was written. An open stops, branches and gates nothing: it is stored and told to CL. */
export async function recordOpen(deps: HitDeps, tokens: LinkTokens, token: string, hit: Hit): Promise<boolean> {
  const facts = tokens.verify('open', token);
  if (facts === undefined) return false;
  return deps.database.transaction(async (tx) => {
    const recorded = await recordHit(tx, deps, { type: 'open', source: 'pixel', sendId: facts.sendId }, hit);
    if (recorded === undefined) return false;
    const column = recorded.actor === 'machine' ? 'machine_opened_at' : 'opened_at';
    await noteOnSend(tx, facts.sendId, column, isoTime(hit.atMs));
    return true;
  });
}
