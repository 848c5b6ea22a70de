/** Bytes of large files, made while they are written: nothing here ever holds more than a piece. */
export type Pieces = Iterable<string | Uint8Array>;

const PIECE_BYTES = 1024 ** 2;

/** `unit` again and again, `bytes` in all or a little more, so that no unit is cut. */
export function* repeated(unit: string, bytes: number): Generator<Uint8Array> {
  const unitBytes = Buffer.byteLength(unit);
  const block = Buffer.from(unit.repeat(Math.max(1, Math.floor(PIECE_BYTES / unitBytes))));
  let left = bytes;
  for (; left >= block.length; left -= block.length) yield block;
  if (left > 0) yield Buffer.from(unit.repeat(Math.ceil(left / unitBytes)));
}

/** `count` texts with commas between them, in large pieces. */
export function* listed(count: number, text: (index: number) => string): Generator<string> {
  let piece = '';
  for (let index = 0; index < count; index += 1) {
    piece += index === 0 ? text(index) : `,${text(index)}`;
    if (piece.length < PIECE_BYTES) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

export function* joined(...parts: (string | Uint8Array | Pieces)[]): Generator<string | Uint8Array> {
  for (const part of parts) {
    if (typeof part === 'string' || part instanceof Uint8Array) yield part;
    else yield* part;
  }
}
