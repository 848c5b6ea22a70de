import type { Queries } from '../database/port.ts';
import type { HubDeps, LinkTokens, TokenKeys, WebhookSecrets } from '../outreach/index.ts';
import type { Background } from './background.ts';

/** What every route of the hub gets. */
export interface HubContext {
  readonly deps: HubDeps;
  /** For what must not wait for those who write. */
  readonly reader: Queries;
  readonly keys: TokenKeys;
  readonly tokens: LinkTokens;
  readonly secrets: WebhookSecrets;
  readonly background: Background;
  readonly hashIp: (ip: string) => string | undefined;
}
