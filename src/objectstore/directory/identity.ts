import { type BigIntStats, lstatSync } from 'node:fs';
import { unlessErrno } from './errno.ts';

/** Opaque to everyone but this folder. ctime is in it because it alone moves when a writer sets mtime back. */
export function etagOf(stat: BigIntStats): string {
  return `${stat.ino}-${stat.size}-${stat.mtimeNs}-${stat.ctimeNs}`;
}

/** The same bytes as far as inode, size and mtime tell. ctime is left out: a link of our own changes it. */
export function isSameFile(etag: string, stat: BigIntStats): boolean {
  return etag.startsWith(`${stat.ino}-${stat.size}-${stat.mtimeNs}-`);
}

/** Undefined for what is absent and for what is no regular file: neither is an object. */
export function statFile(path: string): BigIntStats | undefined {
  const stat = unlessErrno(['ENOENT', 'ENOTDIR'], () => lstatSync(path, { bigint: true }));
  return stat?.isFile() ? stat : undefined;
}

/** A file's last change. An mtime in the future was set by hand and says nothing; ctime cannot be set. */
export function changedMs(stat: BigIntStats, nowMs: number): number {
  return Number(stat.mtimeMs) <= nowMs ? Number(stat.mtimeMs) : Number(stat.ctimeMs);
}
