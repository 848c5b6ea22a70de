import { AppError, classOf } from '../base/errors.ts';
import type { ObjectHead, Payload } from '../objectstore/port.ts';
import type { PollerDeps } from './context.ts';
import { fetchFile } from './fetch-file.ts';
import { hashObject } from './hash-object.ts';
import { digest } from './preserve-proven.ts';

/** A poll at work takes inbox objects away, and in a folder that touches the kept object too: then it is tried again. */
const MAX_TRIES = 3;

/** An object that we keep, in the archive or in quarantine, and the name in the inbox that it had. */
export interface Kept {
  readonly key: string;
  readonly inboxKey: string;
  /** Tells apart what several calls at once spool to disk. */
  readonly place: number;
}

/** What was read: the hash of the bytes, and the one that was written beside them when they were kept. */
export interface KeptHash {
  readonly sha256: string;
  readonly stated: string | undefined;
}

/**
 * Puts a kept object back into the inbox, write-once, under the name that it had; the kept one stays. `isProven` is asked
 * before its bytes go anywhere; what it denies is read once more, for the wire may have hurt them. `same`: the inbox holds
 * these bytes already. `other`: it holds others under this name, and they stay. With `dryRun` nothing is put, and it says what
 * would be. Throws `not_found` when nothing is kept there.
 */
export async function putBack(
  deps: PollerDeps,
  kept: Kept,
  isProven: (found: KeptHash) => boolean,
  options: { readonly dryRun?: boolean } = {},
): Promise<'created' | 'same' | 'other' | 'unproven'> {
  let denied = false;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const head = await deps.store.head(kept.key, deps.signal);
    if (head === undefined) throw new AppError('not_found', `put ${kept.inboxKey} back: ${kept.key} is gone`);
    const there = await unlessChanged(() => putOnce(deps, kept, head, isProven, options.dryRun === true));
    if (there === 'free' && options.dryRun === true) return 'created';
    if (there === undefined || there === 'free') continue;
    if (there !== 'unproven' || denied) return there;
    denied = true;
  }
  throw new AppError('changed', `put ${kept.inboxKey} back: it changes while it is looked at`);
}

/** What the inbox holds under the name that bytes with this hash would get. */
async function compareInbox(deps: PollerDeps, inboxKey: string, sha256: string): Promise<'free' | 'same' | 'other'> {
  try {
    return (await hashObject(deps.store, inboxKey, deps.signal)).sha256 === sha256 ? 'same' : 'other';
  } catch (thrown) {
    if (classOf(thrown) !== 'gone') throw thrown;
    return 'free';
  }
}

async function unlessChanged<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (thrown) {
    if (classOf(thrown) !== 'changed') throw thrown;
    return undefined;
  }
}

async function putOnce(
  deps: PollerDeps,
  { inboxKey, place }: Kept,
  { key, etag, sizeBytes }: ObjectHead,
  isProven: (found: KeptHash) => boolean,
  dryRun: boolean,
): Promise<'created' | 'free' | 'same' | 'other' | 'unproven'> {
  const fetched = await fetchFile(deps, { id: place, key, etag, size: sizeBytes });
  try {
    const found = await digest(fetched);
    // Our own hash is not the producer's claim: what is put back goes without one.
    const { sha256: stated, code: _code, ...metadata } = fetched.metadata;
    if (!isProven({ sha256: found.sha256, stated })) return 'unproven';
    if (dryRun) return await compareInbox(deps, inboxKey, found.sha256);
    const payload: Payload | undefined =
      fetched.bytes === undefined ? undefined : { sizeBytes, ...found, bytes: fetched.bytes };
    const put = await deps.store.preserve({ key, etag }, inboxKey, payload, metadata, deps.signal);
    return put === 'created' ? 'created' : await compareInbox(deps, inboxKey, found.sha256);
  } finally {
    await fetched.close();
  }
}
