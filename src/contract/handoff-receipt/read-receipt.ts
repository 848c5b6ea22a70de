import { type ObjectBody, readStart } from '../read-start.ts';
import type { HandoffReceipt } from './1.0.0/types.generated.ts';
import { MAX_RECEIPT_BYTES, parseReceipt } from './receipt.ts';

/** The receipt in an opened object. One byte more than allowed is enough to refuse it. */
export async function readReceipt(body: ObjectBody): Promise<HandoffReceipt> {
  return parseReceipt(await readStart(body, MAX_RECEIPT_BYTES + 1));
}
