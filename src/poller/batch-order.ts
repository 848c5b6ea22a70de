/**
 * Where a batch stands among those of its contract, as text that sorts: day, number, then the word of its ids. Batch ids
 * themselves do not sort, for `…_1000` comes after `…_999`. Only of ids that a contract's pattern admitted.
 */
export function batchOrder(batchId: string): string {
  const [word = '', year = '', month = '', day = '', number = ''] = batchId.split('_');
  return `${year}_${month}_${day}_${number.padStart(6, '0')}_${word}`;
}

/** A checked RFC 3339 time in UTC to the millisecond, as every other time in the database: `2026-01-11T18:22:00.000Z`. */
export function toMillisecond(time: string): string {
  return withDigits(time, 3);
}

/** The same with all digits that a contract admits: two of them compare as texts as they do in time. */
export function toNanosecond(time: string): string {
  return withDigits(time, 9);
}

function withDigits(time: string, digits: number): string {
  return `${time.slice(0, 19)}.${time.slice(20, -1).slice(0, digits).padEnd(digits, '0')}Z`;
}
