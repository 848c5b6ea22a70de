import type { Match } from './rules/rule.ts';

export const MAX_EXCERPT = 80;
const BEFORE = 16;

const SECRET_VALUE =
  /((?:(?:key|token|secret|password|passwd|pwd|passphrase|credentials?|cookie|jwt|passcode|bearer|basic|pass|signature|sig|sid)["']?\s{0,3}(?:=|:|is|\s)\s{0,3}["']?){1,4})(?!is\b|in\b|for\b|and\b|to\b)[^\s"'&]{3,400}/gi;
const USER_INFO = /\/\/[^\s/@]{1,160}@/g;
const LONG_TOKEN = /(?<![\w-])(?=[\w+/=.-]{0,80}\d)(?=[\w+/=.-]{0,80}[A-Za-z])[\w+=.-]{16,400}/g;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** What was found with a little before it, fit to be printed and logged: no secret, nothing invisible, one line. */
export function excerptOf(text: string, { index, length }: Match): string {
  const from = Math.max(0, index - BEFORE);
  // Secrets are masked in more than what is shown: a cut must not uncover the half of one.
  const masked = maskSecrets(text.slice(Math.max(0, from - 200), from + length + 400));
  const plain = masked.slice(
    masked.indexOf(text.slice(from, from + 4)) < 0 ? 0 : masked.indexOf(text.slice(from, from + 4)),
  );
  const shown = plain
    .replaceAll(/\s{1,400}/g, ' ')
    .replaceAll(UNSEEN, nameOf)
    .trim();
  const letters = Array.from(shown);
  return letters.length <= MAX_EXCERPT && shown.length <= MAX_EXCERPT ? shown : `${cut(letters)}…`;
}

export function maskSecrets(text: string): string {
  return text.replaceAll(SECRET_VALUE, '$1***').replaceAll(USER_INFO, '//***@').replaceAll(LONG_TOKEN, '***');
}

function nameOf(sign: string): string {
  return `<U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}

function cut(letters: readonly string[]): string {
  let shown = '';
  for (const letter of letters) {
    if (shown.length + letter.length >= MAX_EXCERPT) break;
    shown += letter;
  }
  return shown;
}
