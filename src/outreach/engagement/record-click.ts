import { isoTime } from '../../base/clock.ts';
import type { Queries } from '../../database/port.ts';
import { noteOnSend } from '../send-table.ts';
import type { LinkTokens } from '../tokens/link-tokens.ts';
import { type Hit, type HitDeps, recordHit } from './hit.ts';
import { spotScanner } from './spot-scanner.ts';

/** Where a link of one mail leads. */
export interface ClickTarget {
  readonly sendId: string;
  readonly linkId: string;
  /** As it was written in the mail, http or https alone. */
  readonly url: string;
}

/** Only what stands in `links` is ever a target: nothing of the request is. Undefined for whatever was not signed here. */
export async function findClickTarget(
  queries: Queries,
  tokens: LinkTokens,
  token: string,
): Promise<ClickTarget | undefined> {
  const facts = tokens.verify('click', token);
  if (facts === undefined) return undefined;
  const [row] = await queries.query<{ link_id: string; url: string }>(
    `select links.link_id, links.url from links join send_log on send_log.step_id = links.step_id
      where send_log.send_id = $1 and links.idx = $2`,
    [facts.sendId, facts.arg],
  );
  const url = row === undefined ? undefined : webUrl(row.url);
  return row === undefined || url === undefined ? undefined : { sendId: facts.sendId, linkId: row.link_id, url };
}

function webUrl(text: string): string | undefined {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : undefined;
}

/** True when it was written. A person who clicks has opened the mail too. */
export async function recordClick(deps: HitDeps, target: ClickTarget, hit: Hit): Promise<boolean> {
  const { sendId, linkId } = target;
  return deps.database.transaction(async (tx) => {
    const recorded = await recordHit(tx, deps, { type: 'click', source: 'redirect', sendId, linkId }, hit);
    if (recorded === undefined) return false;
    const at = isoTime(hit.atMs);
    if (recorded.actor !== 'machine') await noteOnSend(tx, sendId, 'clicked_at', at);
    if (recorded.actor === 'human') await noteOnSend(tx, sendId, 'opened_at', at);
    await spotScanner(tx, deps, recorded.send, hit.atMs);
    return true;
  });
}
