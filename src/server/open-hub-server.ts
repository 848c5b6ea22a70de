import fastify, { type FastifyInstance } from 'fastify';
import { AppError, messageOf } from '../base/errors.ts';
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

export interface Listen {
  readonly host: string;
  /** 0: whichever is free. */
  readonly port: number;
}

export interface HubServerOptions {
  readonly listen: Listen;
  readonly keys: TokenKeys;
  readonly secrets: WebhookSecrets;
}

export interface RunningServer {
  /** `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Takes no more requests, ends those under way, and writes what waits to be recorded. */
  close(): Promise<void>;
}

/** The public routes of the hub. Throws `misconfigured` when the address cannot be listened on. */
export async function openHubServer(deps: HubDeps, options: HubServerOptions): Promise<RunningServer> {
  const { listen, keys, secrets } = options;
  const background = openBackground(deps.log);
  const app = fastify({
    ...REQUEST_LIMITS,
    logger: false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error, _request, reply) => answerUnreadable(reply, deps.log),
  });
  harden(app, deps);
  addRoutes(app, { deps, keys, secrets, background, tokens: openLinkTokens(keys), hashIp: openIpHash(keys) });
  const url = await listenOn(app, listen);
  return {
    url,
    async close() {
      await app.close();
      await background.drain();
    },
  };
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
