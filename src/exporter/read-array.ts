import { readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { type ArrayElement, openArray } from '../contract/json/array-reader.ts';
import { fileSource } from '../contract/json/byte-source.ts';
import type { InputFile, InputRecord, RecordGroup } from './input-record.ts';

/** Groups between two turns for signals and timers: about 1 MiB. */
const GROUPS_PER_TURN = 64;

/** The elements of one JSON array. Throws `content` where the document is broken: what follows cannot be told apart. */
export async function* readArray(input: InputFile): AsyncIterable<RecordGroup> {
  const reader = openArray(fileSource(input.fd, input.sizeBytes));
  let position = 0;
  let turn = 0;
  for (let group = reader.nextGroup(); group !== undefined; group = reader.nextGroup()) {
    const first = position;
    const records = group.map((element, index) => recordOf(input, element, first + index));
    position += group.length;
    yield { records, bytesRead: group.at(-1)?.endOffset ?? 0 };
    turn += 1;
    if (turn % GROUPS_PER_TURN === 0) await setImmediate();
  }
}

function recordOf({ fd }: InputFile, { value, startOffset, endOffset }: ArrayElement, position: number): InputRecord {
  return {
    position,
    line: undefined,
    byte: startOffset,
    value,
    problems: [],
    cells: undefined,
    // Asked for bad records alone, of which there are few: a good one is written from its value.
    get json() {
      const bytes = Buffer.allocUnsafe(endOffset - startOffset);
      return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, startOffset));
    },
  };
}
