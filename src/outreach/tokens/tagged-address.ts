import type { LinkTokens } from './link-tokens.ts';

/**
 * Addresses that name their send: `sales+r.TOKEN@example.com` for replies, `b.` for bounces (the envelope sender), `u.` to
 * unsubscribe by mail. They come to the mailbox itself where its server knows tags.
 */
const LETTERS = { reply: 'r', bounce: 'b', unsubscribe: 'u' } as const;
export type AddressPurpose = keyof typeof LETTERS;
export const ADDRESS_PURPOSES = ['reply', 'bounce', 'unsubscribe'] as const satisfies readonly AddressPurpose[];

/** RFC 5321, section 4.5.3.1.1. */
const MAX_LOCAL_PART = 64;
const TAGGED = /\+([rbu])\.([A-Za-z0-9_-]{52})@/;

/** Undefined where the mailbox's own name leaves no room for a token. */
export function taggedAddress(
  tokens: LinkTokens,
  purpose: AddressPurpose,
  sendId: string,
  mailbox: string,
): string | undefined {
  const at = mailbox.lastIndexOf('@');
  const local = `${mailbox.slice(0, at)}+${LETTERS[purpose]}.${tokens.mint(purpose, sendId)}`;
  return local.length > MAX_LOCAL_PART ? undefined : `${local}${mailbox.slice(at)}`;
}

/** `address` as it came, in its own case: a token is lost in lower case. Undefined for one without a token of ours. */
export function readTaggedAddress(
  tokens: LinkTokens,
  address: string,
): { readonly purpose: AddressPurpose; readonly sendId: string } | undefined {
  const found = TAGGED.exec(address);
  const purpose = ADDRESS_PURPOSES.find((name) => LETTERS[name] === found?.[1]);
  const facts = purpose && tokens.verify(purpose, found?.[2] ?? '');
  return purpose === undefined || facts === undefined ? undefined : { purpose, sendId: facts.sendId };
}
