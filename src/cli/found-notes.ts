import { closeSync, opendirSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type FoundNote, MAX_NOTE_BYTES } from '../audit/index.ts';
import { AppError } from '../base/errors.ts';

const MAX_DEPTH = 8;

/** A note, or every `*.note` in a folder and those below it: what a counterparty exported. Throws `usage`. */
export function* notesUnder(path: string): Iterable<FoundNote> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile() === true) yield readNote(path);
  else if (stat?.isDirectory() === true) yield* notesInFolder(path, MAX_DEPTH);
  else throw new AppError('usage', `read checkpoints from ${path}: there is no such file or folder`);
}

function* notesInFolder(folder: string, depth: number): Iterable<FoundNote> {
  const opened = opendirSync(folder);
  try {
    for (let entry = opened.readSync(); entry !== null; entry = opened.readSync()) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && depth > 0) yield* notesInFolder(path, depth - 1);
      if (entry.isFile() && entry.name.endsWith('.note')) yield readNote(path);
    }
  } finally {
    opened.closeSync();
  }
}

/** No more than it takes to refuse it. */
function readNote(path: string): FoundNote {
  const buffer = Buffer.alloc(MAX_NOTE_BYTES + 1);
  const fd = openSync(path, 'r');
  try {
    return { where: path, bytes: buffer.subarray(0, readSync(fd, buffer, 0, buffer.length, 0)) };
  } finally {
    closeSync(fd);
  }
}
