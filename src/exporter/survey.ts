import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { AppError } from '../base/errors.ts';
import { openArray } from '../contract/json/array-reader.ts';
import { fileSource } from '../contract/json/byte-source.ts';
import { CsvStructure } from './csv-structure.ts';
import type { InputFile, RecordFormat } from './input-record.ts';
import { Utf8Check } from './utf8-check.ts';

const READ_BYTES = 1024 * 1024;

/** What the first pass over an input finds. */
export interface Survey {
  readonly sha256: string;
  /** Why nothing of the input can be published, though single records of it may be good. */
  readonly fault: AppError | undefined;
}

/**
 * Hashes an input and looks for what would break it off half way, so that no batch of it is published before it is
 * known that the rest can be read. JSON lines have nothing of the kind: a bad line is a bad record.
 */
export async function surveyInput(input: InputFile, format: RecordFormat, signal: AbortSignal): Promise<Survey> {
  const hash = createHash('sha256');
  const check = checkOf(format);
  let fault: AppError | undefined;
  const source = fileSource(input.fd, input.sizeBytes);
  const buffer = Buffer.allocUnsafe(READ_BYTES);
  for (let count = source.read(buffer, 0); count > 0; count = source.read(buffer, 0)) {
    signal.throwIfAborted();
    const chunk = buffer.subarray(0, count);
    hash.update(chunk);
    fault ??= contentFault(() => check.see(chunk));
    await setImmediate();
  }
  fault ??= contentFault(() => check.finish());
  if (fault === undefined && format === 'array') fault = await arrayFault(input, signal);
  return { sha256: hash.digest('hex'), fault };
}

interface Check {
  see(chunk: Uint8Array): void;
  finish(): void;
}

function checkOf(format: RecordFormat): Check {
  return format === 'csv' ? csvCheck() : { see() {}, finish() {} };
}

function csvCheck(): Check {
  const utf8 = new Utf8Check();
  const structure = new CsvStructure();
  let first = true;
  return {
    see(chunk) {
      utf8.see(chunk);
      structure.see(first && chunk[0] === 0xef ? chunk.subarray(3) : chunk);
      first = false;
    },
    finish() {
      utf8.finish();
      structure.finish();
    },
  };
}

async function arrayFault(input: InputFile, signal: AbortSignal): Promise<AppError | undefined> {
  const reader = openArray(fileSource(input.fd, input.sizeBytes));
  let more = true;
  while (more) {
    signal.throwIfAborted();
    const fault = contentFault(() => {
      for (let groups = 0; groups < 64 && more; groups++) more = reader.nextGroup() !== undefined;
    });
    if (fault !== undefined) return fault;
    await setImmediate();
  }
  return undefined;
}

/** The content error that `fn` throws; any other goes on. */
export function contentFault(fn: () => void): AppError | undefined {
  try {
    fn();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'content') return thrown;
    throw thrown;
  }
}
