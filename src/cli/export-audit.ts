import { createWriteStream, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { checkpointsBetween, readEntries, readPeerCheckpoints } from '../audit/index.ts';
import { AppError } from '../base/errors.ts';
import { isSlug } from '../base/ids.ts';
import type { Database } from '../database/index.ts';

export interface ExportedLog {
  readonly rows: number;
  /** SHA-256 of the last entry; null when there is none. */
  readonly head_hash: string | null;
  readonly checkpoints: number;
  readonly peer_checkpoints: number;
}

const PAGE_ROWS = 1_000;

/**
 * Writes what an auditor needs to verify the log elsewhere: `entries.ndjson`, one entry a line with its exact text;
 * `checkpoints/<size>.note`; `peers/<system>/<size>.note`, which is what that system's auditor gives to `audit verify
 * --anchors`. Throws `usage` when the folder has something in it.
 */
export async function exportAudit(database: Database, folder: string, signal: AbortSignal): Promise<ExportedLog> {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new AppError('usage', `export the audit log to ${folder}: there is something in it`, {
      hint: 'name a new folder with --out',
    });
  }
  mkdirSync(folder, { recursive: true });
  const { rows, head } = await writeEntries(database, join(folder, 'entries.ndjson'), signal);
  const checkpoints = await writeCheckpoints(database, join(folder, 'checkpoints'), rows);
  const peers = await writePeers(database, join(folder, 'peers'));
  return { rows, head_hash: head, checkpoints, peer_checkpoints: peers };
}

async function writeEntries(
  database: Database,
  path: string,
  signal: AbortSignal,
): Promise<{ rows: number; head: string | null }> {
  const seen: { rows: number; head: string | null } = { rows: 0, head: null };
  const lines = async function* (): AsyncIterable<string> {
    for await (const { seq, entry, entry_hash: hash } of readEntries(database)) {
      seen.rows += 1;
      seen.head = hash;
      yield `${JSON.stringify({ seq, entry, entry_hash: hash })}\n`;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(path), { signal });
  return seen;
}

/** Those of the entries that were written; later ones would speak of entries that are not there. */
async function writeCheckpoints(database: Database, folder: string, upTo: number): Promise<number> {
  mkdirSync(folder);
  let [written, after] = [0, 0];
  for (;;) {
    const page = await checkpointsBetween(database, after, upTo, PAGE_ROWS);
    for (const { size, note } of page) writeFileSync(join(folder, `${size}.note`), note);
    written += page.length;
    after = page.at(-1)?.size ?? after;
    if (page.length < PAGE_ROWS) return written;
  }
}

async function writePeers(database: Database, folder: string): Promise<number> {
  mkdirSync(folder);
  let written = 0;
  for await (const { id, system, size, note } of readPeerCheckpoints(database)) {
    if (!isSlug(system)) throw new AppError('corrupt', `export the checkpoints of a peer: row ${id} names no system`);
    mkdirSync(join(folder, system), { recursive: true });
    const path = join(folder, system, `${size}.note`);
    // A peer that said two things of one size: both go out.
    writeFileSync(existsSync(path) ? join(folder, system, `${size}-${id}.note`) : path, note);
    written += 1;
  }
  return written;
}
