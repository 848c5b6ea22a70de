import type { Finder, Match } from './rules/rule.ts';

/** Looking for a single sign is left to the engine: each of these is tried on text with signs beyond ASCII, or on controls. */
export function firstOf(pattern: RegExp): Finder {
  return (text) => {
    const at = text.search(pattern);
    return at < 0 ? undefined : { index: at, length: 1 };
  };
}

const FLAG = /\u{1F3F4}[\u{E0020}-\u{E007E}]{2,8}\u{E007F}/gu;
const TAG = /[\u{E0000}-\u{E007F}]|[\u{E0100}-\u{E01EF}]/u;

/** Tags spell invisible text; flags of regions are the one honest use of them. */
export function findTags(text: string): Match | undefined {
  if (!TAG.test(text)) return undefined;
  const at = text.replaceAll(FLAG, (flag) => '\u{1F3F4}'.padEnd(flag.length, ' ')).search(TAG);
  return at < 0 ? undefined : { index: at, length: 2 };
}

const INVISIBLE =
  /(?:\u034F|[\uFE00-\uFE0F]|[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u2060-\u2065\u206A-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]){1,40}/gu;
/** Scripts that shape their letters by joiners, or put no blanks between words. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Mongolian}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Hebrew}\p{Script=Braille}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const PICTURE = /\u20E3|[\p{Extended_Pictographic}\p{S}\d#*]/u;
const LETTER = /[\p{L}\p{N}/.:_-]/u;

/** Signs that take no room, where no script and no emoji asks for one: within a word, or anywhere else. */
export function findInvisible(where: 'inside' | 'outside'): Finder {
  return (text) => {
    for (const { 0: run, index } of text.matchAll(INVISIBLE)) {
      const before = lastSign(text, index);
      const after = String.fromCodePoint(text.codePointAt(index + run.length) ?? 0x20);
      if (isHonest(run, before, after, text)) continue;
      const inside = LETTER.test(before) && LETTER.test(after);
      if (inside === (where === 'inside')) return { index, length: run.length };
    }
    return undefined;
  };
}

function lastSign(text: string, end: number): string {
  return Array.from(text.slice(Math.max(0, end - 2), end)).at(-1) ?? ' ';
}

function isHonest(run: string, before: string, after: string, text: string): boolean {
  // A hyphen that shows only at the end of a line is ordinary; two of them, or one beside other such signs, are not.
  if (run === '\u00AD') return true;
  if (/^[\u200E\u200F\u061C]{1,2}$/.test(run)) return RIGHT_TO_LEFT.test(text);
  if (run === '\u2060' && /[–—‒…]/.test(before + after)) return true;
  if (/^(?:\uFE0E|\uFE0F\u200D?|\u200D)$/.test(run) && PICTURE.test(before))
    return !/[\d#*]/.test(before) || after === '\u20E3';
  return run.length < 3 && (JOINING.test(before) || JOINING.test(after));
}

/** Letters of mathematics and of full width: in a word of plain ones they are a disguise. */
const STYLED =
  /[A-Za-z][\u{1D400}-\u{1D7CB}\uFF21-\uFF5A][A-Za-z]|[A-Za-z]{3}[\u{1D400}-\u{1D7CB}\uFF21-\uFF5A]|[\u{1D400}-\u{1D7CB}\uFF21-\uFF5A][A-Za-z]{3}/u;

const WORD = /[A-Za-z\u00C0-\u024F\u0370-\u03FF\u0400-\u052F\u0531-\u0587\u13A0-\u13FF\uFF21-\uFF5A]{2,80}/g;
const LATIN = /[A-Za-z\u00C0-\u024F]/;
const LATIN_RUN =
  /[A-Za-z\u00C0-\u024F]{1,80}|[\u0370-\u03FF]{1,80}|[\u0400-\u052F]{1,80}|[\u0531-\u0587\u13A0-\u13FF]{1,80}|[\uFF21-\uFF5A]{1,80}/g;
const FOREIGN = /[\u0370-\u03FF\u0400-\u052F\u0531-\u0587\u13A0-\u13FF]/;
/** Without such a place there is no word of two scripts. */
const SEAM =
  /[A-Za-z\u00C0-\u024F][\u0370-\u03FF\u0400-\u052F\u0531-\u0587\u13A0-\u13FF]|[\u0370-\u03FF\u0400-\u052F\u0531-\u0587\u13A0-\u13FF][A-Za-z\u00C0-\u024F]/;
/** Letters that pass for Latin ones. */
const LOOKALIKE =
  /[\u0391\u0392\u0395-\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03B1\u03B5\u03B9\u03BA\u03BD\u03BF\u03C1\u03C4\u03C5\u03C7\u03F2\u03F3\u0405-\u0408\u0410\u0412\u0415\u041A\u041C-\u041E\u0420-\u0423\u0425\u0430\u0435\u043A\u043E\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04BB\u04CF\u0501\u051B\u051D\u0578\u057D\u0585\u13A0-\u13FF]/;

/** A word of letters that look alike but are of two scripts. "SEO-аудит" and "SEOшник" are honest: one script, then the other. */
export function findMixedScript(text: string): Match | undefined {
  const styled = STYLED.exec(text);
  if (styled !== null) return { index: styled.index, length: styled[0].length };
  if (!SEAM.test(text)) return undefined;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!FOREIGN.test(word) || !LATIN.test(word)) continue;
    const runs = word.match(LATIN_RUN) ?? [];
    const disguised = runs.some(
      (run) =>
        FOREIGN.test(run) &&
        LOOKALIKE.test(run) &&
        (run.length === 1 || runs.length > 2 || Array.from(run).every((letter) => LOOKALIKE.test(letter))),
    );
    if (disguised && word.length > 2) return { index, length: word.length };
  }
  return undefined;
}
