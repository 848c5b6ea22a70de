import type { Problem } from '../base/reasons.ts';
import type { RecordText } from './batch-builder.ts';

/** Longer records are bad records, as the consumer would refuse them. */
export const MAX_RECORD_BYTES = 1024 * 1024;

/** One record of an input, whatever its format. Good only until the next group is asked for. */
export interface InputRecord {
  /** Counts all records of the input, good and bad, from 0. */
  readonly position: number;
  /** From 1; undefined in a JSON array. */
  readonly line: number | undefined;
  /** The input's offset of the record's first byte. */
  readonly byte: number;
  /** Only where `problems` is empty. */
  readonly value: unknown;
  /** What makes it no record of any contract. */
  readonly problems: readonly Problem[];
  /** Its bytes in the input where they are JSON text; undefined where they are not, or too many. */
  readonly json: Uint8Array | undefined;
  /** True where `value` is not what the input holds: its bytes are only good to show then. */
  readonly isChanged?: boolean;
  /** Its cells, in CSV. */
  readonly cells: readonly string[] | undefined;
}

export interface RecordGroup {
  readonly records: readonly InputRecord[];
  /** Bytes of the input read so far. */
  readonly bytesRead: number;
}

/** An open input. */
export interface InputFile {
  /** As the operator named it. */
  readonly name: string;
  readonly fd: number;
  readonly sizeBytes: number;
  /** At opening, to notice a writer. */
  readonly modifiedMs: number;
}

export type RecordFormat = 'array' | 'ndjson' | 'csv';

export function jsonOf(record: InputRecord): RecordText {
  const json = record.isChanged === true ? undefined : record.json;
  return json ?? JSON.stringify(record.value);
}

/** The record as it was given, to be mended: JSON text, a line of CSV, or base64 where it is no text. */
export function rawOf(record: InputRecord): { readonly raw: string } | { readonly raw_base64: string } | undefined {
  if (record.cells !== undefined) return { raw: record.cells.map(quoteCell).join(',') };
  if (record.json === undefined) return undefined;
  const bytes = Buffer.from(record.json);
  const raw = bytes.toString('utf8');
  return Buffer.from(raw).equals(bytes) ? { raw } : { raw_base64: bytes.toString('base64') };
}

function quoteCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
