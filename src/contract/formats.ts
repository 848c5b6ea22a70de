/**
 * String formats of the contracts, each written in the way that was measured to be fastest: a lead card asks four of
 * them. A schema states each format's pattern beside it, for readers elsewhere.
 */
export const formats = {
  'lead-uuid': isLeadUuid,
  'utc-timestamp': isUtcTimestamp,
  'plain-text': isPlainText,
  'mail-address': isMailAddress,
} as const;

/** How a refusal names each format. */
export const FORMAT_RULES: Readonly<Record<keyof typeof formats, string>> = {
  'lead-uuid': 'must be a lower-case uuid, 8-4-4-4-12',
  'utc-timestamp': 'must be a real RFC 3339 time in UTC, with T and Z',
  'plain-text': 'must not hold control characters',
  'mail-address': 'must be local@domain, without spaces, quotes, brackets and commas',
};

const CONTROL_CHARACTER = /[\u0000-\u001f\u007f-\u009f]/;
/** Letters and digits of any script; those that nobody sees, and an ideographic full stop, are taken out beforehand. */
const HOST_LETTERS = '[0-9A-Za-z\u00c0-\u1fff\u2c00-\ud7ff\uf900-\ufaff]+';
const HOST_LABEL = `${HOST_LETTERS}(-+${HOST_LETTERS})*`;
const UNSEEN = '[\u00d7\u00f7\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u3000-\u3004\u3164]';
const LOCAL_ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const MAIL_ADDRESS = new RegExp(
  `^(?!.*${UNSEEN})(?=[^@]{1,64}@)${LOCAL_ATOM}(\\.${LOCAL_ATOM})*@${HOST_LABEL}(\\.${HOST_LABEL})+$`,
  'u',
);
const ZERO = 0x30;
const NINE = 0x39;
const HYPHEN = 0x2d;
const COLON = 0x3a;
const DOT = 0x2e;
const UPPER_T = 0x54;
const UPPER_Z = 0x5a;

/** 1 for every UTF-16 unit that is no lower-case hexadecimal digit. */
const NOT_HEX = new Uint8Array(0x10000).fill(1);
for (const digit of '0123456789abcdef') NOT_HEX[digit.charCodeAt(0)] = 0;

/** 8-4-4-4-12 in lower case. The usual uuid formats also take upper case and `urn:uuid:`. */
export function isLeadUuid(text: string): boolean {
  return (
    text.length === 36 &&
    text.charCodeAt(8) === HYPHEN &&
    text.charCodeAt(13) === HYPHEN &&
    text.charCodeAt(18) === HYPHEN &&
    text.charCodeAt(23) === HYPHEN &&
    isHex(text, 0, 8) &&
    isHex(text, 9, 13) &&
    isHex(text, 14, 18) &&
    isHex(text, 19, 23) &&
    isHex(text, 24, 36)
  );
}

/** `2026-01-11T18:22:00Z`, with up to nine digits of a second. A leap second is refused: few clocks can store it. */
export function isUtcTimestamp(text: string): boolean {
  const length = text.length;
  if (length < 20 || length > 30 || text.charCodeAt(length - 1) !== UPPER_Z || !hasSeparators(text)) return false;
  const month = twoDigits(text, 5);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (month < 1 || month > 12 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
    return false;
  }
  return isDayOfMonth(text, month) && (length === 20 || hasFraction(text, length));
}

/** No C0 or C1 control character, no DEL. On text as long as a name one short expression beats a loop. */
export function isPlainText(text: string): boolean {
  return !CONTROL_CHARACTER.test(text);
}

/** `ana.diaz@bücher.example`: the local part in ASCII without quotes, the domain with letters of any script and a dot. */
export function isMailAddress(text: string): boolean {
  return MAIL_ADDRESS.test(text);
}

/** Code points are counted only where the number of UTF-16 units cannot tell. */
export function isLongerThan(text: string, maxCodePoints: number): boolean {
  const units = text.length;
  if (units <= maxCodePoints) return false;
  return units > 2 * maxCodePoints || codePoints(text) > maxCodePoints;
}

export function isShorterThan(text: string, minCodePoints: number): boolean {
  const units = text.length;
  if (units < minCodePoints) return true;
  return units < 2 * minCodePoints && codePoints(text) < minCodePoints;
}

/** One table load a character, no branch: twice as fast as comparing ranges. */
function isHex(text: string, from: number, to: number): boolean {
  let other = 0;
  for (let at = from; at < to; at++) other |= NOT_HEX[text.charCodeAt(at)] ?? 1;
  return other === 0;
}

function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    count++;
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) at++;
  }
  return count;
}

function hasSeparators(text: string): boolean {
  return (
    text.charCodeAt(4) === HYPHEN &&
    text.charCodeAt(7) === HYPHEN &&
    text.charCodeAt(10) === UPPER_T &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON
  );
}

/** The number, or -1 where either character is no digit. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

function isDayOfMonth(text: string, month: number): boolean {
  const century = twoDigits(text, 0);
  const yearOfCentury = twoDigits(text, 2);
  const day = twoDigits(text, 8);
  if (century < 0 || yearOfCentury < 0 || day < 1) return false;
  if (month !== 2) return day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
  const leap = yearOfCentury === 0 ? century % 4 === 0 : yearOfCentury % 4 === 0;
  return day <= (leap ? 29 : 28);
}

function hasFraction(text: string, length: number): boolean {
  if (length < 22 || text.charCodeAt(19) !== DOT) return false;
  for (let at = 20; at < length - 1; at++) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) return false;
  }
  return true;
}
