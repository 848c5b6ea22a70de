import type { Clock } from '../../base/clock.ts';
import { codeOf } from '../../base/errors.ts';
import { type ObjectStore, parseStoreUrl } from '../../objectstore/index.ts';
import { type Answer, type Finding, runCheck } from './check.ts';
import type { Place } from './places.ts';
import { probeKey, probePayload, readAll, removeProbe, withProbe } from './probe-object.ts';

/** More than this and times in logs of both sides no longer tell what came first; at 15 minutes S3 refuses requests. */
const MAX_SKEW_MS = 5 * 60_000;
/** Base64 of an MD5 that no probe has. */
const WRONG_MD5 = 'AAAAAAAAAAAAAAAAAAAAAA==';

export interface StoreQuestion {
  readonly store: ObjectStore;
  readonly url: string;
  readonly places: readonly Place[];
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Probes the store by using it. Where it cannot even be listed the rest would only repeat that. */
export async function checkStore(question: StoreQuestion): Promise<Finding[]> {
  const { store, places, signal } = question;
  const [first] = places;
  const prefix = first?.prefix ?? '';
  const reach = await runCheck('store', signal, () => list(store, prefix, signal));
  if (!reach.check.ok) return [reach];
  const findings = [reach];
  for (const place of places) {
    findings.push(await runCheck(place.kind, signal, () => mayWrite(store, place, signal)));
  }
  // Without a probe object there is nothing to look at.
  if (findings.some(({ check }) => !check.ok)) return findings;
  findings.push(
    await runCheck('conditional-put', signal, () => keepsFirst(store, prefix, signal)),
    await runCheck('md5', signal, () => refusesWrongMd5(question, prefix)),
    await runCheck('list-and-head', signal, () => agreesWithItself(store, prefix, signal)),
    await runCheck('clock', signal, () => tellsTheTime(question, prefix)),
  );
  return findings;
}

async function list(store: ObjectStore, prefix: string, signal: AbortSignal): Promise<Answer> {
  for await (const _page of store.list(prefix, { signal, pageSize: 1 })) break;
  return { ok: true, detail: `${store.location} answers` };
}

async function mayWrite(store: ObjectStore, { prefix, mustDelete }: Place, signal: AbortSignal): Promise<Answer> {
  const key = probeKey(prefix);
  let deleted = false;
  try {
    await store.putIfAbsent(key, probePayload('probe'), {}, signal);
  } finally {
    deleted = await removeProbe(store, key);
  }
  if (deleted) return { ok: true, detail: `${prefix}: may write and delete` };
  const detail = `${prefix}: may write, may not delete; ${key} stays`;
  if (!mustDelete) return { ok: true, detail: `${detail}, which is fine here` };
  return {
    ok: false,
    detail,
    hint: `allow this system to delete under ${prefix}: what was archived has to leave the inbox`,
  };
}

async function keepsFirst(store: ObjectStore, prefix: string, signal: AbortSignal): Promise<Answer> {
  return withProbe(store, prefix, signal, async ({ key, payload }) => {
    const second = await store.putIfAbsent(key, probePayload('another'), {}, signal);
    const bytes = await readAll(store, key, signal);
    const kept = 'memory' in payload.bytes && bytes.equals(payload.bytes.memory);
    if (second === 'exists' && kept)
      return { ok: true, detail: 'a second put of a key is refused and the first bytes stay' };
    return {
      ok: false,
      detail: kept ? 'a second put of a key is not refused' : 'a second put of a key overwrites the first bytes',
      hint: 'use a store that honours If-None-Match; without it two writers of one batch id are not noticed',
    };
  });
}

async function refusesWrongMd5({ store, url, signal }: StoreQuestion, prefix: string): Promise<Answer> {
  if (parseStoreUrl(url).kind === 'directory') {
    return { ok: true, detail: 'not needed: a directory is written by this machine itself' };
  }
  const key = probeKey(prefix);
  try {
    await store.putIfAbsent(key, { ...probePayload('damaged'), md5: WRONG_MD5 }, {}, signal);
  } catch (thrown) {
    // Damaged on the way is what the adapter makes of it: worth another try with whole bytes.
    if (codeOf(thrown) !== 'unavailable') throw thrown;
    if ((await store.head(key, signal)) === undefined) return { ok: true, detail: 'damaged bytes are refused' };
  } finally {
    await removeProbe(store, key);
  }
  return {
    ok: false,
    detail: 'bytes that do not have their Content-MD5 are taken',
    hint: 'use a store that checks Content-MD5; without it damage on the way to the archive is not noticed',
  };
}

async function agreesWithItself(store: ObjectStore, prefix: string, signal: AbortSignal): Promise<Answer> {
  return withProbe(store, prefix, signal, async ({ key, head }) => {
    for await (const page of store.list(key, { signal })) {
      const listed = page.find((object) => object.key === key);
      if (listed === undefined) continue;
      if (listed.etag === head.etag && listed.sizeBytes === head.sizeBytes) {
        return { ok: true, detail: 'a listing and a look at the object agree on etag and size' };
      }
      return {
        ok: false,
        detail: `the listing says ${listed.etag}, ${listed.sizeBytes} B, the object ${head.etag}, ${head.sizeBytes} B`,
        hint: 'use a store whose listings are consistent: every file would look changed',
      };
    }
    return {
      ok: false,
      detail: 'a new object is not listed at once',
      hint: 'use a store whose listings are consistent',
    };
  });
}

async function tellsTheTime({ store, clock, signal }: StoreQuestion, prefix: string): Promise<Answer> {
  return withProbe(store, prefix, signal, async ({ head }) => {
    const skewMs = Math.abs(clock.now() - head.modifiedMs);
    const detail = `this clock and the store's differ by ${(skewMs / 1000).toFixed(1)} s`;
    if (skewMs <= MAX_SKEW_MS) return { ok: true, detail };
    return { ok: false, detail, hint: 'set the clock of this machine, best by NTP' };
  });
}
