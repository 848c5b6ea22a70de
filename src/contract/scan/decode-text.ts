const PERCENT = /(?:%[0-9a-f]{2}){1,2000}/gi;
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,24}));?/gi;
const ESCAPE = /\\u\{([0-9a-f]{1,6})\}|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/gi;
const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  colon: ':',
  sol: '/',
  lpar: '(',
  rpar: ')',
  period: '.',
  excl: '!',
  equals: '=',
  lbrace: '{',
  rbrace: '}',
  lcub: '{',
  rcub: '}',
  grave: '`',
  dollar: '$',
  semi: ';',
  bsol: '\\',
  tab: '\t',
  newline: '\n',
  num: '#',
  vert: '|',
  verbar: '|',
  lowbar: '_',
  hyphen: '-',
  commat: '@',
  percnt: '%',
  quest: '?',
};

/** Percent, entity and backslash encodings undone once. */
export function decodeOnce(text: string): string {
  let decoded = text;
  if (decoded.includes('%')) decoded = decoded.replaceAll(PERCENT, unescapePercent);
  if (decoded.includes('&')) decoded = decoded.replaceAll(ENTITY, unescapeEntity);
  if (decoded.includes('\\')) {
    decoded = decoded.replaceAll(ESCAPE, (whole: string, wide?: string, unit?: string, byte?: string) =>
      charOf(Number.parseInt(wide ?? unit ?? byte ?? '', 16), whole),
    );
  }
  return decoded;
}

function unescapePercent(run: string): string {
  return Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8');
}

function unescapeEntity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (hex !== undefined) return charOf(Number.parseInt(hex, 16), whole);
  if (decimal !== undefined) return charOf(Number.parseInt(decimal, 10), whole);
  return NAMED[(name ?? '').toLowerCase()] ?? whole;
}

function charOf(code: number, otherwise: string): string {
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}

/** Long runs, also broken into lines as mail programs do. */
const BASE64_RUN = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{10,4000}(?:\r?\n[A-Za-z0-9+/_-]{10,4000}){0,200}={0,2}/g;
const MIN_BASE64 = 11;
const READABLE = /^[\t\n\r\u0020-\u007E\u00A0-\uFFFC]{6,100000}$/;

/** The texts that stand in a string as Base64; what does not decode to readable text is none. */
export function base64Texts(text: string): string[] {
  const found: string[] = [];
  for (const [run] of text.matchAll(BASE64_RUN)) {
    const compact = run.replaceAll(/\s/g, '');
    if (compact.length < MIN_BASE64 || !looksEncoded(compact)) continue;
    const decoded = Buffer.from(compact, 'base64').toString('utf8');
    if (READABLE.test(decoded)) found.push(decoded);
  }
  return found;
}

/** Words, numbers and slugs are of one case; encoded text mixes them or has digits within. */
function looksEncoded(run: string): boolean {
  return /[A-Z]/.test(run) && /[a-z]/.test(run);
}
