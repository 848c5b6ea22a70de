/**
 * An object store as the project needs it. Keys are `/`-separated UTF-8, never start with `/`, and hold no
 * `.` or `..` segment. Every call takes a signal; aborting rejects with the signal's reason.
 *
 * Codes thrown: `unavailable` (reset, time-out, short body, 408 429 5xx), `denied`, `no_bucket`, `clock_skew`,
 * `disk_full`, `read_only`, `misconfigured`; and where stated `not_found`, `changed`.
 */
export interface ObjectInfo {
  readonly key: string;
  /** Opaque; it changes when the bytes do. Equal only to etags of the same adapter. */
  readonly etag: string;
  readonly sizeBytes: number;
  /** For ages and display alone, never for identity: stores disagree with themselves about it. */
  readonly modifiedMs: number;
  /** The object may still be growing under a writer that we do not know: only a folder can say so. */
  readonly unsettled: boolean;
}

/** Lower-case names to short printable values; at most 2 kB in all. */
export type Metadata = Readonly<Record<string, string>>;

export interface ObjectHead extends ObjectInfo {
  readonly metadata: Metadata;
  /**
   * Base64; only where the store states one that looks like it. A store that encrypts may state something else in its
   * place: bytes that differ from it are in doubt, not refuted.
   */
  readonly md5?: string;
}

export interface OpenObject {
  readonly head: ObjectHead;
  /**
   * `fd` where the bytes lie on this machine's disk, to be read in place with positioned reads (the worker thread may
   * do that); otherwise `stream`, which throws `unavailable` when it ends before `head.sizeBytes`.
   */
  readonly body: { readonly fd: number } | { readonly stream: AsyncIterable<Uint8Array> };
  /** Releases the descriptor or drops the connection. Safe to call twice. */
  close(): Promise<void>;
}

/** Bytes to write, with both hashes known beforehand (the store proves the upload by MD5). */
export interface Payload {
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Base64, as Content-MD5 wants it. */
  readonly md5: string;
  /** In memory, or a local file of exactly these bytes. */
  readonly bytes: { readonly memory: Uint8Array } | { readonly path: string };
}

export interface ObjectStore {
  /** `s3://bucket/prefix` or `file:./bucket`, for messages; no secrets. */
  readonly location: string;
  /** Equal for two URLs of one store, however they are written. */
  readonly identity: string;
  /** Calls made so far, by verb: list, head, get, put, link, delete, create. */
  readonly requests: Readonly<Record<string, number>>;
  /** Pages of objects under `prefix`, in key order. A listing that cannot finish throws; an absent folder is an empty one. */
  list(prefix: string, options: { signal: AbortSignal; pageSize?: number }): AsyncIterable<readonly ObjectInfo[]>;
  /** Undefined when there is no such object. */
  head(key: string, signal: AbortSignal): Promise<ObjectHead | undefined>;
  /** Throws `not_found`; throws `changed` when `etag` is given and the object has another one. */
  open(key: string, options: { signal: AbortSignal; etag?: string }): Promise<OpenObject>;
  /** Writes the whole object or nothing, proven intact. `exists` leaves the stored bytes untouched. */
  putIfAbsent(key: string, payload: Payload, metadata: Metadata, signal: AbortSignal): Promise<'created' | 'exists'>;
  /**
   * Makes `destination` hold the very bytes that were verified when `source` was opened with `source.etag`.
   * S3: a PUT of `payload`. Directory: a link, so `payload` may be undefined. Throws `changed` when a directory's
   * source is no longer what was opened, `not_found` when it is gone. `exists`: destination was there and is untouched.
   */
  preserve(
    source: { readonly key: string; readonly etag: string },
    destination: string,
    payload: Payload | undefined,
    metadata: Metadata,
    signal: AbortSignal,
  ): Promise<'created' | 'exists'>;
  /**
   * Removes the object if it still is the one with `etag` (as far as the store can tell; `preserve` does not count as a change).
   * `gone`: it was not there. `changed`: another object has the key now, and it stays.
   */
  remove(key: string, etag: string, signal: AbortSignal): Promise<'removed' | 'gone' | 'changed'>;
  /** Makes the bucket or folder. Fine when it exists. */
  create(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
