import type { Route } from './context.ts';
import type { FetchedFile } from './fetch-file.ts';
import type { VerifyJob } from './verify-job.ts';

/** The part of a job that comes with the bytes and their place. `lastReadMd5`: null when no read of this very object was in doubt. */
export function fromRead(
  fetched: FetchedFile,
  lastReadMd5: string | null,
  route: Route | undefined,
): Omit<VerifyJob, 'contract' | 'system' | 'fileName' | 'emitRows'> {
  return {
    sender: route?.contract.source,
    statedTarget: fetched.metadata['target'],
    statedRevision: fetched.metadata['revision'],
    scan: route?.scan,
    source: fetched.source,
    statedSha256: fetched.metadata['sha256'],
    // A directory store's file is read where it lies, and linked instead of copied.
    remote: fetched.bytes !== undefined,
    statedMd5: fetched.statedMd5,
    lastReadMd5: lastReadMd5 ?? undefined,
  };
}
