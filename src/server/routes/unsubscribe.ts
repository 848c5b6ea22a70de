import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { unsubscribe } from '../../outreach/index.ts';
import { sendPage } from '../harden.ts';
import type { HubContext } from '../hub-context.ts';
import { CONFIRM_UNSUBSCRIBE, UNSUBSCRIBED } from '../pages.ts';
import { readHit } from './read-hit.ts';

/**
 * Scanners follow links, so a GET only asks; a POST does it, from the page or from a mail program's own button (RFC 8058),
 * and is answered without a redirect. A token that is none gets the same pages.
 */
export function addUnsubscribe(app: FastifyInstance, context: HubContext): void {
  const { deps, tokens } = context;
  void app.register(async (scope) => {
    // Whatever the body is, and however it is called: the address says all, and a form that somebody cannot send is no
    // reason to go on writing. It is let go by unread, so that no limit concerns it.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', async (_request: unknown, body: Readable) => {
      body.resume();
    });
    scope.addHook('onRequest', async ({ raw }) => {
      delete raw.headers['content-type'];
    });
    scope.get('/u/:token', async (_request, reply) => sendPage(reply, 200, CONFIRM_UNSUBSCRIBE));
    scope.post<{ Params: { token: string } }>('/u/:token', async (request, reply) => {
      const { userAgent, ipHash } = readHit(request, context);
      await unsubscribe(deps, tokens, request.params.token, { userAgent, ipHash });
      return sendPage(reply, 200, UNSUBSCRIBED);
    });
  });
}
