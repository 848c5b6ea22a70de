import { contentError } from '../../base/errors.ts';
import type { ReadOptions } from './batch-reader.ts';
import type { ByteSource } from './byte-source.ts';
import { checkStart } from './document-start.ts';
import { ElementReader, type Group } from './element-reader.ts';
import { DEFAULT_LIMITS, DEFAULT_TUNING } from './limits.ts';
import { refusal, unexpected, ValueReader } from './value-reader.ts';
import { Window } from './window.ts';

export interface ArrayElement {
  readonly value: unknown;
  /** The document's offset of the element's first byte, and of the byte behind its last. */
  readonly startOffset: number;
  readonly endOffset: number;
}

/** A document that is an array. What is refused throws `content` with its reason; then only `drain` may be called. */
export interface ArrayReader {
  /** The next elements, in order; undefined once the whole document has been read and proven strict JSON. */
  nextGroup(): readonly ArrayElement[] | undefined;
  /** Lets `onBytes` see the rest of the bytes, also of a document that was refused. */
  drain(): void;
}

const OPEN_ARRAY = 0x5b;

/** Opens without reading: the first `nextGroup` reads. */
export function openArray(source: ByteSource, options: ReadOptions = {}): ArrayReader {
  const limits = options.limits ?? DEFAULT_LIMITS;
  const tuning = options.tuning ?? DEFAULT_TUNING;
  const { windowBytes } = tuning;
  const window = new Window(source, {
    windowBytes,
    maxDocumentBytes: limits.maxDocumentBytes,
    onBytes: options.onBytes,
  });
  const values = new ValueReader(window, limits.maxDepth);
  const elementOptions = { limits, tuning, pointer: '', levels: limits.maxDepth - 1, spans: true };
  let elements: ElementReader | undefined;

  function open(): ElementReader {
    checkStart(window, source.sizeBytes, limits);
    const first = window.peek();
    if (first === -1) throw refusal(unexpected(window), '');
    if (first !== OPEN_ARRAY) throw contentError('ENVELOPE_INVALID', '', 'the document must be an array');
    window.pos++;
    return new ElementReader(window, values, elementOptions);
  }

  return {
    nextGroup() {
      elements ??= open();
      const group = elements.nextGroup();
      if (group !== undefined) return withOffsets(group);
      if (window.peek() !== -1) throw refusal(unexpected(window), '');
      return undefined;
    },
    drain() {
      window.drain();
    },
  };
}

function withOffsets({ values, spans }: Group): ArrayElement[] {
  return values.map((value, index) => ({
    value,
    startOffset: spans[index * 2] as number,
    endOffset: spans[index * 2 + 1] as number,
  }));
}
