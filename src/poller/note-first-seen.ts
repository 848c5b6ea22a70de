import { dayPath } from '../base/clock.ts';
import { isUtcTimestamp } from '../contract/formats.ts';
import type { Metadata } from '../objectstore/port.ts';
import type { RunContext } from './context.ts';
import { type FileRow, firstSeenOf } from './file-table.ts';

const FIRST_SEEN = 'first-seen';

/**
 * The name of an archive copy tells the day of the verdict. A batch that was held, or refused and released, came before it,
 * perhaps while its key was still valid: then the copy says when, for a rebuild that has no other memory.
 */
export async function arrivalNote(
  { database, clock }: Pick<RunContext, 'database' | 'clock'>,
  file: FileRow,
  sha256: string,
): Promise<Metadata> {
  const before = (await firstSeenOf(database, file.key, sha256)) ?? file.first_seen_at;
  const seenAt = before < file.first_seen_at ? before : file.first_seen_at;
  return dayPath(Date.parse(seenAt)) < dayPath(clock.now()) ? { [FIRST_SEEN]: seenAt } : {};
}

/** When an archived batch first came, as far as its copy tells; RFC 3339. `day`: of the verdict, `2026/01/11`. */
export function notedArrival(day: string, metadata: Metadata): string {
  const verdictDay = `${day.replaceAll('/', '-')}T00:00:00.000Z`;
  const noted = metadata[FIRST_SEEN];
  return noted !== undefined && isUtcTimestamp(noted) && noted < verdictDay ? noted : verdictDay;
}
