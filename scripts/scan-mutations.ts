/** Ways in which somebody may try to get a forbidden text past the scan. Each keeps its meaning for a reader or a machine. */
export interface Mutation {
  readonly kind: string;
  readonly mutate: (text: string) => string;
}

const CYRILLIC: Readonly<Record<string, string>> = { a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', y: 'у', i: 'і' };
const GREEK: Readonly<Record<string, string>> = {
  o: 'ο',
  v: 'ν',
  A: 'Α',
  E: 'Ε',
  O: 'Ο',
  T: 'Τ',
  P: 'Ρ',
  u: 'υ',
  i: 'ι',
};

export const MUTATIONS: readonly Mutation[] = [
  { kind: 'zero-width', mutate: (text) => text.replaceAll(/(?<=[a-z])(?=[a-z]{2})/gi, '\u200B') },
  { kind: 'one zero-width', mutate: (text) => text.replace(/(?<=[a-z])(?=[a-z])/i, '\u200D') },
  { kind: 'full width', mutate: (text) => text.replaceAll(/[!-~]/g, (sign) => shifted(sign, 0xfee0)) },
  { kind: 'cyrillic', mutate: (text) => text.replaceAll(/[aceopxyi]/g, (letter) => CYRILLIC[letter] ?? letter) },
  { kind: 'greek', mutate: (text) => text.replaceAll(/[ovAEOTPui]/g, (letter) => GREEK[letter] ?? letter) },
  { kind: 'percent', mutate: (text) => encodeURIComponent(text) },
  {
    kind: 'percent all',
    mutate: (text) =>
      bytesOf(text)
        .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
        .join(''),
  },
  {
    kind: 'entities',
    mutate: (text) =>
      Array.from(text)
        .map((sign) => `&#${sign.codePointAt(0)};`)
        .join(''),
  },
  {
    kind: 'hex entities',
    mutate: (text) =>
      Array.from(text)
        .map((sign) => `&#x${sign.codePointAt(0)?.toString(16)};`)
        .join(''),
  },
  {
    kind: 'escapes',
    mutate: (text) => text.replaceAll(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  },
  { kind: 'base64', mutate: (text) => Buffer.from(text).toString('base64') },
  { kind: 'base64 in prose', mutate: (text) => `Decode this: ${Buffer.from(text).toString('base64')} thanks` },
  {
    kind: 'defanged',
    mutate: (text) => text.replaceAll(/http(s?):/gi, 'hxxp$1:').replaceAll(/(?<=[a-z])[.](?=[a-z])/gi, '[.]'),
  },
  { kind: 'dot in words', mutate: (text) => text.replaceAll(/(?<=[a-z])[.](?=[a-z])/gi, '(dot)') },
  { kind: 'upper case', mutate: (text) => text.toUpperCase() },
  { kind: 'lower case', mutate: (text) => text.toLowerCase() },
  { kind: 'spaced letters', mutate: (text) => Array.from(text).join(' ') },
  { kind: 'line breaks', mutate: (text) => text.replaceAll(' ', '\n') },
  { kind: 'wide blanks', mutate: (text) => text.replaceAll(' ', '\u00A0\u2003') },
];

function shifted(sign: string, by: number): string {
  return String.fromCharCode(sign.charCodeAt(0) + by);
}

function bytesOf(text: string): number[] {
  return [...Buffer.from(text)];
}
