import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { ExportContext } from './context.ts';
import { onDisk } from './disk-errors.ts';
import { FileWriter, type Written } from './file-writer.ts';
import type { InputFile } from './input-record.ts';

const COPY_BYTES = 1024 * 1024;

/** The envelope's bytes in the spool; in a dry run the input itself. */
export interface Copy {
  readonly fd: number;
  readonly path: string | undefined;
  readonly written: Written;
  close(): void;
}

export async function copyInput(ctx: ExportContext, file: InputFile): Promise<Copy> {
  const path = ctx.settings.dryRun ? undefined : ctx.spool.newFile();
  const writer = new FileWriter(path);
  try {
    const buffer = Buffer.allocUnsafe(COPY_BYTES);
    for (let count = readAt(file, buffer, 0); count > 0; count = readAt(file, buffer, writer.bytes)) {
      ctx.signal.throwIfAborted();
      writer.writeBytes(buffer.subarray(0, count));
      await setImmediate();
    }
    const written = writer.finish();
    if (path === undefined) return { fd: file.fd, path, written, close: () => undefined };
    const fd = onDisk(`open ${path}`, () => openSync(path, 'r'));
    return { fd, path, written, close: () => closeCopy(fd, path) };
  } catch (thrown) {
    if (path !== undefined) rmSync(path, { force: true });
    throw thrown;
  } finally {
    writer.close();
  }
}

/** A refused envelope's copy is of no use; an accepted one's has its durable name by now. */
function closeCopy(fd: number, path: string): void {
  closeSync(fd);
  rmSync(path, { force: true });
}

function readAt(file: InputFile, buffer: Buffer, position: number): number {
  return onDisk(`read ${file.name}`, () => readSync(file.fd, buffer, 0, buffer.length, position));
}

/** A document of our own making in the spool, also in a dry run: there is no input that holds its bytes. */
export function copyOf(ctx: ExportContext, document: unknown): Copy {
  const path = ctx.spool.newFile();
  const writer = new FileWriter(path);
  try {
    writer.writeText(JSON.stringify(document));
    const written = writer.finish();
    const fd = onDisk(`open ${path}`, () => openSync(path, 'r'));
    return { fd, path, written, close: () => closeCopy(fd, path) };
  } catch (thrown) {
    rmSync(path, { force: true });
    throw thrown;
  } finally {
    writer.close();
  }
}
