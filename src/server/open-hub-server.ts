import fastify, { type FastifyInstance } from 'fastify';
import { AppError, messageOf } from '../base/errors.ts';
import type { Queries } from '../database/port.ts';
import { type HubDeps, openIpHash, openLinkTokens, type TokenKeys, type WebhookSecrets } from '../outreach/index.ts';
import { openBackground } from './background.ts';
import { answerUnreadable, harden, REQUEST_LIMITS } from './harden.ts';
import type { HubContext } from './hub-context.ts';
import { addCalendar } from './routes/calendar.ts';
import { addClick } from './routes/click.ts';
import { addHealth } from './routes/health.ts';
import { addOpenPixel } from './routes/open-pixel.ts';
import { addUnsubscribe } from './routes/unsubscribe.ts';
import { addWebhooks } from './routes/webhooks.ts';

/** How long a request that is under way may still take when the server closes. */
const CLOSE_MS = 3_000;

export interface Listen {
  readonly host: string;
  /** 0: whichever is free. */
  readonly port: number;
}

export interface HubServerOptions {
  readonly listen: Listen;
  readonly keys: TokenKeys;
  readonly secrets: WebhookSecrets;
  /**
   * A connection of its own to the same database, so that a redirect waits for nobody who writes; without it those of one
   * connection wait for each other. The caller closes it after the server.
   */
  readonly reader?: Queries;
}

export interface RunningServer {
  /** `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Takes no more requests, gives those under way `CLOSE_MS`, and writes what waits to be recorded. */
  close(): Promise<void>;
}

/** The public routes of the hub. Throws `misconfigured` when the address cannot be listened on. */
export async function openHubServer(deps: HubDeps, options: HubServerOptions): Promise<RunningServer> {
  const { listen, keys, secrets, reader = deps.database } = options;
  const background = openBackground(deps.log);
  const app = fastify({
    ...REQUEST_LIMITS,
    logger: false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error, _request, reply) => answerUnreadable(reply, deps.log),
  });
  harden(app, deps);
  addRoutes(app, { deps, reader, keys, secrets, background, tokens: openLinkTokens(keys), hashIp: openIpHash(keys) });
  const url = await listenOn(app, listen);
  return {
    url,
    async close() {
      await closeWithin(app, CLOSE_MS);
      await background.drain();
    },
  };
}

/** Once it closes, node no longer ends requests that take too long: a slow client would keep it open for ever. */
async function closeWithin(app: FastifyInstance, graceMs: number): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), graceMs);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
}

function addRoutes(app: FastifyInstance, context: HubContext): void {
  for (const add of [addHealth, addOpenPixel, addClick, addUnsubscribe, addCalendar, addWebhooks]) add(app, context);
}

async function listenOn(app: FastifyInstance, listen: Listen): Promise<string> {
  try {
    return await app.listen({ ...listen });
  } catch (cause) {
    await app.close();
    throw new AppError('misconfigured', `listen on ${listen.host}:${listen.port}: ${messageOf(cause)}`, {
      cause,
      hint: 'name another address with --listen or HANDOFF_LISTEN',
    });
  }
}
