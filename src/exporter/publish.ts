import { createHash } from 'node:crypto';
import { existsSync, createReadStream } from 'node:fs';
import { errorDetail } from '../audit/index.ts';
import { AppError, codeOf, messageOf } from '../base/errors.ts';
import type { ObjectHead, Payload } from '../objectstore/port.ts';
import type { Ending } from './audit-facts.ts';
import { endingFacts, type ExporterContext } from './context.ts';
import { endAttempt, findBatch, moveBatch, type OutboxRow } from './outbox-table.ts';
import { takeOtherNumber } from './renumber.ts';

/** How often a key may be taken and free again between two looks at it. */
const MAX_LOOKS = 5;
/** How often an id may turn out to be another exporter's. */
const MAX_RENUMBERINGS = 100;

/**
 * Brings a batch whose attempt is open into the store, and ends the attempt in every case but a crash. A batch of ours
 * whose id another exporter has used gets the next number; an envelope's id is its sender's, so it is refused. Returns
 * the row as it is at the end. Throws what the environment throws; the batch is then still pending.
 */
export async function publishBatch(ctx: ExporterContext, opened: OutboxRow): Promise<OutboxRow> {
  let row = opened;
  for (let renumberings = 0; renumberings < MAX_RENUMBERINGS; renumberings++) {
    const outcome = await unlessFailed(ctx, row, () => put(ctx, row));
    if (outcome !== 'other bytes') return settlePublished(ctx, row, outcome);
    if (row.header_bytes === null) return settleRefused(ctx, row);
    const taken = row;
    row = await unlessFailed(ctx, taken, () => takeOtherNumber(ctx, taken));
  }
  const collision = new AppError('refused', `publish ${row.key}: ${MAX_RENUMBERINGS} ids were another exporter's`, {
    hint: 'give one of the two exporters another name with --system, so that their batch ids differ',
  });
  return unlessFailed(ctx, row, () => Promise.reject(collision));
}

/** Ends the attempt when `fn` fails, and throws what it threw. */
async function unlessFailed<T>(ctx: ExporterContext, row: OutboxRow, fn: () => Promise<T>): Promise<T> {
  try {
    return await fn();
  } catch (thrown) {
    await closeFailed(ctx, row, thrown);
    throw thrown;
  }
}

type PutOutcome = 'created' | 'same bytes' | 'other bytes';

async function put(ctx: ExporterContext, row: OutboxRow): Promise<PutOutcome> {
  const path = ctx.spool.pathOf(row.path);
  const payload: Payload = { sizeBytes: row.bytes, sha256: row.sha256, md5: row.md5, bytes: { path } };
  const metadata = {
    sha256: row.sha256,
    'batch-id': row.batch_id,
    contract: row.contract,
    revision: row.revision,
    target: row.target,
    ...(row.statement === null ? {} : { statement: row.statement }),
  };
  if (!existsSync(path)) return findPublished(ctx, row);
  for (let look = 0; look < MAX_LOOKS; look++) {
    if ((await ctx.store.putIfAbsent(row.key, payload, metadata, ctx.signal)) === 'created') return 'created';
    const head = await ctx.store.head(row.key, ctx.signal);
    // Gone again: a consumer archived it between the two calls, so there is room for ours.
    if (head !== undefined) return (await hasBytesOf(ctx, head, row)) ? 'same bytes' : 'other bytes';
  }
  throw new AppError('unavailable', `publish ${row.key}: the store says that it is there and that it is not`);
}

/** Somebody cleared the spool: harmless if the bytes had reached the store before. */
async function findPublished(ctx: ExporterContext, row: OutboxRow): Promise<PutOutcome> {
  const head = await ctx.store.head(row.key, ctx.signal);
  if (head !== undefined && (await hasBytesOf(ctx, head, row))) return 'same bytes';
  throw new AppError('corrupt', `publish ${row.batch_id}: its bytes are gone from ${ctx.spool.pathOf(row.path)}`, {
    hint: `its ${row.records} records of ${row.input} were not published; export that input once more with --again`,
  });
}

/** By the hash in its metadata; an object that was put by hand has none and is read. */
async function hasBytesOf(ctx: ExporterContext, head: ObjectHead, row: OutboxRow): Promise<boolean> {
  if (head.sizeBytes !== row.bytes) return false;
  const stated = head.metadata['sha256'];
  if (stated !== undefined) return stated === row.sha256;
  const object = await ctx.store.open(head.key, { signal: ctx.signal, etag: head.etag });
  try {
    const { body } = object;
    const hash = createHash('sha256');
    const chunks = 'fd' in body ? createReadStream('', { fd: body.fd, start: 0, autoClose: false }) : body.stream;
    for await (const chunk of chunks as AsyncIterable<Uint8Array>) hash.update(chunk);
    return hash.digest('hex') === row.sha256;
  } finally {
    await object.close();
  }
}

async function settlePublished(ctx: ExporterContext, row: OutboxRow, outcome: PutOutcome): Promise<OutboxRow> {
  const detail = outcome === 'created' ? {} : { found: 'same bytes' };
  const ending: Ending = { event: 'handoff.published', outcome: 'success', detail };
  const settled = await ctx.database.transaction(async (tx) => {
    const now = await findBatch(tx, row.contract, row.batch_id);
    // Taken over while the bytes were on their way: whoever did it has closed our attempt and records the success.
    if (now?.attempt !== row.attempt) return false;
    await moveBatch(tx, row, 'pending', 'published', ctx.clock.now());
    await ctx.audit.append(tx, endingFacts(ctx, row, ending));
    return true;
  });
  // Only after the commit, and only by the one who made it: until then the bytes may be needed again.
  if (settled) ctx.spool.remove(row.path);
  ctx.published.add(row.id);
  ctx.log.info({ batch_id: row.batch_id, key: row.key, records: row.records }, 'published');
  return { ...row, state: 'published', attempt_open: 0 };
}

async function settleRefused(ctx: ExporterContext, row: OutboxRow): Promise<OutboxRow> {
  await ctx.database.transaction(async (tx) => {
    await moveBatch(tx, row, 'pending', 'refused', ctx.clock.now(), 'BATCH_ID_REUSED');
    const ending: Ending = { event: 'handoff.refused', outcome: 'failure', reason: 'BATCH_ID_REUSED' };
    await ctx.audit.append(tx, endingFacts(ctx, row, ending));
  });
  ctx.spool.remove(row.path);
  return { ...row, state: 'refused', code: 'BATCH_ID_REUSED', attempt_open: 0 };
}

/** The environment failed: the attempt ends, the batch waits for the next one, unless its bytes are gone. */
async function closeFailed(ctx: ExporterContext, row: OutboxRow, thrown: unknown): Promise<void> {
  const lost = !existsSync(ctx.spool.pathOf(row.path));
  const detail = ctx.signal.aborted ? { error: 'interrupted' } : errorDetail(codeOf(thrown));
  try {
    await ctx.database.transaction(async (tx) => {
      if (lost) await moveBatch(tx, row, 'pending', 'lost', ctx.clock.now());
      else await endAttempt(tx, row, ctx.clock.now());
      await ctx.audit.append(tx, endingFacts(ctx, row, { event: 'handoff.failed', outcome: 'failure', detail }));
    });
  } catch (failure) {
    // The caller gets the first error; an attempt that stays open is closed as abandoned when the outbox is resumed.
    ctx.log.error(
      { batch_id: row.batch_id, error: codeOf(failure), message: messageOf(failure) },
      'could not record a failed attempt',
    );
  }
}
