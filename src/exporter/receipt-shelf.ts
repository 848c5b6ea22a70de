import { AppError, codeOf } from '../base/errors.ts';
import type { HandoffReceipt } from '../contract/handoff-receipt/1.0.0/types.generated.ts';
import { readReceipt } from '../contract/handoff-receipt/read-receipt.ts';
import { receiptFolder, receiptKey, receiptStem } from '../contract/handoff-receipt/receipt-key.ts';
import type { SentBatch } from './answer-table.ts';
import type { ExporterDeps } from './request.ts';

/** Store calls in flight. */
export const LOOKS_IN_FLIGHT = 16;
/** From so many batches on a listing is cheaper than asking for each. */
const LIST_FROM = 20;
/** Receipts about other bytes of one batch id that are looked at. */
const MAX_OTHERS = 10;

/** What lies under a receipt's key. */
export type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'receipt'; readonly key: string; readonly receipt: HandoffReceipt }
  | { readonly kind: 'unreadable'; readonly key: string; readonly problem: string };

/** Keys of ours with the sizes of their objects; undefined where it is cheaper to ask for each. */
export type Listing = ReadonlyMap<string, number> | undefined;

/**
 * Which of `wanted` lie under a prefix. Answers stay in the store for ever, so a listing may grow beyond all use: it ends
 * where asking for each of ours, several at a time, would have been faster.
 */
export async function listFor(deps: ExporterDeps, prefix: string, wanted: ReadonlySet<string>): Promise<Listing> {
  if (wanted.size < LIST_FROM) return undefined;
  const sizes = new Map<string, number>();
  let pages = 0;
  for await (const page of deps.store.list(prefix, { signal: deps.signal })) {
    for (const { key, sizeBytes } of page) if (wanted.has(key)) sizes.set(key, sizeBytes);
    pages += 1;
    if (pages > wanted.size / LOOKS_IN_FLIGHT) return undefined;
  }
  return sizes;
}

/** `exports/lead-batches/x.json` was sent to `lead-batches`; it is answered under the same name. */
export function answersOf({ key, target }: Pick<SentBatch, 'key' | 'target'>): string {
  return receiptFolder(target, prefixOf(key));
}

function prefixOf(key: string): string {
  return key.split('/').slice(1, -1).join('/');
}

export function ownReceiptKey({ key, target, batch_id: batchId, sha256 }: SentBatch): string {
  return receiptKey(target, prefixOf(key), batchId, sha256);
}

/** Throws errors of the environment; what a stranger wrote is never one. */
export async function readAnswer(deps: ExporterDeps, key: string): Promise<Found> {
  try {
    const object = await deps.store.open(key, { signal: deps.signal });
    try {
      return { kind: 'receipt', key, receipt: await readReceipt(object.body) };
    } finally {
      await object.close();
    }
  } catch (thrown) {
    if (codeOf(thrown) === 'not_found') return { kind: 'none' };
    if (!(thrown instanceof AppError) || thrown.code !== 'content') throw thrown;
    return { kind: 'unreadable', key, problem: `it is no receipt: ${thrown.message}` };
  }
}

/** Receipts under the batch's id that are about other bytes: what became of a batch that was damaged on its way. */
export async function readOtherAnswers(deps: ExporterDeps, batch: SentBatch): Promise<Found[]> {
  const own = ownReceiptKey(batch);
  const found: Found[] = [];
  const options = { signal: deps.signal, pageSize: MAX_OTHERS + 1 };
  for await (const page of deps.store.list(`${answersOf(batch)}${receiptStem(batch.batch_id)}`, options)) {
    const others = page.map(({ key }) => key).filter((key) => key !== own);
    for (const key of others.slice(0, MAX_OTHERS)) found.push(await readAnswer(deps, key));
    break;
  }
  return found;
}
