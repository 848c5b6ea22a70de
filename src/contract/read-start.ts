import { readSync } from 'node:fs';

/** A body as object stores give it: an open file, or a stream. */
export type ObjectBody = { readonly fd: number } | { readonly stream: AsyncIterable<Uint8Array> };

/** The first bytes of an opened object: all there are, or `enough`, however large it is or grows. */
export async function readStart(body: ObjectBody, enough: number): Promise<Uint8Array> {
  return 'fd' in body ? startOfFile(body.fd, enough) : startOfStream(body.stream, enough);
}

function startOfFile(fd: number, enough: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(enough);
  let bytes = 0;
  while (bytes < enough) {
    const count = readSync(fd, buffer, bytes, enough - bytes, bytes);
    if (count === 0) break;
    bytes += count;
  }
  return buffer.subarray(0, bytes);
}

async function startOfStream(stream: AsyncIterable<Uint8Array>, enough: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= enough) break;
  }
  return Buffer.concat(chunks);
}
