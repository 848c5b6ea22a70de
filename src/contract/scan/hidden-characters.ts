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
  /[\u0391\u0392\u0395-\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03B1\u03B5\u03B9\u03BA\u03BD\u03BF\u03C1\u03C4\u03C5\u03C7\u03F2\u03F3\u0405-\u0408\u0410\u0412\u0415\u041A\u041C-\u041E\u0420-\u0423\u0425\u0430\u0435\u043A\u043E\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04BB\u04CF\u0501\u051B\u051D\u0578\u057D\u0585]/;

/** A word of letters that look alike but are of two scripts. "SEO-аудит" and "SEOшник" are honest: one script, then the other. */
export function findMixedScript(text: string): Match | undefined {
  if (!SEAM.test(text)) return undefined;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!FOREIGN.test(word) || !LATIN.test(word)) continue;
    const runs = word.match(LATIN_RUN) ?? [];
    const disguised = runs.some(
      (run) => FOREIGN.test(run) && LOOKALIKE.test(run) && (run.length === 1 || runs.length > 2),
    );
    if (disguised && word.length > 2) return { index, length: word.length };
  }
  return undefined;
}
