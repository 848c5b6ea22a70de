import { codeOf } from '../base/errors.ts';
import type { RunContext } from './context.ts';
import type { Claimed } from './claim-files.ts';
import { type FetchedFile, fetchFile, verdictBySize } from './fetch-file.ts';
import { fromRead } from './from-read.ts';
import type { FileRow } from './file-table.ts';
import { nameOf } from './context.ts';
import { judgeStatement, type StatementFinding, vouchedSha256 } from './judge-statement.ts';
import { MAX_CRASHES } from './take-over.ts';
import type { Verifier } from './verifier.ts';
import type { VerifyMessage } from './verify-job.ts';

/** Objects being opened ahead of the one that is verified: the store's latency is paid once for all of them. */
const OPENS_AHEAD = 16;
/** Verifications given to the reader ahead of the writer, so that it never waits for its next job. */
const JOBS_AHEAD = 4;

/** A claimed file on its way to the writer. */
export type Incoming =
  | {
      readonly kind: 'verifying';
      readonly file: FileRow;
      readonly fetched: FetchedFile;
      readonly statement: StatementFinding;
      readonly messages: AsyncIterable<VerifyMessage>;
    }
  | { readonly kind: 'failed'; readonly file: FileRow; readonly failure: unknown }
  | { readonly kind: 'judged'; readonly file: FileRow; readonly code: 'EMPTY_FILE' | 'TOO_LARGE' | 'CRASH_LOOP' };

type Opened =
  | Exclude<Incoming, { kind: 'verifying' }>
  | {
      readonly kind: 'opened';
      readonly claim: Claimed;
      readonly fetched: FetchedFile;
      readonly statement: StatementFinding;
    };

/** Files in the order of their claims, opened and given to the reader ahead of the consumer. */
export async function* verifyAhead(
  ctx: RunContext,
  verifier: Verifier,
  claims: readonly Claimed[],
): AsyncGenerator<Incoming> {
  const posted: Incoming[] = [];
  try {
    for await (const opened of openAhead(ctx, claims)) {
      posted.push(opened.kind === 'opened' ? post(ctx, verifier, opened) : opened);
      const first = posted.length > JOBS_AHEAD ? posted.shift() : undefined;
      if (first !== undefined) yield first;
    }
    for (let first = posted.shift(); first !== undefined; first = posted.shift()) yield first;
  } finally {
    for (const item of posted) if (item.kind === 'verifying') await item.fetched.close();
  }
}

async function* openAhead(ctx: RunContext, claims: readonly Claimed[]): AsyncGenerator<Opened> {
  const opening: Promise<Opened>[] = [];
  try {
    for (const claim of claims) {
      opening.push(openOne(ctx, claim));
      const first = opening.length >= OPENS_AHEAD ? opening.shift() : undefined;
      if (first !== undefined) yield first;
    }
    for (let first = opening.shift(); first !== undefined; first = opening.shift()) yield first;
  } finally {
    for (const opened of await Promise.all(opening)) if (opened.kind === 'opened') await opened.fetched.close();
  }
}

async function openOne(ctx: RunContext, claim: Claimed): Promise<Opened> {
  const { file } = claim;
  const code = file.crashes >= MAX_CRASHES ? 'CRASH_LOOP' : verdictBySize(file.size);
  if (code !== undefined) return { kind: 'judged', file, code };
  try {
    const fetched = await fetchFile(ctx, file);
    return { kind: 'opened', claim, fetched, statement: await judgeOpened(ctx, file, fetched) };
  } catch (failure) {
    ctx.log.debug({ key: file.key, error: codeOf(failure) }, 'could not open');
    return { kind: 'failed', file, failure };
  }
}

async function judgeOpened(ctx: RunContext, file: FileRow, fetched: FetchedFile): Promise<StatementFinding> {
  try {
    return await judgeStatement(ctx, ctx.trusted, file, fetched.metadata);
  } catch (thrown) {
    await fetched.close();
    throw thrown;
  }
}

function post(ctx: RunContext, verifier: Verifier, opened: Extract<Opened, { kind: 'opened' }>): Incoming {
  const { claim, fetched, statement } = opened;
  const { file, known } = claim;
  const messages = verifier.verify({
    contract: file.contract,
    system: ctx.system,
    fileName: nameOf(file.key),
    ...fromRead(
      fetched,
      file.md5,
      ctx.routes.find(({ contract }) => contract.name === file.contract),
    ),
    statedSha256: vouchedSha256(fetched.metadata, statement),
    // What nobody may have sent is read for its hash and its name; not a row of it leaves the reader.
    emitRows: !known && statement.kind !== 'refused',
  });
  return { kind: 'verifying', file, fetched, statement, messages };
}
