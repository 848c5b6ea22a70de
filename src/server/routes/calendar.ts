import type { FastifyInstance } from 'fastify';
import { followCalendarLink, openCalendarSigner } from '../../outreach/index.ts';
import { sendPage } from '../harden.ts';
import type { HubContext } from '../hub-context.ts';
import { LINK_EXPIRED, NOT_FOUND } from '../pages.ts';

/** A signed calendar link leads to the configured scheduler, and nowhere else. */
export function addCalendar(app: FastifyInstance, { deps, keys }: HubContext): void {
  const parts = { signer: openCalendarSigner(keys), schedulerUrl: deps.settings.schedulerUrl };
  app.get('/cal', async (request, reply) => {
    const query = request.url.split('?').slice(1).join('?');
    const followed = await followCalendarLink(deps.database, parts, query, deps.clock.now());
    if (followed.verdict === 'genuine') return reply.redirect(followed.location, 302);
    return followed.verdict === 'expired' ? sendPage(reply, 410, LINK_EXPIRED) : sendPage(reply, 404, NOT_FOUND);
  });
}
