import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../base/clock.ts';
import { AppError, codeOf, ERRORS } from '../base/errors.ts';
import { newCorrelationId } from '../base/ids.ts';
import type { Log } from '../base/log.ts';
import { NOT_FOUND, renderPage, TRY_AGAIN } from './pages.ts';

/** A link of ours has some 400 characters. */
const MAX_URL_CHARACTERS = 2_048;

export const CORRELATION_HEADER = 'x-correlation-id';

const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'cross-origin',
};

/** Options of the server: how much of a request is read, and for how long. */
export const REQUEST_LIMITS = {
  bodyLimit: 4_096,
  requestTimeout: 5_000,
  connectionTimeout: 10_000,
  keepAliveTimeout: 5_000,
  // Node looks for requests that take too long every half a minute unless told.
  http: { maxHeaderSize: 16_384, headersTimeout: 5_000, connectionsCheckingInterval: 1_000 },
} as const;

/**
 * What every answer has, and what no answer says: headers, one correlation id for the log and the caller, and never the
 * text or the stack of an error. The log names routes, not addresses: the token of a link stays out of it.
 */
export function harden(app: FastifyInstance, { clock, log }: { readonly clock: Clock; readonly log: Log }): void {
  const began = new WeakMap<FastifyRequest, number>();
  app.addHook('onRequest', async (request, reply) => {
    began.set(request, clock.now());
    prepare(reply);
    return request.url.length > MAX_URL_CHARACTERS ? sendPage(reply, 414, NOT_FOUND) : undefined;
  });
  app.addHook('onResponse', async (request, reply) => {
    log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        correlation_id: reply.getHeader(CORRELATION_HEADER),
        ms: clock.now() - (began.get(request) ?? clock.now()),
      },
      'answered',
    );
  });
  app.setNotFoundHandler(async (_request, reply) => sendPage(reply, 404, NOT_FOUND));
  app.setErrorHandler(async (thrown, request, reply) => {
    const { status, code } = statusOf(thrown);
    const correlationId = reply.getHeader(CORRELATION_HEADER);
    if (status >= 500) {
      log.error({ route: request.routeOptions.url ?? 'none', code, correlation_id: correlationId }, 'a request failed');
    }
    if (status === 503) reply.header('retry-after', '30');
    if (!wantsJson(request)) return sendPage(reply, status, status < 500 ? NOT_FOUND : TRY_AGAIN);
    return reply.code(status).send({ error: { code, correlation_id: correlationId } });
  });
}

function prepare(reply: FastifyReply): void {
  reply.headers({ ...HEADERS, [CORRELATION_HEADER]: newCorrelationId() });
}

/** An address that cannot even be read goes by no hook: it is answered like any that leads nowhere. */
export function answerUnreadable(reply: FastifyReply, log: Log): void {
  prepare(reply);
  log.info({ route: 'none', status: 404, correlation_id: reply.getHeader(CORRELATION_HEADER) }, 'answered');
  void reply.code(404).type('text/html; charset=utf-8').send(renderPage(NOT_FOUND));
}

/** A webhook's trouble with the database is never its sender's: 503 makes it come again. */
function statusOf(thrown: unknown): { readonly status: number; readonly code: string } {
  if (thrown instanceof AppError) {
    const { class: kind, status } = ERRORS[codeOf(thrown)];
    return { status: kind === 'config' || kind === 'transient' ? 503 : status, code: thrown.code };
  }
  // Of fastify's own errors only the number is used: a body that is too large, or none that can be read.
  const own = typeof thrown === 'object' && thrown !== null && 'statusCode' in thrown ? thrown.statusCode : undefined;
  const isCallers = typeof own === 'number' && own >= 400 && own < 500;
  return isCallers ? { status: own, code: 'usage' } : { status: 500, code: 'internal' };
}

function wantsJson({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.config.answers === 'json';
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What an error of this route is told as; a page unless told. */
    readonly answers?: 'json';
  }
}

export async function sendPage(
  reply: FastifyReply,
  status: number,
  page: Parameters<typeof renderPage>[0],
): Promise<FastifyReply> {
  return reply.code(status).type('text/html; charset=utf-8').send(renderPage(page));
}
