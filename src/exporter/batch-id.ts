import { AppError } from '../base/errors.ts';

/** The first word of a system's batch ids, where it is not made of the system's own name. */
const PREFIX_WORDS: Readonly<Record<string, string>> = { 'social-xpress-engine': 'sxp' };

const MAX_WORD_LENGTH = 16;
/** Six digits: what the contract's pattern leaves room for. */
export const MAX_BATCHES_A_DAY = 999_999;

/** What a batch id is made of. */
export interface BatchNumber {
  readonly prefix: string;
  /** The UTC day: `2026_01_11`. */
  readonly day: string;
  /** From 1. */
  readonly number: number;
}

/**
 * The contract's own word where it has one, so that a system's batches of several contracts differ by name. Else `sxp` for
 * `social-xpress-engine`; a name that no table knows gives its letters and digits.
 */
export function prefixWord(system: string, contractWord?: string): string {
  const word = contractWord ?? PREFIX_WORDS[system] ?? system.replaceAll(/[^a-z0-9]/g, '').slice(0, MAX_WORD_LENGTH);
  if (/^[a-z][a-z0-9]{1,15}$/.test(word)) return word;
  throw new AppError('usage', `name batches of the system ${system}: it gives no word of 2 to 16 letters and digits`, {
    hint: 'give the system a name such as social-xpress-engine with --system',
  });
}

/** `sxp_2026_01_11_001` */
export function formatBatchId({ prefix, day, number }: BatchNumber): string {
  if (number > MAX_BATCHES_A_DAY) {
    throw new AppError('refused', `name batch ${number} of ${day}: a day has ${MAX_BATCHES_A_DAY} numbers`, {
      hint: 'export the rest tomorrow, or in larger batches with --batch-size',
    });
  }
  return `${prefix}_${day}_${String(number).padStart(3, '0')}`;
}

/** Only of ids that `formatBatchId` made. */
export function parseBatchId(batchId: string): BatchNumber {
  const [prefix = '', year = '', month = '', date = '', number = ''] = batchId.split('_');
  return { prefix, day: `${year}_${month}_${date}`, number: Number(number) };
}

/** The UTC day of an RFC 3339 time, as batch ids spell it. */
export function dayOf(createdAt: string): string {
  return createdAt.slice(0, 10).replaceAll('-', '_');
}
