import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { onDisk } from './disk-errors.ts';

/** Written and hashed at once. */
const BUFFER_BYTES = 256 * 1024;
/** No UTF-16 unit takes more bytes than this in UTF-8. */
const MAX_BYTES_PER_UNIT = 3;

export interface Written {
  readonly sha256: string;
  /** Base64. */
  readonly md5: string;
  readonly bytes: number;
}

/** Writes a file front to back and hashes what it writes. Without a path it only hashes. */
export class FileWriter {
  readonly path: string | undefined;
  bytes = 0;
  readonly #sha256 = createHash('sha256');
  readonly #md5 = createHash('md5');
  readonly #buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
  #used = 0;
  #fd: number | undefined;

  constructor(path: string | undefined) {
    this.path = path;
    if (path !== undefined) this.#fd = onDisk(`write ${path}`, () => openSync(path, 'w', 0o600));
  }

  writeText(text: string): void {
    if (text.length * MAX_BYTES_PER_UNIT > BUFFER_BYTES) {
      this.writeBytes(Buffer.from(text));
      return;
    }
    if (this.#used + text.length * MAX_BYTES_PER_UNIT > BUFFER_BYTES) this.#flush();
    const count = this.#buffer.write(text, this.#used);
    this.#used += count;
    this.bytes += count;
  }

  writeBytes(bytes: Uint8Array): void {
    if (this.#used + bytes.length > BUFFER_BYTES) this.#flush();
    this.bytes += bytes.length;
    if (bytes.length > BUFFER_BYTES) {
      this.#write(bytes);
      return;
    }
    this.#buffer.set(bytes, this.#used);
    this.#used += bytes.length;
  }

  /** The bytes are on the disk when it returns. */
  finish(): Written {
    this.#flush();
    const fd = this.#fd;
    if (fd !== undefined) onDisk(`sync ${this.path}`, () => fsyncSync(fd));
    this.close();
    return { sha256: this.#sha256.digest('hex'), md5: this.#md5.digest('base64'), bytes: this.bytes };
  }

  /** Leaves the file as far as it is. Safe to call twice. */
  close(): void {
    const fd = this.#fd;
    this.#fd = undefined;
    if (fd !== undefined) closeSync(fd);
  }

  #flush(): void {
    if (this.#used > 0) this.#write(this.#buffer.subarray(0, this.#used));
    this.#used = 0;
  }

  #write(bytes: Uint8Array): void {
    this.#sha256.update(bytes);
    this.#md5.update(bytes);
    const fd = this.#fd;
    if (fd === undefined) return;
    onDisk(`write ${this.path}`, () => {
      for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
    });
  }
}
