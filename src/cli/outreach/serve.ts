import { once } from 'node:events';
import { AppError } from '../../base/errors.ts';
import { hubTokenKeys } from '../../outreach/index.ts';
import { type Listen, serveHub } from '../../server/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withHub } from '../compose-hub.ts';
import { type CommonFlags, type Environment, readSettings } from '../settings.ts';
import { readWebhookSecrets } from './webhook-secrets.ts';

export interface ServeFlags extends CommonFlags {
  readonly listen?: string;
  readonly dryRun?: boolean;
}

const DEFAULT_LISTEN = '127.0.0.1:8080';

/** The hub's public routes, until a signal. */
export async function outreachServe(command: Command<ServeFlags>): Promise<number> {
  const { flags, environment, output, signal } = command;
  const listen = readListen(flags.listen, environment);
  const secrets = readWebhookSecrets(environment);
  const settings = await readSettings('hub', flags, environment);
  return withHub(command, settings, async (deps) => {
    const providers = Object.keys(secrets);
    const { publicUrl, schedulerUrl } = deps.settings;
    const says = { public_url: publicUrl ?? null, scheduler_url: schedulerUrl ?? null, webhooks: providers };
    if (flags.dryRun === true) {
      hubTokenKeys(deps.settings);
      output.document({ url: null, ...says, dry_run: true });
      output.line(`would listen on ${listen.host}:${listen.port}; webhooks of ${providers.join(', ') || 'nobody'}`);
      return EXIT.ok;
    }
    const server = await serveHub(deps, { listen, secrets });
    try {
      output.document({ url: server.url, ...says, dry_run: false });
      output.line(`serving at ${server.url}; webhooks of ${providers.join(', ') || 'nobody'}`);
      if (!signal.aborted) await once(signal, 'abort');
    } finally {
      await server.close();
    }
    return EXIT.ok;
  });
}

/** `HOST:PORT`, by the flag, else by HANDOFF_LISTEN; port 0 takes whichever is free. Throws `usage`. */
export function readListen(flag: string | undefined, environment: Environment): Listen {
  const text = flag ?? (environment['HANDOFF_LISTEN'] || DEFAULT_LISTEN);
  const found = /^(\[[0-9a-fA-F:]+\]|[^:\s]+):(\d{1,5})$/.exec(text);
  const port = Number(found?.[2]);
  const host = found?.[1]?.replace(/^\[|\]$/g, '');
  if (host !== undefined && port <= 65_535) return { host, port };
  throw new AppError('usage', `listen on ${text}`, { hint: `give a host and a port: ${DEFAULT_LISTEN}` });
}
