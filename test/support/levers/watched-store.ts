/** Stands in for `objectstore/open.ts` in a watched process: the same stores, with a point before and after each call. */
import { type OpenStoreOptions, openStore as openReal } from '../../../src/objectstore/open.ts';
import type { ObjectInfo, ObjectStore, OpenObject } from '../../../src/objectstore/port.ts';
import { leversOfThisProcess } from './levers.ts';
import { dieNow, placeOf, reach } from './points.ts';

export { type OpenStoreOptions, parseStoreUrl } from '../../../src/objectstore/open.ts';

const { poison } = leversOfThisProcess();

export async function openStore(url: string, options?: OpenStoreOptions): Promise<ObjectStore> {
  return watched(await openReal(url, options));
}

function watched(store: ObjectStore): ObjectStore {
  return {
    get location() {
      return store.location;
    },
    get identity() {
      return store.identity;
    },
    get requests() {
      return store.requests;
    },
    list: (prefix, options) => listed(store, prefix, options),
    head: (key, signal) => around(`head ${placeOf(key)}`, () => store.head(key, signal)),
    open: async (key, options) => {
      if (poison !== undefined && key.includes(poison)) dieNow();
      return interrupted(key, await around(`open ${placeOf(key)}`, () => store.open(key, options)));
    },
    putIfAbsent: (key, ...rest) => around(`put ${placeOf(key)}`, () => store.putIfAbsent(key, ...rest)),
    preserve: (source, to, ...rest) => around(`put ${placeOf(to)}`, () => store.preserve(source, to, ...rest)),
    remove: (key, ...rest) => around(`remove ${placeOf(key)}`, () => store.remove(key, ...rest)),
    create: (signal) => store.create(signal),
    close: () => store.close(),
  };
}

async function around<T>(call: string, fn: () => Promise<T>): Promise<T> {
  reach(`before ${call}`);
  const result = await fn();
  reach(`after ${call}`);
  return result;
}

async function* listed(
  store: ObjectStore,
  prefix: string,
  options: Parameters<ObjectStore['list']>[1],
): AsyncGenerator<readonly ObjectInfo[]> {
  reach(`before list ${placeOf(prefix)}`);
  for await (const page of store.list(prefix, options)) {
    yield page;
    reach(`after a page of ${placeOf(prefix)}`);
  }
}

/** A point in the middle of the bytes, where they come as a stream. */
function interrupted(key: string, opened: OpenObject): OpenObject {
  if (!('stream' in opened.body)) return opened;
  const { stream } = opened.body;
  const half = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      reach(`within ${placeOf(key)}`);
      yield chunk;
    }
  };
  return { ...opened, body: { stream: half() }, close: () => opened.close() };
}
