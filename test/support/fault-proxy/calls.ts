export const CALLS = ['list', 'head', 'get', 'put', 'delete', 'other'] as const;
export type Call = (typeof CALLS)[number];

/** One request, in the words of the store. `key` is the prefix of a listing. */
export interface Asked {
  readonly call: Call;
  readonly key: string;
}

const CALL_BY_METHOD: Readonly<Record<string, Call>> = { GET: 'get', HEAD: 'head', PUT: 'put', DELETE: 'delete' };

/** Path style only: `/bucket/key`. What concerns the bucket itself, other than its listing, is `other`. */
export function askedBy(method: string, url: string): Asked {
  const { pathname, searchParams } = new URL(url, 'http://proxy');
  const [, key = ''] = /^\/[^/]+\/(.+)$/.exec(pathname) ?? [];
  if (key !== '') return { call: CALL_BY_METHOD[method] ?? 'other', key: decodeURIComponent(key) };
  const isListing = method === 'GET' && searchParams.has('list-type');
  return { call: isListing ? 'list' : 'other', key: searchParams.get('prefix') ?? '' };
}
