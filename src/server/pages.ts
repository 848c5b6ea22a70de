/**
 * The few pages that a stranger sees. Nothing of a request is ever on them, and no address: a page says the same for a
 * genuine link and for one that somebody made up.
 */
export interface Page {
  readonly title: string;
  readonly text: string;
  /** The label of the one button that sends the page's own address as POST. */
  readonly button?: string;
}

export const CONFIRM_UNSUBSCRIBE: Page = {
  title: 'Unsubscribe',
  text: 'You will get no more mail of this kind from us.',
  button: 'Unsubscribe',
};
export const UNSUBSCRIBED: Page = {
  title: 'You are unsubscribed',
  text: 'We will not write to you again.',
};
export const NOT_FOUND: Page = { title: 'Not found', text: 'There is nothing at this address.' };
export const LINK_EXPIRED: Page = {
  title: 'This link is no longer valid',
  text: 'Please answer the mail that it came with, and we will send you another.',
};
export const TRY_AGAIN: Page = {
  title: 'Please try again',
  text: 'This did not work just now. Nothing was changed; try again in a minute.',
};

export function renderPage({ title, text, button }: Page): string {
  const form = button === undefined ? '' : `<form method="post"><button>${escapeHtml(button)}</button></form>`;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">',
    `<title>${escapeHtml(title)}</title></head>`,
    `<body><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${form}</body></html>\n`,
  ].join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
