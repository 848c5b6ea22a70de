const DAY_MS = 24 * 3_600_000;

/** Whoever is away for longer has named another date. */
const MAX_AWAY_MS = 180 * DAY_MS;
const MAX_CHARACTERS = 3_000;
/** A date that stands so near after a word of returning is the date of the return. */
const NEAR_CHARACTERS = 60;

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1, january: 1, januar: 1, jänner: 1, janvier: 1, enero: 1, feb: 2, february: 2, februar: 2, février: 2, febrero: 2,
  mar: 3, march: 3, märz: 3, mars: 3, marzo: 3, apr: 4, april: 4, avril: 4, abril: 4, may: 5, mai: 5, mayo: 5,
  jun: 6, june: 6, juni: 6, juin: 6, junio: 6, jul: 7, july: 7, juli: 7, juillet: 7, julio: 7,
  aug: 8, august: 8, août: 8, agosto: 8, sep: 9, sept: 9, september: 9, septembre: 9, septiembre: 9,
  oct: 10, okt: 10, october: 10, oktober: 10, octobre: 10, octubre: 10, nov: 11, november: 11, novembre: 11, noviembre: 11,
  dec: 12, dez: 12, december: 12, dezember: 12, décembre: 12, diciembre: 12,
}; // prettier-ignore
const MONTH = Object.keys(MONTHS)
  .toSorted((a, b) => b.length - a.length)
  .join('|');

/** Until a day inclusive: the return is the day after. */
const UNTIL = /\b(?:until|till|through|thru|bis|jusqu['’]au|hasta)\b/giu;
const BACK =
  /\b(?:back|return\w*|ab dem|ab|zurück|wieder|retour|reviens|revenir|regres\w*|vuelv\w*|volver\w*|reincorpor\w*)(?![\p{L}])/giu;

interface FoundDate {
  readonly at: number;
  /** Midnight UTC. */
  readonly ms: number;
}

/**
 * When somebody who is out of the office says to be back: the first day, at midnight in UTC. Undefined where they name no day
 * that is ahead and less than half a year away.
 */
export function returnDate(text: string, nowMs: number): number | undefined {
  const read = text.slice(0, MAX_CHARACTERS).toLowerCase();
  const dates = [...datesIn(read, nowMs)].filter(({ ms }) => ms > nowMs - DAY_MS && ms <= nowMs + MAX_AWAY_MS);
  const after = (word: RegExp) =>
    [...read.matchAll(word)].flatMap(({ index }) =>
      dates.filter(({ at }) => at > index && at - index <= NEAR_CHARACTERS).slice(0, 1),
    );
  const back = after(BACK)[0]?.ms;
  const until = after(UNTIL).map(({ ms }) => ms + DAY_MS);
  const found = back ?? latest(until) ?? latest(dates.map(({ ms }) => ms));
  return found !== undefined && found > nowMs ? found : undefined;
}

function latest(times: readonly number[]): number | undefined {
  return times.length === 0 ? undefined : Math.max(...times);
}

function* datesIn(text: string, nowMs: number): Iterable<FoundDate> {
  for (const found of text.matchAll(/\b(\d{4})-(\d{2})-(\d{2})\b/g)) {
    yield* made(found, nowMs, Number(found[2]), Number(found[3]), Number(found[1]));
  }
  for (const found of text.matchAll(/\b(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d{2})\b)?/g)) {
    yield* made(found, nowMs, Number(found[2]), Number(found[1]), yearOf(found[3]));
  }
  for (const found of text.matchAll(/\b(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?\b/g)) {
    yield* slashed(found, nowMs);
  }
  const named = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s(?:de\\s|of\\s)?(${MONTH})\\.?(?:,?\\s(?:de\\s)?(\\d{4}))?(?!\\p{L})`, 'gu'); // prettier-ignore
  for (const found of text.matchAll(named)) {
    yield* made(found, nowMs, MONTHS[found[2] ?? ''] ?? 0, Number(found[1]), yearOf(found[3]));
  }
  const monthFirst = new RegExp(
    `(?<!\\p{L})(${MONTH})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s(\\d{4}))?`,
    'gu',
  );
  for (const found of text.matchAll(monthFirst)) {
    yield* made(found, nowMs, MONTHS[found[1] ?? ''] ?? 0, Number(found[2]), yearOf(found[3]));
  }
}

/** 24/12 or 12/24. Where both can be, the later one: to wait too long disturbs nobody. */
function slashed(found: RegExpExecArray, nowMs: number): FoundDate[] {
  const [first, second, year] = [Number(found[1]), Number(found[2]), yearOf(found[3])];
  const both = [...made(found, nowMs, second, first, year), ...made(found, nowMs, first, second, year)];
  const ahead = both.filter(({ ms }) => ms > nowMs && ms <= nowMs + MAX_AWAY_MS);
  return ahead.toSorted((a, b) => b.ms - a.ms).slice(0, 1);
}

function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** A day without a year is the next one of its name. Nothing for what is no day of the calendar. */
function made(found: RegExpExecArray, nowMs: number, month: number, day: number, year?: number): FoundDate[] {
  const thisYear = new Date(nowMs).getUTCFullYear();
  const inYear = (of: number): number => Date.UTC(of, month - 1, day);
  const ms = inYear(year ?? (inYear(thisYear) < nowMs - DAY_MS ? thisYear + 1 : thisYear));
  const read = new Date(ms);
  const isDay = read.getUTCMonth() === month - 1 && read.getUTCDate() === day;
  return isDay ? [{ at: found.index, ms }] : [];
}
