import type { FastifyInstance } from 'fastify';
import { openCalendarSigner, takeWebhook } from '../../outreach/index.ts';
import { CORRELATION_HEADER } from '../harden.ts';
import type { HubContext } from '../hub-context.ts';

const MAX_WEBHOOK_BYTES = 256 * 1024;

/** What schedulers tell. The body stays the bytes that were signed: nothing parses it before its signature is checked. */
export function addWebhooks(app: FastifyInstance, { deps, keys, secrets }: HubContext): void {
  const parts = { signer: openCalendarSigner(keys), secrets };
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: unknown, body: unknown) => body);
    scope.post<{ Params: { provider: string }; Body: Uint8Array | undefined }>(
      '/webhooks/calendar/:provider',
      { bodyLimit: MAX_WEBHOOK_BYTES, config: { answers: 'json' } },
      async (request, reply) => {
        const { headers } = request;
        const raw = {
          body: request.body ?? new Uint8Array(),
          header: (name: string) => [headers[name]].flat()[0],
        };
        const answer = await takeWebhook(deps, parts, request.params.provider, raw);
        if (answer.correlationId !== undefined) reply.header(CORRELATION_HEADER, answer.correlationId);
        return reply.code(answer.status).send({ result: answer.result });
      },
    );
  });
}
