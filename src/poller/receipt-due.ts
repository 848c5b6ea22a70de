import { isReceiptable } from '../contract/handoff-receipt/receipt.ts';
import type { Route } from './context.ts';
import type { FileRow } from './file-table.ts';

/**
 * What a verdict makes of a file's receipt. None is due where the contract or the configuration allows no way back, and
 * none for a file that was never read: without a hash nobody could say which bytes it is about.
 */
export function receiptFor(route: Route, file: Pick<FileRow, 'key'>, sha256: string | undefined): FileRow['receipt'] {
  return route.contract.receipts && sha256 !== undefined && isReceiptable(file.key) ? 'due' : null;
}
