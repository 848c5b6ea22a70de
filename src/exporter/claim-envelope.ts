import { AppError } from '../base/errors.ts';
import { newCorrelationId } from '../base/ids.ts';
import type { Queries, Transaction } from '../database/port.ts';
import { type ExportContext, openingFacts } from './context.ts';
import { refuseOtherStore } from './other-store.ts';
import {
  beginAttempt,
  type BuiltBatch,
  findBatch,
  insertBatch,
  moveBatch,
  type OutboxRow,
  replaceBytes,
  UNSIGNED,
} from './outbox-table.ts';
import { stateBatch } from './state-batch.ts';

/**
 * What the outbox knows of an envelope's id. `exists`: it was published with these bytes. `reused`: the id belongs to
 * other bytes. `busy`: another process is publishing it. `publish`: its attempt is open.
 */
export type EnvelopeClaim =
  | { readonly decision: 'publish'; readonly row: OutboxRow | undefined }
  | { readonly decision: 'exists'; readonly row: OutboxRow }
  | { readonly decision: 'reused' | 'busy' };

/** The answer alone; nothing is written. */
export async function lookUpEnvelope(ctx: ExportContext, built: BuiltBatch): Promise<EnvelopeClaim> {
  return decide(ctx, ctx.database, built);
}

/** Row, attempt and audit entry in one transaction, if the envelope is to be published. */
export async function claimEnvelope(ctx: ExportContext, built: BuiltBatch): Promise<EnvelopeClaim> {
  return ctx.database.transaction(async (tx) => {
    const claim = await decide(ctx, tx, built);
    if (claim.decision !== 'publish') return claim;
    const opened = claim.row === undefined ? await insert(ctx, tx, built) : await reopen(ctx, tx, claim.row, built);
    const row = await stateBatch(ctx, tx, opened);
    await ctx.audit.append(tx, openingFacts(ctx, row));
    return { decision: 'publish', row };
  });
}

async function decide(ctx: ExportContext, queries: Queries, built: BuiltBatch): Promise<EnvelopeClaim> {
  const row = await findBatch(queries, built.contract, built.batch_id);
  if (row === undefined) return { decision: 'publish', row };
  const same = row.sha256 === built.sha256;
  if (same && (row.state === 'published' || row.state === 'pending')) refuseOtherStore(ctx, built.input, row);
  if (row.state === 'pending') return { decision: same ? 'busy' : 'reused' };
  if (row.state === 'published' && !same) return { decision: 'reused' };
  if (row.state === 'published') return { decision: ctx.again ? 'publish' : 'exists', row };
  // Refused or lost: nothing of ours has this id yet, so it may be tried once more. A void one is known to be another's.
  return row.state === 'void' ? { decision: 'reused' } : { decision: 'publish', row };
}

async function insert(ctx: ExportContext, tx: Transaction, built: BuiltBatch): Promise<OutboxRow> {
  return insertBatch(tx, {
    ...built,
    store: ctx.store.identity,
    run_id: null,
    state: 'pending',
    code: null,
    correlation_id: newCorrelationId(),
    attempt: 1,
    attempt_open: 1,
    attempt_ms: ctx.clock.now(),
    owner: ctx.spool.owner,
    ...UNSIGNED,
  });
}

async function reopen(ctx: ExportContext, tx: Transaction, former: OutboxRow, built: BuiltBatch): Promise<OutboxRow> {
  if (former.state === 'pending' || former.state === 'void') {
    throw new AppError('internal', `publish ${built.batch_id} once more: it is ${former.state}`);
  }
  await moveBatch(tx, former, former.state, 'pending', ctx.clock.now());
  // A number that was named void, or will be, is not used again; a batch that was published keeps its own.
  const streamSeq = former.state === 'published' ? former.stream_seq : null;
  const moved = { ...built, store: ctx.store.identity, ...UNSIGNED, stream_seq: streamSeq };
  await replaceBytes(tx, former.id, moved);
  return beginAttempt(tx, { ...former, ...moved, state: 'pending', code: null }, ctx.spool.owner, ctx.clock.now());
}
