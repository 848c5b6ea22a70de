import { closeSync, constants, createReadStream, fstatSync, openSync, rmSync } from 'node:fs';
import { AppError } from '../base/errors.ts';
import { diskError, onDisk } from './disk-errors.ts';
import { FileWriter } from './file-writer.ts';
import { STDIN } from './find-inputs.ts';
import type { InputFile } from './input-record.ts';
import type { Spool } from './spool.ts';

export interface OpenInput extends InputFile {
  close(): void;
}

export interface InputSource {
  readonly stdin: AsyncIterable<Uint8Array> | undefined;
  readonly spool: Spool;
  readonly signal: AbortSignal;
  /** Only what is a regular file itself: a link or a pipe may lead anywhere, or nowhere. */
  readonly regularOnly?: boolean;
}

/** An input to be read by position, as often as wanted. What can be read only once is spooled to disk first. */
export async function openInput(name: string, from: InputSource): Promise<OpenInput> {
  if (name === STDIN) {
    if (from.stdin === undefined) throw new AppError('usage', 'export standard input: there is none');
    return spoolInput(name, from.stdin, from);
  }
  const flags = constants.O_RDONLY | (from.regularOnly ? constants.O_NOFOLLOW | constants.O_NONBLOCK : 0);
  const fd = onDisk(`open ${name}`, () => openSync(name, flags));
  const stat = fstatSync(fd);
  if (stat.isFile()) return { name, fd, sizeBytes: stat.size, modifiedMs: stat.mtimeMs, close: () => closeSync(fd) };
  if (stat.isDirectory() || from.regularOnly) {
    closeSync(fd);
    throw new AppError('usage', `export ${name}: it is not a file`, {
      hint: 'name files, or a glob such as folder/*.ndjson',
    });
  }
  return spoolInput(name, createReadStream(name, { fd }) as AsyncIterable<Uint8Array>, from);
}

async function spoolInput(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  { spool, signal }: InputSource,
): Promise<OpenInput> {
  const path = spool.newFile();
  const writer = new FileWriter(path);
  try {
    for await (const chunk of chunks) {
      signal.throwIfAborted();
      writer.writeBytes(chunk);
    }
    writer.finish();
    const fd = onDisk(`open ${path}`, () => openSync(path, 'r'));
    const { size, mtimeMs } = fstatSync(fd);
    return { name, fd, sizeBytes: size, modifiedMs: mtimeMs, close: () => closeSync(fd) };
  } catch (thrown) {
    throw diskError(thrown, `read ${name}`);
  } finally {
    writer.close();
    // The open descriptor keeps the bytes; the name is not needed, and a killed process leaves nothing behind.
    rmSync(path, { force: true });
  }
}
