import { AppError } from '../base/errors.ts';
import type { ReasonCode } from '../base/reasons.ts';
import type { Transaction } from '../database/port.ts';
import { emptyTally, factsOf, type RunContext } from './context.ts';
import { type FileRow, moveFile } from './file-table.ts';
import { recordRetry } from './record-retry.ts';
import type { Settled } from './settled.ts';
import type { Digest } from './verify-job.ts';

/**
 * Nothing vouches for the bytes that were judged: they are read once more before the file is blamed. The row keeps
 * their MD5, so that any process can compare; as the verdict's own hashes are not known yet, it keeps no SHA-256.
 * A second read that brings other bytes again, still without a voucher, is an error of the environment.
 */
export async function recordReread(
  ctx: RunContext,
  tx: Transaction,
  file: FileRow,
  judged: { readonly code: ReasonCode | null; readonly digest: Digest },
): Promise<Settled> {
  const seen = { md5: judged.digest.md5 };
  if (file.md5 !== null) {
    const failure = new AppError('unavailable', `read ${file.key}: every read brings other bytes`, {
      hint: 'look for what damages bytes between the store and here: a proxy, a cable, memory',
    });
    ctx.log.warn({ key: file.key, error: failure.code, attempt: file.attempts }, failure.message);
    return recordRetry(ctx, tx, file, failure, { ...seen, waits: file.waits + 1 }, file.waits);
  }
  await moveFile(tx, file, 'working', 'ready', seen, ctx.clock.now());
  await ctx.audit.append(tx, {
    ...factsOf(ctx, file),
    checksum: judged.digest.sha256,
    event: 'handoff.failed',
    outcome: 'failure',
    reason_code: judged.code,
    detail: { key: file.key, next: 're-read' },
  });
  return { tally: emptyTally(), move: undefined, streak: undefined, error: undefined };
}
