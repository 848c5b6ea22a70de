import { foldConfusables } from './confusables.ts';
import { base64Texts, decodeOnce } from './decode-text.ts';

const BEYOND_ASCII = /[^\u0000-\u007F]/;
const IGNORABLE =
  /\u034F|[\uFE00-\uFE0F]|[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\u{1BCA0}-\u{1BCA3}\u{E0000}-\u{E0FFF}\u0000-\u0008\u000E-\u001F\u007F]/gu;
const HAS_CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F]/;
const DEFANGED =
  /hxxp|h\*\*p|[[({<]\s{0,2}(?:[.:@]|dot|at|\/\/|:\/\/)\s{0,2}[\])}>]|\s(?:dot|DOT)\s|[a-z]\\[.]|:\\\/|\w[\u3002\uFF0E]\w/i;
/** A sentence that runs over lines, or has gaps, is read as one line too. */
const BROKEN = /\n|\s\s/;
const SPACED = /(?:^|[\s"'])[^\s](?: [^\s]){3}/;
/** Single letters with a sign between them: "c-u-r-l". */
const STRUNG = /(?<![\w-])[a-z](?:[-._*·~][a-z]){3,40}(?![\w-])/i;
const ALL_STRUNG = new RegExp(STRUNG.source, 'gi');
/** A word with digits for some of its letters; a text with two of them is read with the letters too. */
const LEET =
  /(?<![\w/.-])(?=[a-z]{0,20}[013457@$])(?=[013457@$]{0,3}[a-z]{1,20}[013457@$]{0,3}[a-z])[a-z013457@$]{3,24}(?![\w/.-])/gi;
const LEET_LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};
const MAY_BE_LEET = /[a-z][013457@$][a-z]/i;
const MAX_DECODING_ROUNDS = 3;
const MAX_NESTING = 2;
/** Shorter texts are not worth cutting up. */
const MIN_CUT = 1000;
const BASE64_CANDIDATE = /[A-Za-z0-9+/_-]{10}/;

/** The readings of one string, each but once; the string itself comes first. */
export function viewsOf(text: string): readonly string[] {
  const views = new Set<string>([text]);
  addAll(text, views, MAX_NESTING);
  return [...views];
}

/** What is encoded may hold what is encoded: each layer costs one level. */
function addAll(text: string, views: Set<string>, levels: number): void {
  addReadings(text, views);
  let decoded = text;
  for (let round = 0; round < MAX_DECODING_ROUNDS && mayBeEncoded(decoded); round++) {
    const next = decodeOnce(decoded);
    if (next === decoded) break;
    addReadings(next, views);
    decoded = next;
  }
  if (levels === 0 || !BASE64_CANDIDATE.test(decoded)) return;
  for (const inner of base64Texts(decoded)) addAll(inner, views, levels - 1);
}

function mayBeEncoded(text: string): boolean {
  return text.includes('%') || text.includes('&') || text.includes('\\');
}

function addReadings(text: string, views: Set<string>): void {
  views.add(text);
  const exotic = BEYOND_ASCII.test(text) || HAS_CONTROL.test(text) ? exoticPart(text) : '';
  const plain = exotic.normalize('NFKC').replaceAll(IGNORABLE, '');
  for (const form of new Set([text, plain, foldConfusables(plain)])) {
    if (form === '') continue;
    views.add(form);
    if (DEFANGED.test(form)) views.add(refang(form));
    if (SPACED.test(form)) views.add(joinSpacedLetters(form));
    if (STRUNG.test(form)) views.add(form.replaceAll(ALL_STRUNG, (word) => word.replaceAll(/[^a-z]/gi, '')));
    if (MAY_BE_LEET.test(form) && (form.match(LEET)?.length ?? 0) > 1) views.add(withLetters(form));
    if (BROKEN.test(form)) views.add(form.replaceAll(/\s{1,40}/g, ' '));
  }
}

/** Of a long text only the sentences that would read otherwise: most of it is plain, and is read once. */
function exoticPart(text: string): string {
  if (text.length < MIN_CUT) return text;
  const sentences = text.split(/(?<=[.!?][ \n])/);
  return sentences.filter((sentence) => BEYOND_ASCII.test(sentence) || HAS_CONTROL.test(sentence)).join('');
}

function refang(text: string): string {
  return text
    .replaceAll(/h(?:xx|\*\*|tt)p(s?)(?=[:[({])/gi, 'http$1')
    .replaceAll(/\s{0,2}[[({<]\s{0,2}(?:[.]|dot)\s{0,2}[\])}>]\s{0,2}/gi, '.')
    .replaceAll(/\s{0,2}[[({<]\s{0,2}(?:@|at)\s{0,2}[\])}>]\s{0,2}/gi, '@')
    .replaceAll(/[[({<]\s{0,2}(:?\/\/|:)\s{0,2}[\])}>]/g, '$1')
    .replaceAll(/(?<=\w)\s{1,2}dot\s{1,2}(?=[a-z]{2,24}\b)/gi, '.')
    .replaceAll(/(?<=\w)(?:\\[.]|[\u3002\uFF0E])(?=\w)/g, '.')
    .replaceAll(':\\/\\/', '://');
}

/** "1gn0re" is read as "ignore". */
function withLetters(text: string): string {
  return text.replaceAll(LEET, (word) => word.replaceAll(/[013457@$]/g, (sign) => LEET_LETTERS[sign] ?? sign));
}

/** "c u r l" is read as "curl"; two blanks and more part the words. */
function joinSpacedLetters(text: string): string {
  return text.replaceAll(/(?<=(?:^|\s)\S) (?=\S(?:\s|$))/g, '').replaceAll(/ {2,9}/g, ' ');
}
