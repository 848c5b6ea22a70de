import type { ListObjectsV2CommandOutput } from '@aws-sdk/client-s3';
import { AppError } from '../../base/errors.ts';
import type { ObjectInfo } from '../port.ts';

/** Quoted in headers, quoted or not in listings, depending on the store. */
export function plainEtag(etag: string | undefined): string {
  return (etag ?? '').replaceAll('"', '');
}

/**
 * One page as objects, their keys without the `prefix` of the store. Throws `unavailable` where the page cannot be what
 * the store said when it was asked for `asked` (that prefix, and more): bytes were hurt on the way.
 */
export function objectsOf(
  page: ListObjectsV2CommandOutput,
  { prefix, asked, what }: { readonly prefix: string; readonly asked: string; readonly what: string },
): ObjectInfo[] {
  const damaged = (why: string, cause?: unknown): AppError =>
    new AppError('unavailable', `${what}: the listing is damaged: ${why}`, { cause });
  const seen = new Set<string>();
  return (page.Contents ?? []).map((entry) => {
    const key = page.EncodingType === 'url' ? decodeKey(entry.Key ?? '', damaged) : (entry.Key ?? '');
    if (!key.startsWith(asked)) throw damaged(`${JSON.stringify(key)} was not asked for`);
    if (seen.has(key)) throw damaged(`${JSON.stringify(key)} stands in it twice`);
    seen.add(key);
    return {
      key: key.slice(prefix.length),
      etag: plainEtag(entry.ETag),
      sizeBytes: entry.Size ?? 0,
      modifiedMs: entry.LastModified?.getTime() ?? 0,
      unsettled: false,
    };
  });
}

/** As in a form: a space may come as `+`, and a real plus is always escaped. */
function decodeKey(key: string, damaged: (why: string, cause: unknown) => AppError): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch (cause) {
    throw damaged(`${JSON.stringify(key)} is not encoded as it says`, cause);
  }
}

/** Undefined on the last page. A store that says "there is more" and not where would otherwise look complete, or never end. */
export function nextToken(
  page: ListObjectsV2CommandOutput,
  previous: string | undefined,
  what: string,
): string | undefined {
  if (page.IsTruncated !== true) return undefined;
  const next = page.NextContinuationToken;
  if (next !== undefined && next !== '' && next !== previous) return next;
  throw new AppError('unavailable', `${what}: the store says that there is more and does not say where`);
}
