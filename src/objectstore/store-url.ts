import { fileURLToPath } from 'node:url';
import { AppError } from '../base/errors.ts';
import { checkKey } from './key.ts';

export interface DirectoryUrl {
  readonly kind: 'directory';
  /** As written: relative to the working folder, or absolute. */
  readonly path: string;
}

export interface S3Url {
  readonly kind: 's3';
  readonly bucket: string;
  /** Empty, or ends in `/`. */
  readonly prefix: string;
  /** Undefined: Amazon's own, by region. */
  readonly endpoint: string | undefined;
  /** Undefined: from the SDK's usual chain. */
  readonly region: string | undefined;
  readonly pathStyle: boolean;
  readonly maxSockets: number;
}

export type StoreUrl = DirectoryUrl | S3Url;

const FORMS = 'write file:./folder or s3://bucket/prefix?endpoint=https://host&region=name&path-style=true';
const S3_FORM = /^s3:\/\/(?<bucket>[^/?#]+)(?:\/(?<prefix>[^?#]*))?(?:\?(?<query>[^#]*))?$/;
const BUCKET = /^[a-zA-Z0-9][a-zA-Z0-9._-]{1,61}[a-zA-Z0-9]$/;
const REGION = /^[a-zA-Z0-9-]{1,64}$/;
const S3_SETTINGS = new Set(['endpoint', 'region', 'path-style', 'max-sockets']);
const DEFAULT_SOCKETS = 64;
const MAX_SOCKETS = 1024;

/** Says what is wrong without repeating the URL: people paste secrets into them. */
export function parseStoreUrl(url: string): StoreUrl {
  if (url.startsWith('file:')) return { kind: 'directory', path: parsePath(url) };
  const form = S3_FORM.exec(url)?.groups;
  if (form === undefined) throw bad('it is neither a file: nor an s3: URL');
  return parseS3(form['bucket'] ?? '', form['prefix'] ?? '', new URLSearchParams(form['query'] ?? ''));
}

function parsePath(url: string): string {
  const path = url.startsWith('file://') ? attempt(() => fileURLToPath(url)) : url.slice('file:'.length);
  if (path === undefined || path === '') throw bad('it names no folder of this machine');
  if (path.includes('\0')) throw bad('it holds a NUL');
  return path;
}

function parseS3(bucket: string, rawPrefix: string, query: URLSearchParams): S3Url {
  if (!BUCKET.test(bucket)) throw bad('the bucket name is not one');
  for (const name of query.keys()) {
    if (!S3_SETTINGS.has(name)) throw bad(`${JSON.stringify(name)} is no setting of it`);
    if (query.getAll(name).length > 1) throw bad(`"${name}" stands in it twice`);
  }
  const endpoint = parseEndpoint(query.get('endpoint'));
  return {
    kind: 's3',
    bucket,
    prefix: parsePrefix(rawPrefix),
    endpoint,
    region: parseRegion(query.get('region'), endpoint),
    pathStyle: parsePathStyle(query.get('path-style'), endpoint),
    maxSockets: parseSockets(query.get('max-sockets')),
  };
}

function parsePrefix(raw: string): string {
  const prefix = attempt(() => decodeURIComponent(raw))?.replace(/\/$/, '');
  if (prefix === undefined) throw bad('its prefix is not percent-encoded UTF-8');
  if (prefix === '') return '';
  try {
    checkKey(prefix);
  } catch (cause) {
    throw bad('its prefix cannot start a key', cause);
  }
  return `${prefix}/`;
}

function parseEndpoint(text: string | null): string | undefined {
  if (text === null) return undefined;
  const endpoint = attempt(() => new URL(text));
  if (endpoint === undefined || !/^https?:$/.test(endpoint.protocol)) throw bad('the endpoint is no http(s) URL');
  if (endpoint.username !== '' || endpoint.password !== '') {
    throw bad('the endpoint holds credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY instead');
  }
  if (endpoint.search !== '' || endpoint.hash !== '') throw bad('the endpoint has a query');
  return endpoint.href.replace(/\/$/, '');
}

/** Stores other than Amazon's mostly ignore the region, but a signature needs one. */
function parseRegion(region: string | null, endpoint: string | undefined): string | undefined {
  if (region === null) return endpoint === undefined ? undefined : 'us-east-1';
  if (!REGION.test(region)) throw bad('the region is no name');
  return region;
}

/** A host that is an address or a plain name has no virtual hosts, so an endpoint means path style by default. */
function parsePathStyle(text: string | null, endpoint: string | undefined): boolean {
  if (text === null) return endpoint !== undefined;
  if (text !== 'true' && text !== 'false') throw bad('path-style is neither true nor false');
  return text === 'true';
}

function parseSockets(text: string | null): number {
  if (text === null) return DEFAULT_SOCKETS;
  const sockets = Number(text);
  if (!/^\d+$/.test(text) || sockets < 1 || sockets > MAX_SOCKETS) throw bad(`max-sockets is not in 1…${MAX_SOCKETS}`);
  return sockets;
}

/** The URL parsers of the platform answer by throwing; here a bad text is a plain answer. */
function attempt<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

function bad(why: string, cause?: unknown): AppError {
  return new AppError('misconfigured', `read the store's URL: ${why}`, { hint: FORMS, cause });
}
