import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { watch } from 'chokidar';
import { AppError } from '../base/errors.ts';
import { parseStoreUrl } from './store-url.ts';

export interface FolderWatcher {
  close(): Promise<void>;
}

/** Calls `onChange` when something under one of the prefixes of a directory store may have changed. A hint, never the truth. */
export async function watchFolder(
  storeUrl: string,
  prefixes: readonly string[],
  onChange: () => void,
): Promise<FolderWatcher> {
  const store = parseStoreUrl(storeUrl);
  if (store.kind !== 'directory')
    throw new AppError('usage', `watch ${storeUrl}: only a directory store tells of its changes`);
  const folders = prefixes.map((prefix) => join(store.path, prefix));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  const watcher = watch(folders, { depth: 0, ignoreInitial: true, followSymlinks: false });
  watcher.on('all', onChange);
  // An event that is lost costs time, not a file: the caller looks again by itself.
  watcher.on('error', onChange);
  return { close: () => watcher.close() };
}
