import type { ObjectInfo } from '../objectstore/port.ts';
import { type ArchiveName, parseArchiveKey } from './archive-key.ts';
import type { PollerDeps, Route } from './context.ts';
import { archivePrefix } from './keys.ts';

/** An object of the archive, and what its name says. */
export interface Archived {
  readonly route: Route;
  readonly object: ObjectInfo;
  /** Undefined for a name that no archive of ours makes. */
  readonly name: ArchiveName | undefined;
}

/** One route's archive page by page in the order of its keys, day by day; or only what lies under a longer prefix. */
export async function* listArchive(
  deps: Pick<PollerDeps, 'store' | 'signal' | 'system'>,
  route: Route,
  under?: string,
): AsyncGenerator<readonly Archived[]> {
  const prefix = archivePrefix(deps.system, route);
  for await (const page of deps.store.list(under ?? prefix, { signal: deps.signal })) {
    yield page.map((object) => ({ route, object, name: parseArchiveKey(object.key, prefix) }));
  }
}
