import type { FastifyInstance } from 'fastify';
import { isoTime } from '../../base/clock.ts';
import { followCalendarLink, noteCalendarLinkSeen, openCalendarSigner } from '../../outreach/index.ts';
import { sendPage } from '../harden.ts';
import type { HubContext } from '../hub-context.ts';
import { LINK_EXPIRED, NOT_FOUND } from '../pages.ts';

/** A signed calendar link leads to the configured scheduler, and nowhere else; that it was followed is noted afterwards. */
export function addCalendar(app: FastifyInstance, { deps, reader, keys, background }: HubContext): void {
  const parts = { signer: openCalendarSigner(keys), schedulerUrl: deps.settings.schedulerUrl };
  app.get('/cal', async (request, reply) => {
    const query = request.url.split('?').slice(1).join('?');
    const nowMs = deps.clock.now();
    const followed = await followCalendarLink(reader, parts, query, nowMs);
    if (followed.verdict === 'genuine') {
      const { jti, isFirst } = followed;
      if (isFirst) {
        background.run('calendar link', async () => noteCalendarLinkSeen(deps.database, jti, isoTime(nowMs)));
      }
      return reply.redirect(followed.location, 302);
    }
    return followed.verdict === 'expired' ? sendPage(reply, 410, LINK_EXPIRED) : sendPage(reply, 404, NOT_FOUND);
  });
}
