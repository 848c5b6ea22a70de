/** Where mail programs put what they quote, and what nobody reads. */
const DROPPED_TAGS = ['blockquote', 'head', 'style', 'script', 'title', 'template'];
const QUOTE_STARTS = /\b(?:gmail_quote|gmail_attr|divRplyFwdMsg|appendonsend|yahoo_quoted|moz-cite-prefix|OLK_SRC_BODY_SECTION|protonmail_quote|tutanota_quote)\b/i; // prettier-ignore
const BREAKING = /^\/?(?:p|div|br|li|tr|h[1-6]|table|ul|ol|hr|section|article|pre)$/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * The words of an HTML mail that its writer wrote: without markup, and without what their mail program quoted. One pass over
 * the tags, so that no nesting and no open bracket makes it slow. What is no HTML comes out as text.
 */
export function htmlText(html: string): string {
  let text = '';
  let dropping: { readonly tag: string; depth: number } | undefined;
  for (const { tag, attributes, after } of tagsOf(html)) {
    const name = tag.replace('/', '');
    if (dropping !== undefined) {
      if (name === dropping.tag) dropping.depth += tag.startsWith('/') ? -1 : 1;
      if (dropping.depth > 0) continue;
      dropping = undefined;
      text += `\n${after}`;
    } else if (QUOTE_STARTS.test(attributes)) {
      // What follows is what we wrote ourselves: no program puts the answer below it.
      break;
    } else if (DROPPED_TAGS.includes(tag)) {
      dropping = { tag, depth: 1 };
    } else {
      text += `${BREAKING.test(tag) ? '\n' : ''}${after}`;
    }
  }
  return tidy(decodeEntities(text));
}

interface Piece {
  /** `p`, `/p`; empty before the first tag. Lower case. */
  readonly tag: string;
  readonly attributes: string;
  /** The text up to the next tag. */
  readonly after: string;
}

function* tagsOf(html: string): Iterable<Piece> {
  const flat = html.replaceAll(/[\r\n]+/g, ' ');
  let position = flat.indexOf('<');
  yield { tag: '', attributes: '', after: position === -1 ? flat : flat.slice(0, position) };
  while (position !== -1) {
    const isComment = flat.startsWith('<!--', position);
    const end = isComment ? flat.indexOf('-->', position) : flat.indexOf('>', position);
    if (end === -1) return;
    const inside = flat.slice(position + 1, end);
    const next = flat.indexOf('<', end + 1);
    const after = flat.slice(end + (isComment ? 3 : 1), next === -1 ? undefined : next);
    const space = inside.search(/[\s/]/);
    const isClosing = inside.startsWith('/');
    const tag = isClosing || space === -1 ? inside.trim() : inside.slice(0, space);
    yield { tag: tag.toLowerCase(), attributes: isClosing ? '' : inside.slice(tag.length, 2_000 + tag.length), after };
    position = next;
  }
}

function decodeEntities(text: string): string {
  return text.replaceAll(/&(#x?[0-9a-f]{1,6}|[a-z]{1,8});/gi, (whole, code: string) => {
    if (!code.startsWith('#')) return ENTITIES[code.toLowerCase()] ?? whole;
    const point = Number(/^#x/i.test(code) ? `0${code.slice(1)}` : code.slice(1));
    return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : whole;
  });
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
