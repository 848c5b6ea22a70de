import type { FetchedFile } from './fetch-file.ts';
import type { VerifyJob } from './verify-file.ts';

/** The part of a job that comes with the bytes. `lastReadMd5`: null when no read of this very object was in doubt. */
export function fromRead(
  fetched: FetchedFile,
  lastReadMd5: string | null,
): Pick<VerifyJob, 'source' | 'statedSha256' | 'remote' | 'statedMd5' | 'lastReadMd5'> {
  return {
    source: fetched.source,
    statedSha256: fetched.metadata['sha256'],
    // A directory store's file is read where it lies, and linked instead of copied.
    remote: fetched.bytes !== undefined,
    statedMd5: fetched.statedMd5,
    lastReadMd5: lastReadMd5 ?? undefined,
  };
}
