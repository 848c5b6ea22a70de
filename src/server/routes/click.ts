import type { FastifyInstance } from 'fastify';
import { findClickTarget, recordClick } from '../../outreach/index.ts';
import { sendPage } from '../harden.ts';
import type { HubContext } from '../hub-context.ts';
import { NOT_FOUND } from '../pages.ts';
import { readHit } from './read-hit.ts';

/** On to where the link of the mail led; the click is recorded after the answer. */
export function addClick(app: FastifyInstance, context: HubContext): void {
  const { deps, reader, tokens, background } = context;
  app.get<{ Params: { token: string } }>('/c/:token', async (request, reply) => {
    const target = await findClickTarget(reader, tokens, request.params.token);
    if (target === undefined) return sendPage(reply, 404, NOT_FOUND);
    const hit = readHit(request, context);
    background.run('click', async () => recordClick(deps, target, hit));
    return reply.redirect(target.url, 302);
  });
}
