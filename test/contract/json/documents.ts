import type { ByteSource } from '../../../src/contract/json/byte-source.ts';
import type { BatchReader } from '../../../src/contract/json/batch-reader.ts';
import { AppError } from '../../../src/base/errors.ts';

/** A source that gives 1 to `maxChunk` bytes at a time; without a tail unless asked. */
export function chunkedSource(bytes: Uint8Array, maxChunk: number, withTail = false): ByteSource {
  let position = 0;
  let turn = 0;
  return {
    sizeBytes: bytes.length,
    read(into, offset) {
      turn++;
      const wanted = 1 + ((turn * 7919) % maxChunk);
      const chunk = bytes.subarray(position, position + Math.min(wanted, into.length - offset));
      into.set(chunk, offset);
      position += chunk.length;
      return chunk.length;
    },
    rewind() {
      position = 0;
    },
    ...(withTail && {
      readTail(into: Uint8Array) {
        const tail = bytes.subarray(Math.max(0, bytes.length - into.length));
        into.set(tail);
        return tail.length;
      },
    }),
  };
}

/** Everything a reader gives, as one JSON text: what `JSON.parse` would have given. */
export function readAll(reader: BatchReader): { header: unknown; records: unknown[]; hasRecords: boolean } {
  const header = reader.header();
  const records: unknown[] = [];
  for (let group = reader.nextGroup(); group !== undefined; group = reader.nextGroup()) records.push(...group);
  return { header, records, hasRecords: reader.hasRecords() };
}

/** The reason and pointer of a refusal; undefined when `work` went through. Any other error is the test's. */
export function refusalOf(work: () => unknown): { reason: string; pointer: string } | undefined {
  try {
    work();
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.reason === undefined) throw thrown;
    return { reason: thrown.reason, pointer: thrown.problems[0]?.pointer ?? '?' };
  }
}

/** Twelve flat fields, about 530 bytes with their separators, as the usual producer writes them. */
export function leadCard(index: number): Record<string, string | number> {
  const digits = String(index).padStart(12, '0');
  return {
    lead_id: `6f1b2c3d-4e5f-4a6b-8c7d-${digits}`,
    source_platform: ['tiktok', 'threads', 'x'][index % 3]!,
    username: `market_builder_account_${digits}_official`,
    display_name: `Jordan Example ${digits}, wholesale and solar buyers, second office, north east region and islands`,
    audience_pool: 'wholesalers',
    persona: 'operator',
    tribe: 'growth-operators',
    execution_label: 'AFFILIATE',
    confidence_score: (index % 1000) / 1000,
    enrichment_status: 'REQUESTED',
    contactability_score: (index % 997) / 997,
    created_at: '2026-01-11T18:22:00.000Z',
  };
}

export const ENVELOPE = {
  batch_id: 'sxp_2026_01_11_001',
  schema_version: 'v1',
  created_at: '2026-01-11T18:22:00Z',
  source: 'social-xpress-engine',
  target: 'nextier-execution',
};

export function batchOf(records: readonly unknown[]): Buffer {
  return Buffer.from(JSON.stringify({ ...ENVELOPE, records }));
}
