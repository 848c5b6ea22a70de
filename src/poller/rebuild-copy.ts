import { AppError, classOf, codeOf, ERRORS, type ErrorCode } from '../base/errors.ts';
import type { ReasonCode } from '../base/reasons.ts';
import { hashInKey } from '../contract/key-name.ts';
import { type FetchedFile, fetchFile, verdictBySize } from './fetch-file.ts';
import { fromRead } from './from-read.ts';
import { judgeStatement, type StatementFinding, vouchedSha256, weighStatement } from './judge-statement.ts';
import { inboxPrefix } from './keys.ts';
import { notedArrival } from './note-first-seen.ts';
import type { MissingCopy, RebuildContext } from './rebuild-context.ts';
import type { Accepted } from './settled.ts';
import type { VerifyJob, VerifyOutcome } from './verify-job.ts';

/** Reads of one copy that disagree before the network is blamed. */
const MAX_READS = 4;

/** Why a copy cannot be taken: what it breaks, or which error it meets. */
export type Damage = ReasonCode | ErrorCode;

export type OpenedCopy =
  | { readonly kind: 'fetched'; readonly fetched: FetchedFile; readonly statement: StatementFinding }
  | { readonly kind: 'damaged'; readonly code: Damage };

/** `place` tells the spool files of one group apart. */
export async function openCopy(ctx: RebuildContext, copy: MissingCopy, place: number): Promise<OpenedCopy> {
  const code = verdictBySize(copy.size);
  if (code !== undefined) return { kind: 'damaged', code };
  try {
    const fetched = await fetchFile(ctx, { ...copy, id: place });
    return { kind: 'fetched', fetched, statement: await judgeProof(ctx, copy, fetched) };
  } catch (thrown) {
    const kind = classOf(thrown);
    // This one object cannot be had as it was listed; the others can. `corrupt` is its metadata.
    if (kind !== 'changed' && kind !== 'gone' && codeOf(thrown) !== 'corrupt') throw thrown;
    return { kind: 'damaged', code: codeOf(thrown) };
  }
}

/**
 * The proof that came with the batch is asked for again: whoever may write into the archive could not have made it. It speaks
 * of the place where the batch came in. When it was first seen only the archive can tell by now.
 */
async function judgeProof(ctx: RebuildContext, copy: MissingCopy, fetched: FetchedFile): Promise<StatementFinding> {
  try {
    const question = {
      contract: copy.route.contract.name,
      key: `${inboxPrefix(copy.route)}${copy.batchId}.json`,
      size: copy.size,
      first_seen_at: notedArrival(copy.day, fetched.metadata),
    };
    return await judgeStatement(ctx, ctx.trusted, question, fetched.metadata);
  } catch (thrown) {
    await fetched.close();
    throw thrown;
  }
}

type Fetched = Extract<OpenedCopy, { kind: 'fetched' }>;

export function jobOf(ctx: RebuildContext, copy: MissingCopy, { fetched, statement }: Fetched): VerifyJob {
  return {
    contract: copy.route.contract.name,
    system: ctx.system,
    fileName: copy.batchId,
    ...fromRead(fetched, copy.lastReadMd5, copy.route),
    statedSha256: vouchedSha256(fetched.metadata, statement),
    emitRows: statement.kind !== 'refused',
  };
}

/** What one read says of a copy. `doubtful`: the wire may have hurt the bytes on their way, they have to be read again. */
export type JudgedCopy =
  | { readonly kind: 'accepted'; readonly accepted: Accepted }
  | { readonly kind: 'damaged'; readonly code: Damage }
  | { readonly kind: 'doubtful'; readonly md5: string };

/** Accepted only with the very hash that stands in the name. Throws what says nothing about the copy. */
export function judgeCopy(copy: MissingCopy, { fetched, statement }: Fetched, read: VerifyOutcome): JudgedCopy {
  const outcome = weighStatement(statement, read);
  if (outcome.verdict === 'failed') {
    const kind = ERRORS[outcome.error].class;
    if (kind === 'changed' || kind === 'gone' || kind === 'internal') return { kind: 'damaged', code: outcome.error };
    throw new AppError(outcome.error, outcome.message);
  }
  const { digest } = outcome;
  const isNamed = hashInKey(digest.sha256) === copy.digits;
  if (outcome.verdict === 'accepted' && isNamed) return { kind: 'accepted', accepted: outcome };
  const isCertain = isNamed || fetched.bytes === undefined || copy.lastReadMd5 === digest.md5;
  if (!isCertain) return { kind: 'doubtful', md5: digest.md5 };
  return { kind: 'damaged', code: outcome.verdict === 'accepted' ? 'CHECKSUM_MISMATCH' : outcome.code };
}

/** The same copy, to be read once more. Reads that never agree are the network's fault, and it ends the rebuild. */
export function readAgain(copy: MissingCopy, md5: string): MissingCopy {
  if (copy.reads + 1 < MAX_READS) return { ...copy, reads: copy.reads + 1, lastReadMd5: md5 };
  throw new AppError('unavailable', `read ${copy.key}: other bytes come each time`, {
    hint: 'look at the network, then start the same command again',
  });
}
