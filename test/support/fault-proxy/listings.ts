/** Answers kept for each request: the oldest of them is the one that a late store gives. */
const MAX_REMEMBERED = 20;

/** What the store said to listings, by request. */
export class ListingMemory {
  readonly #answers = new Map<string, Buffer[]>();

  add(url: string, body: Buffer): void {
    const answers = this.#answers.get(url) ?? [];
    this.#answers.set(url, [...answers, body].slice(-MAX_REMEMBERED));
  }

  oldest(url: string): Buffer | undefined {
    return this.#answers.get(url)?.[0];
  }
}

/** The listing without the entries of the keys that match. */
export function withoutKeys(body: Buffer, keys: RegExp): Buffer {
  const kept = body.toString().replaceAll(/<Contents>.*?<\/Contents>/gs, (entry) => {
    const key = decodeURIComponent(/<Key>(.*?)<\/Key>/s.exec(entry)?.[1] ?? '');
    return keys.test(key) ? '' : entry;
  });
  return Buffer.from(kept);
}
