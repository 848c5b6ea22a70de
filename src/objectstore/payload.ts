import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Payload } from './port.ts';

const READ_BYTES = 1024 * 1024;

export function payloadOf(bytes: Uint8Array): Payload {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const md5 = createHash('md5').update(bytes).digest('base64');
  return { sizeBytes: bytes.byteLength, sha256, md5, bytes: { memory: bytes } };
}

/** Reads the file once. It must stay as it is until it is written: a store that sees other bytes refuses them. */
export async function payloadOfFile(path: string): Promise<Payload> {
  const sha256 = createHash('sha256');
  const md5 = createHash('md5');
  let sizeBytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: READ_BYTES }) as AsyncIterable<Buffer>) {
    sha256.update(chunk);
    md5.update(chunk);
    sizeBytes += chunk.byteLength;
  }
  return { sizeBytes, sha256: sha256.digest('hex'), md5: md5.digest('base64'), bytes: { path } };
}
