import { fits, MAX_VOID, schemaSha256, type StatementPayload } from '../contract/index.ts';
import type { Transaction } from '../database/port.ts';
import type { ExporterContext } from './context.ts';
import { type OutboxRow, recordStatement } from './outbox-table.ts';
import { nameVoids, takeStreamNumber, unnamedVoids, unnameVoids } from './stream-table.ts';

/**
 * Signs what is said of a batch whose attempt begins, in the transaction that begins it: number, statement and attempt
 * are durable together, before any byte leaves. Once signed it stays, so that a retry puts the very same metadata,
 * unless the system signs with another key by now. Without a key nothing is said and no number taken. Returns the row.
 */
export async function stateBatch(ctx: ExporterContext, tx: Transaction, row: OutboxRow): Promise<OutboxRow> {
  const { signer } = ctx;
  if (signer === undefined || (row.statement !== null && row.statement_kid === signer.kid)) return row;
  const streamSeq = row.stream_seq ?? (await takeStreamNumber(tx, row));
  await unnameVoids(tx, row.id);
  const payload = choosePayload(await draftPayload(ctx, tx, row, streamSeq), signer.kid);
  const statement = await signer.sign(payload);
  const signed = { stream_seq: streamSeq, statement, statement_kid: signer.kid };
  await recordStatement(tx, row.id, signed);
  await nameVoids(tx, row, payload.void ?? [], row.id);
  return { ...row, ...signed };
}

async function draftPayload(
  ctx: ExporterContext,
  tx: Transaction,
  row: OutboxRow,
  streamSeq: number,
): Promise<StatementPayload> {
  const { contract, schema_version, revision, batch_id, source, target, key, bytes, sha256, records, created_at } = row;
  const voids = await unnamedVoids(tx, row, streamSeq, MAX_VOID);
  const checkpoint = await ctx.latestCheckpoint?.(tx);
  return {
    contract,
    schema_version,
    revision,
    schema_sha256: schemaSha256(contract, revision),
    batch_id,
    source,
    target,
    key,
    bytes,
    sha256,
    records,
    created_at,
    stream_seq: streamSeq,
    ...(voids.length === 0 ? {} : { void: voids }),
    ...(checkpoint === undefined ? {} : { checkpoint }),
    iat: Math.floor(ctx.clock.now() / 1_000),
  };
}

/** Where long names leave no room in the metadata, what a later statement can say as well is left to that one. */
function choosePayload(payload: StatementPayload, kid: string): StatementPayload {
  const { checkpoint: _checkpoint, ...withoutCheckpoint } = payload;
  const { void: _void, ...bare } = withoutCheckpoint;
  return [payload, withoutCheckpoint].find((candidate) => fits(candidate, kid)) ?? bare;
}
