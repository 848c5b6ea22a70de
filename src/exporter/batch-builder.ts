import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import type { Contract, Revision } from '../contract/contract.ts';
import { contractNamed } from '../contract/registry.ts';
import { type BatchNumber, formatBatchId } from './batch-id.ts';
import { onDisk } from './disk-errors.ts';
import { FileWriter } from './file-writer.ts';
import type { BuiltBatch } from './outbox-table.ts';
import type { Spool } from './spool.ts';

/** Hexadecimal digits of the SHA-256 in a spooled file's name. */
const HASH_DIGITS = 16;
const COPY_BYTES = 1024 * 1024;
const TAIL = ']}';

/** What all batches of one input share. */
export interface BatchFrame {
  readonly contract: Contract;
  readonly revision: Revision;
  readonly contractPrefix: string;
  readonly source: string;
  readonly target: string;
  readonly input: string;
  /** Called for each record that loses what only later revisions know. */
  readonly onProjected?: () => void;
}

/** The envelope's fields but its records: all of an envelope that a renumbering changes. */
interface EnvelopeFields {
  readonly batch_id: string;
  /** The name of the contract, whether the envelope carries it or not. */
  readonly contract: string;
  readonly schema_version: string;
  readonly created_at: string;
  readonly source: string;
  readonly target: string;
}

/** A record as it goes into the batch: its own bytes where they are JSON already. */
export type RecordText = Uint8Array | string;

/** Writes one envelope record by record, so that memory does not grow with the batch. */
export class BatchBuilder {
  records = 0;
  readonly #frame: BatchFrame;
  readonly #fields: EnvelopeFields;
  readonly #spool: Spool | undefined;
  readonly #writer: FileWriter;
  readonly #headerBytes: number;

  /** Without a spool nothing is written; only sizes are counted. */
  constructor(frame: BatchFrame, number: BatchNumber, createdAt: string, spool: Spool | undefined) {
    this.#frame = frame;
    this.#spool = spool;
    this.#fields = {
      batch_id: formatBatchId(number),
      contract: frame.contract.name,
      schema_version: frame.revision.schemaVersion,
      created_at: createdAt,
      source: frame.source,
      target: frame.target,
    };
    this.#writer = new FileWriter(spool?.newFile());
    this.#writer.writeText(headerText(this.#fields));
    this.#headerBytes = this.#writer.bytes;
  }

  add(record: RecordText): void {
    if (this.records > 0) this.#writer.writeText(',');
    if (typeof record === 'string') this.#writer.writeText(record);
    else this.#writer.writeBytes(record);
    this.records += 1;
  }

  finish(): BuiltBatch {
    this.#writer.writeText(TAIL);
    const { revision, contractPrefix, input } = this.#frame;
    const written = this.#writer.finish();
    const name = `${this.#fields.batch_id}.${written.sha256.slice(0, HASH_DIGITS)}.json`;
    const temporary = this.#writer.path;
    return {
      ...this.#fields,
      ...written,
      revision: revision.version,
      input,
      key: `${contractPrefix}${this.#fields.batch_id}.json`,
      records: this.records,
      header_bytes: this.#headerBytes,
      path: this.#spool === undefined || temporary === undefined ? '' : this.#spool.keep(temporary, name),
    };
  }

  discard(): void {
    this.#writer.close();
    if (this.#writer.path !== undefined) rmSync(this.#writer.path, { force: true });
  }
}

/** `{"batch_id":"…",…,"records":[` */
function headerText(fields: EnvelopeFields): string {
  const { batch_id, contract, schema_version, created_at, source, target } = fields;
  const known = contractNamed(contract);
  const named = known?.form === 'envelope' && known.isNamed === true ? { contract } : {};
  const header = { batch_id, ...named, schema_version, created_at, source, target };
  return `${JSON.stringify(header).slice(0, -1)},"records":[`;
}

/** The same records under another id, in a file of their own; the old file stays. */
export function renumberBatch(built: BuiltBatch, number: BatchNumber, spool: Spool): BuiltBatch {
  const batchId = formatBatchId(number);
  const header = headerText({ ...built, batch_id: batchId });
  const writer = new FileWriter(spool.newFile());
  try {
    writer.writeText(header);
    copyFrom(spool.pathOf(built.path), built.header_bytes ?? 0, writer);
    const written = writer.finish();
    return {
      ...built,
      ...written,
      batch_id: batchId,
      key: `${built.key.slice(0, built.key.lastIndexOf('/') + 1)}${batchId}.json`,
      header_bytes: Buffer.byteLength(header),
      path: spool.keep(writer.path ?? '', `${batchId}.${written.sha256.slice(0, HASH_DIGITS)}.json`),
    };
  } finally {
    writer.close();
  }
}

function copyFrom(path: string, start: number, writer: FileWriter): void {
  onDisk(`read ${path}`, () => {
    const fd = openSync(path, 'r');
    try {
      const buffer = Buffer.allocUnsafe(COPY_BYTES);
      let at = start;
      for (
        let count = readSync(fd, buffer, 0, COPY_BYTES, at);
        count > 0;
        count = readSync(fd, buffer, 0, COPY_BYTES, at)
      ) {
        writer.writeBytes(buffer.subarray(0, count));
        at += count;
      }
    } finally {
      closeSync(fd);
    }
  });
}
