import { readSync } from 'node:fs';
import type { HandoffReceipt } from './1.0.0/types.generated.ts';
import { MAX_RECEIPT_BYTES, parseReceipt } from './receipt.ts';

/** A body as object stores give it: an open file, or a stream. */
export type ReceiptBody = { readonly fd: number } | { readonly stream: AsyncIterable<Uint8Array> };

/** One byte more than allowed is enough to refuse it. */
const ENOUGH_BYTES = MAX_RECEIPT_BYTES + 1;

/** The receipt in an opened object; however large that is or grows, no more is read than it takes to refuse it. */
export async function readReceipt(body: ReceiptBody): Promise<HandoffReceipt> {
  return parseReceipt('fd' in body ? startOfFile(body.fd) : await startOfStream(body.stream));
}

function startOfFile(fd: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(ENOUGH_BYTES);
  let bytes = 0;
  while (bytes < ENOUGH_BYTES) {
    const count = readSync(fd, buffer, bytes, ENOUGH_BYTES - bytes, bytes);
    if (count === 0) break;
    bytes += count;
  }
  return buffer.subarray(0, bytes);
}

async function startOfStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= ENOUGH_BYTES) break;
  }
  return Buffer.concat(chunks);
}
