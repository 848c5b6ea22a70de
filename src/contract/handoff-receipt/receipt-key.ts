import { hashInKey, safeName } from '../key-name.ts';

/** Where a system answers for one contract: `receipts/<system>/<contract-prefix>/`. It alone writes there. */
export function receiptFolder(system: string, contractPrefix: string): string {
  return `receipts/${system}/${contractPrefix}/`;
}

/** What all receipts about one batch id begin with, whichever bytes they are about: `<batch_id>.` */
export function receiptStem(batchId: string): string {
  return `${safeName(batchId)}.`;
}

/** `receipts/<system>/<contract-prefix>/<batch_id>.<sha256[0:16]>.json`: both sides find it without asking each other. */
export function receiptKey(system: string, contractPrefix: string, batchId: string, sha256: string): string {
  return `${receiptFolder(system, contractPrefix)}${receiptStem(batchId)}${hashInKey(sha256)}.json`;
}
