import { setImmediate } from 'node:timers/promises';
import { AppError } from '../base/errors.ts';
import type { Problem } from '../base/reasons.ts';
import { fileSource } from '../contract/json/byte-source.ts';
import { parseStrict } from '../contract/json/parse-strict.ts';
import { type InputFile, type InputRecord, MAX_RECORD_BYTES, type RecordGroup } from './input-record.ts';

const NEWLINE = 0x0a;
/** One byte more than a record may have: a full buffer without a newline is a record that is too long. */
const BUFFER_BYTES = 2 * MAX_RECORD_BYTES + 1;

const TOO_LARGE: Problem = { code: 'TOO_LARGE', pointer: '', rule: `must not be over ${MAX_RECORD_BYTES} bytes` };

/** One record a line; blank lines are no records. A line that is no JSON is a bad record, and the next one is read. */
export async function* readNdjson(input: InputFile): AsyncIterable<RecordGroup> {
  const reader = new LineReader(input);
  for (let group = reader.next(); group !== undefined; group = reader.next()) {
    yield group;
    // A turn for signals and timers: all of the reading is synchronous.
    await setImmediate();
  }
}

class LineReader {
  readonly #source: ReturnType<typeof fileSource>;
  readonly #buffer: Buffer;
  /** `#buffer[0..#end)` is read, `#buffer[0..#start)` is given out. */
  #start = 0;
  #end = 0;
  /** The input's offset of `#buffer[0]`. */
  #base = 0;
  #atEnd = false;
  /** Inside of a line that is too long: everything up to its end is dropped. */
  #skipping = false;
  #line = 1;
  #position = 0;

  constructor({ fd, sizeBytes }: InputFile) {
    this.#source = fileSource(fd, sizeBytes);
    this.#buffer = Buffer.allocUnsafeSlow(Math.min(BUFFER_BYTES, sizeBytes + 1));
  }

  /** The lines of one buffer; undefined at the end of the input. */
  next(): RecordGroup | undefined {
    if (this.#atEnd) return undefined;
    this.#fill();
    const records: InputRecord[] = [];
    for (let newline = this.#newline(); newline !== -1; newline = this.#newline()) {
      this.#take(newline, records);
      this.#start = newline + 1;
      this.#line += 1;
    }
    if (this.#atEnd) {
      this.#take(this.#end, records);
      this.#start = this.#end;
    } else if (this.#end - this.#start > MAX_RECORD_BYTES) {
      this.#skip(records);
    }
    return { records, bytesRead: this.#base + this.#start };
  }

  #newline(): number {
    const at = this.#buffer.subarray(0, this.#end).indexOf(NEWLINE, this.#start);
    return at;
  }

  #fill(): void {
    this.#buffer.copyWithin(0, this.#start, this.#end);
    this.#base += this.#start;
    this.#end -= this.#start;
    this.#start = 0;
    while (this.#end < this.#buffer.length) {
      const count = this.#source.read(this.#buffer, this.#end);
      this.#end += count;
      if (count === 0) {
        this.#atEnd = true;
        return;
      }
    }
  }

  #take(lineEnd: number, records: InputRecord[]): void {
    if (this.#skipping) {
      this.#skipping = false;
      return;
    }
    const { from, to } = trim(this.#buffer, this.#start, lineEnd);
    if (from === to) return;
    const bytes = this.#buffer.subarray(from, to);
    const place = { position: this.#position, line: this.#line, byte: this.#base + from, cells: undefined };
    records.push(bytes.length > MAX_RECORD_BYTES ? tooLarge(place) : { ...place, json: bytes, ...parseLine(bytes) });
    this.#position += 1;
  }

  #skip(records: InputRecord[]): void {
    const place = { position: this.#position, line: this.#line, byte: this.#base + this.#start, cells: undefined };
    if (!this.#skipping) {
      records.push(tooLarge(place));
      this.#position += 1;
    }
    this.#skipping = true;
    this.#start = this.#end;
  }
}

function tooLarge(place: Pick<InputRecord, 'position' | 'line' | 'byte' | 'cells'>): InputRecord {
  return { ...place, json: undefined, value: undefined, problems: [TOO_LARGE] };
}

const NO_PROBLEMS: readonly Problem[] = [];

function parseLine(bytes: Buffer): Pick<InputRecord, 'value' | 'problems'> {
  try {
    return { value: parseStrict(bytes), problems: NO_PROBLEMS };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'content') throw thrown;
    return { value: undefined, problems: thrown.problems };
  }
}

/** Without the white space around a line, a carriage return among it. */
function trim(bytes: Buffer, start: number, end: number): { from: number; to: number } {
  let from = start;
  let to = end;
  while (from < to && isSpace(bytes[from])) from += 1;
  while (to > from && isSpace(bytes[to - 1])) to -= 1;
  return { from, to };
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0d || byte === 0x09;
}
