export type Chunks = AsyncIterable<Buffer> | Iterable<Buffer>;

/** The same bytes with one bit changed: of byte `at`, counted from the first. */
export async function* flipBit(chunks: Chunks, at: number, bit: number): AsyncGenerator<Buffer> {
  let passed = 0;
  for await (const chunk of chunks) {
    const place = at - passed;
    passed += chunk.length;
    if (place >= 0 && place < chunk.length) {
      const damaged = Buffer.from(chunk);
      damaged.writeUInt8(damaged.readUInt8(place) ^ (1 << bit), place);
      yield damaged;
    } else yield chunk;
  }
}

/** The first `length` bytes. */
export async function* firstBytes(chunks: Chunks, length: number): AsyncGenerator<Buffer> {
  let left = length;
  for await (const chunk of chunks) {
    if (left <= 0) return;
    yield chunk.subarray(0, left);
    left -= chunk.length;
  }
}

export async function allOf(chunks: Chunks): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
