import { AppError } from '../../base/errors.ts';
import type { ByteSource } from './byte-source.ts';
import { checkStart } from './document-start.ts';
import { EnvelopeReader } from './envelope-reader.ts';
import { DEFAULT_LIMITS, DEFAULT_TUNING, type JsonLimits, type ReadTuning } from './limits.ts';
import { mayHaveMembersAfter } from './members-after.ts';
import { Window } from './window.ts';

export interface ReadOptions {
  readonly limits?: JsonLimits;
  readonly tuning?: ReadTuning;
  /** Sees each raw chunk exactly once, in order. The chunk is a view of a reused buffer: use it at once. */
  readonly onBytes?: (chunk: Uint8Array) => void;
}

/**
 * A document `{ …members…, "records": [ … ], …members… }`. What is refused throws `content` with its reason, from
 * whichever call reads that far; after a throw only `drain` may be called.
 */
export interface BatchReader {
  /**
   * Every top-level member but `records` (which is among them when it is no array). The first call reads: a
   * document of up to a window's size altogether, of a larger one no more than is needed to know all members.
   */
  header(): Readonly<Record<string, unknown>>;
  /** `records` is there and is an array. */
  hasRecords(): boolean;
  /** The next records, parsed, in order; undefined once the whole document has been read and proven strict JSON. */
  nextGroup(): readonly unknown[] | undefined;
  /** Lets `onBytes` see the rest of the bytes, also of a document that was refused. */
  drain(): void;
}

/** Opens without reading: `header` is the first call that reads. */
export function openBatch(source: ByteSource, options: ReadOptions = {}): BatchReader {
  return new StreamedBatch(source, options);
}

class StreamedBatch implements BatchReader {
  readonly #source: ByteSource;
  readonly #limits: JsonLimits;
  readonly #tuning: ReadTuning;
  readonly #window: Window;
  #envelope: EnvelopeReader;
  #header: Readonly<Record<string, unknown>> | undefined;
  /** The header as it was when it was given out. */
  #announced = '';
  #hasRecords = false;
  /** The groups of a document that was read altogether, last first. */
  #ready: (readonly unknown[])[] = [];

  constructor(source: ByteSource, options: ReadOptions) {
    this.#source = source;
    this.#limits = options.limits ?? DEFAULT_LIMITS;
    this.#tuning = options.tuning ?? DEFAULT_TUNING;
    this.#window = new Window(source, {
      windowBytes: this.#tuning.windowBytes,
      maxDocumentBytes: this.#limits.maxDocumentBytes,
      onBytes: options.onBytes,
    });
    this.#envelope = this.#newEnvelope();
  }

  header(): Readonly<Record<string, unknown>> {
    if (this.#header === undefined) {
      this.#header = this.#open();
      this.#announced = JSON.stringify(this.#header);
    }
    return this.#header;
  }

  hasRecords(): boolean {
    this.header();
    return this.#hasRecords;
  }

  nextGroup(): readonly unknown[] | undefined {
    this.header();
    const group = this.#ready.pop() ?? this.#envelope.nextGroup();
    if (group === undefined && JSON.stringify(this.#envelope.header) !== this.#announced) {
      throw new AppError('changed', 'read a document whose header changed while it was read');
    }
    return group;
  }

  drain(): void {
    this.#window.drain();
  }

  #open(): Readonly<Record<string, unknown>> {
    checkStart(this.#window, this.#source.sizeBytes, this.#limits);
    this.#hasRecords = this.#envelope.toRecords();
    const { header } = this.#envelope;
    if (!this.#hasRecords) return header;
    if (this.#window.holdsWholeDocument) this.#readAll();
    else if (mayHaveMembersAfter(this.#source, this.#limits.maxHeaderBytes)) this.#readAhead();
    return header;
  }

  #readAll(): void {
    const groups: (readonly unknown[])[] = [];
    for (let group = this.#envelope.nextGroup(); group !== undefined; group = this.#envelope.nextGroup()) {
      groups.push(group);
    }
    this.#ready = groups.reverse();
  }

  /** Once for the members behind `records`, then again to give out the records. */
  #readAhead(): void {
    while (this.#envelope.nextGroup() !== undefined);
    this.#window.rewind();
    this.#envelope = this.#newEnvelope();
    this.#envelope.toRecords();
  }

  #newEnvelope(): EnvelopeReader {
    return new EnvelopeReader(this.#window, { limits: this.#limits, tuning: this.#tuning });
  }
}
