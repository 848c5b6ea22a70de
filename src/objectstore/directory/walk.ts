import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { isUtf8 } from 'node:buffer';
import { errnoOf } from './errno.ts';
import { RESERVED, type Tree } from './tree.ts';

/** Candidates for objects under a prefix, in S3's key order: the bytes of the whole key, slashes included. */
export async function* walk(
  tree: Tree,
  prefix: string,
  signal: AbortSignal,
): AsyncGenerator<{ key: string; path: string }> {
  const start = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  const folder = tree.findFolder(start.slice(0, -1));
  if (folder !== undefined && !RESERVED.includes(start.split('/', 1)[0] ?? '')) {
    yield* walkFolder(folder, start, prefix, signal);
  }
}

async function* walkFolder(
  folder: string,
  start: string,
  prefix: string,
  signal: AbortSignal,
): AsyncGenerator<{ key: string; path: string }> {
  for (const { name, isFolder } of await readFolder(folder)) {
    signal.throwIfAborted();
    const key = start + name;
    const path = `${folder}/${name.replace(/\/$/, '')}`;
    if (start === '' && RESERVED.includes(name.replace(/\/$/, ''))) continue;
    if (isFolder && (key.startsWith(prefix) || prefix.startsWith(key))) yield* walkFolder(path, key, prefix, signal);
    if (!isFolder && key.startsWith(prefix)) yield { key, path };
  }
}

/** A folder counts with the slash that follows it in every key, so that `a.json` comes before `a/b`. */
async function readFolder(folder: string): Promise<{ name: string; isFolder: boolean }[]> {
  const entries = await readEntries(folder);
  return entries
    .filter((entry) => (entry.isFile() || entry.isDirectory()) && isUtf8(entry.name))
    .map((entry) => ({ bytes: sortBytes(entry), isFolder: entry.isDirectory() }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ bytes, isFolder }) => ({ name: bytes.toString('utf8'), isFolder }));
}

/** A folder removed since its parent was read holds nothing; every other failure ends the listing. */
async function readEntries(folder: string): Promise<Dirent<Buffer>[]> {
  try {
    return await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function sortBytes(entry: Dirent<Buffer>): Buffer {
  return entry.isDirectory() ? Buffer.concat([entry.name, Buffer.from('/')]) : entry.name;
}
