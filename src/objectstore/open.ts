import { resolve } from 'node:path';
import { type Clock, systemClock } from '../base/clock.ts';
import type { ObjectStore } from './port.ts';
import { parseStoreUrl } from './store-url.ts';

export { parseStoreUrl } from './store-url.ts';

export interface OpenStoreOptions {
  readonly clock?: Clock;
  /** What a relative folder is relative to; the working folder if absent. */
  readonly baseFolder?: string;
}

/** URL → adapter. Touches nothing yet; each adapter is loaded only when it is the one, because the S3 SDK costs 75 ms. */
export async function openStore(url: string, options: OpenStoreOptions = {}): Promise<ObjectStore> {
  const parsed = parseStoreUrl(url);
  if (parsed.kind === 's3') {
    const { openS3 } = await import('./s3.ts');
    return openS3(parsed);
  }
  const { DirectoryStore } = await import('./directory.ts');
  const root = resolve(options.baseFolder ?? '.', parsed.path);
  return new DirectoryStore(root, { clock: options.clock ?? systemClock, location: url });
}
