import type { FastifyInstance } from 'fastify';
import { recordOpen } from '../../outreach/index.ts';
import type { HubContext } from '../hub-context.ts';
import { readHit } from './read-hit.ts';

/** One transparent pixel. */
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** Always the same answer, whatever the token is and whatever the database does. */
export function addOpenPixel(app: FastifyInstance, context: HubContext): void {
  app.get<{ Params: { token: string } }>('/o/:token', async (request, reply) => {
    const token = request.params.token.replace(/\.gif$/, '');
    const hit = readHit(request, context);
    context.background.run('open', async () => recordOpen(context.deps, context.tokens, token, hit));
    return reply.header('cache-control', 'no-store, no-cache, must-revalidate, private').type('image/gif').send(GIF);
  });
}
