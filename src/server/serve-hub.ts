import { openDatabase } from '../database/index.ts';
import { type HubDeps, hubTokenKeys, type WebhookSecrets } from '../outreach/index.ts';
import { type Listen, openHubServer, type RunningServer } from './open-hub-server.ts';

/** The hub's public routes with the keys of its configuration. Throws `misconfigured`. */
export async function serveHub(
  deps: HubDeps,
  options: { readonly listen: Listen; readonly secrets: WebhookSecrets },
): Promise<RunningServer> {
  const keys = hubTokenKeys(deps.settings);
  if (keys.length === 0) deps.log.warn({}, 'no public URL is set: no link is signed, so none is known');
  const reader = await openDatabase(deps.database.location, { mustExist: true });
  try {
    const server = await openHubServer(deps, { ...options, keys, reader });
    return {
      url: server.url,
      async close() {
        await server.close();
        await reader.close();
      },
    };
  } catch (thrown) {
    await reader.close();
    throw thrown;
  }
}
