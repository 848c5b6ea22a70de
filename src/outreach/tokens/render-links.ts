import { calendarUrlOf } from '../calendar/mint-link.ts';
import type { HubDeps } from '../context.ts';
import type { HubSettings } from '../hub-settings.ts';
import type { RenderLinks } from '../sequence/render-message.ts';
import { readTokenKeys, type TokenKeys } from './key-file.ts';
import { openLinkTokens } from './link-tokens.ts';
import { taggedAddress } from './tagged-address.ts';

type LinkDeps = Pick<HubDeps, 'audit' | 'clock' | 'settings'>;

/** Undefined without a public URL: then no mail has a link of ours. Whether a campaign is tracked is its own policy. */
export function renderLinks(deps: LinkDeps, keys: TokenKeys): RenderLinks | undefined {
  const { publicUrl, schedulerUrl, taggedAddresses } = deps.settings;
  if (publicUrl === undefined) return undefined;
  const tokens = openLinkTokens(keys);
  return {
    // The ending is for mail programs that load nothing else as an image.
    pixelUrl: ({ send_id: id }) => `${publicUrl}/o/${tokens.mint('open', id)}.gif`,
    clickUrl: ({ send_id: id }, idx) => `${publicUrl}/c/${tokens.mint('click', id, idx)}`,
    unsubscribeUrl: ({ send_id: id }) => `${publicUrl}/u/${tokens.mint('unsubscribe', id)}`,
    ...(taggedAddresses && {
      taggedAddress: (purpose, { send_id: id }, mailbox) => taggedAddress(tokens, purpose, id, mailbox),
    }),
    ...(schedulerUrl !== undefined && { calendarUrl: async (tx, send) => calendarUrlOf(tx, deps, keys, send) }),
  };
}

/** The same with the keys of the configuration. Throws `misconfigured` where links are wanted and there are no keys. */
export function openRenderLinks(deps: LinkDeps): RenderLinks | undefined {
  return renderLinks(deps, hubTokenKeys(deps.settings));
}

/** None without a public URL: then nothing is signed. Throws `misconfigured`. */
export function hubTokenKeys({ publicUrl, tokenKeys }: HubSettings): TokenKeys {
  return publicUrl === undefined || tokenKeys === undefined ? [] : readTokenKeys(tokenKeys);
}
