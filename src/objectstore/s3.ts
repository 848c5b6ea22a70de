/**
 * An object store that speaks S3. The proof of an upload is Content-MD5, which every store checks; the checksums the
 * SDK would add by itself are ignored by some stores and refused by others, so they are off.
 */
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  type GetObjectCommandOutput,
  HeadBucketCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import { AppError, codeOf } from '../base/errors.ts';
import { RequestCounter, type Verb } from './counter.ts';
import { checkKey, checkMetadata, checkPrefix } from './key.ts';
import type { Metadata, ObjectHead, ObjectInfo, ObjectStore, OpenObject, Payload } from './port.ts';
import { makeAgents } from './s3/agents.ts';
import { type Body, readWhole } from './s3/body.ts';
import { nextToken, objectsOf, plainEtag } from './s3/listing.ts';
import { withRetries } from './s3/retry.ts';
import { upload } from './s3/upload.ts';
import type { S3Url } from './store-url.ts';

/** The most that S3 lists at once. */
const MAX_PAGE_SIZE = 1000;
/** From here on it is worth a call to learn that an object exists before sending it. */
const LOOK_FIRST_BYTES = 8 * 1024 * 1024;
/** The longest that a timer can wait: the SDK is to print no warnings of its own. */
const NEVER_MS = 2 ** 31 - 1;

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

export async function openS3(url: S3Url): Promise<ObjectStore> {
  const client = new S3Client({
    ...(url.endpoint !== undefined && { endpoint: url.endpoint }),
    ...(url.region !== undefined && { region: url.region }),
    forcePathStyle: url.pathStyle,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { ...makeAgents(url.maxSockets), socketAcquisitionWarningTimeout: NEVER_MS },
    maxAttempts: 1,
    expectContinueHeader: false,
    logger: SILENT, // what matters is thrown
  });
  await requireRegion(client);
  return new S3Store(client, url);
}

async function requireRegion(client: S3Client): Promise<void> {
  try {
    await client.config.region();
  } catch (cause) {
    const hint = 'add region=… to the URL of the store, or set AWS_REGION';
    throw new AppError('misconfigured', 'open an S3 store without a region', { cause, hint });
  }
}

class S3Store implements ObjectStore {
  readonly location: string;
  readonly identity: string;
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #prefix: string;
  readonly #hasEndpoint: boolean;
  readonly #requests = new RequestCounter();

  constructor(client: S3Client, url: S3Url) {
    this.#client = client;
    this.#bucket = url.bucket;
    this.#prefix = url.prefix;
    this.#hasEndpoint = url.endpoint !== undefined;
    this.location = `s3://${url.bucket}/${url.prefix}`.replace(/\/$/, '');
    this.identity = `${this.location} at ${url.endpoint ?? 'aws'}`;
  }

  get requests(): Readonly<Record<string, number>> {
    return this.#requests.counts;
  }

  async *list(
    prefix: string,
    { signal, pageSize = MAX_PAGE_SIZE }: { signal: AbortSignal; pageSize?: number },
  ): AsyncGenerator<readonly ObjectInfo[]> {
    checkPrefix(prefix);
    const input = { Bucket: this.#bucket, Prefix: this.#prefix + prefix, EncodingType: 'url' as const };
    const MaxKeys = Math.min(pageSize, MAX_PAGE_SIZE);
    const what = `list ${this.location} under "${prefix}"`;
    let token: string | undefined;
    do {
      const ContinuationToken = token;
      const { page, entries } = await this.#call('list', what, signal, async (abortSignal) => {
        const command = new ListObjectsV2Command({ ...input, MaxKeys, ContinuationToken });
        const answer = await this.#client.send(command, { abortSignal });
        return { page: answer, entries: objectsOf(answer, { prefix: this.#prefix, asked: input.Prefix, what }) };
      });
      const objects = entries.filter(({ key }) => key !== ''); // consoles make an object of the prefix itself
      if (objects.length > 0) yield objects;
      token = nextToken(page, token, what);
    } while (token !== undefined);
  }

  async head(key: string, signal: AbortSignal): Promise<ObjectHead | undefined> {
    const input = this.#locate(key);
    try {
      const found = await this.#call('head', `look at ${key} in ${this.location}`, signal, (abortSignal) =>
        this.#client.send(new HeadObjectCommand(input), { abortSignal }),
      );
      return headOf(key, found);
    } catch (error) {
      if (codeOf(error) === 'not_found') return undefined;
      throw error;
    }
  }

  async open(key: string, options: { signal: AbortSignal; etag?: string }): Promise<OpenObject> {
    const { signal, etag } = options;
    const input = { ...this.#locate(key), ...(etag !== undefined && { IfMatch: `"${etag}"` }) };
    const what = `read ${key} in ${this.location}`;
    const found = await this.#call('get', what, signal, (abortSignal) =>
      this.#client.send(new GetObjectCommand(input), { abortSignal }),
    );
    const head = headOf(key, found);
    const body = requireStream(found.Body, what);
    body.on('error', () => undefined); // also thrown to whoever reads; nobody may be reading
    if (etag !== undefined && head.etag !== etag) {
      body.destroy();
      throw new AppError('changed', `${what}: it is another object than it was`);
    }
    const stream = readWhole(body, what, head.sizeBytes, { signal });
    return { head, body: { stream }, close: async () => void body.destroy() };
  }

  async putIfAbsent(
    key: string,
    payload: Payload,
    metadata: Metadata,
    signal: AbortSignal,
  ): Promise<'created' | 'exists'> {
    checkMetadata(key, metadata);
    if (payload.sizeBytes >= LOOK_FIRST_BYTES && (await this.head(key, signal)) !== undefined) return 'exists';
    const input = { ...this.#locate(key), IfNoneMatch: '*', Metadata: metadata };
    try {
      await this.#call('put', `write ${key} in ${this.location}`, signal, (abortSignal) =>
        upload(this.#client, input, payload, abortSignal),
      );
      return 'created';
    } catch (error) {
      // Status 412: it was there, perhaps from an attempt of ours whose answer was lost.
      if (codeOf(error) === 'changed') return 'exists';
      throw error;
    }
  }

  async preserve(
    source: { readonly key: string; readonly etag: string },
    destination: string,
    payload: Payload | undefined,
    metadata: Metadata,
    signal: AbortSignal,
  ): Promise<'created' | 'exists'> {
    if (payload === undefined) {
      throw new AppError('internal', `preserve ${source.key} as ${destination}: S3 needs the bytes that were verified`);
    }
    return this.putIfAbsent(destination, payload, metadata, signal);
  }

  async remove(key: string, etag: string, signal: AbortSignal): Promise<'removed' | 'gone' | 'changed'> {
    const found = await this.head(key, signal);
    if (found === undefined) return 'gone';
    if (found.etag !== etag) return 'changed';
    const input = this.#locate(key);
    await this.#call('delete', `remove ${key} in ${this.location}`, signal, (abortSignal) =>
      this.#client.send(new DeleteObjectCommand(input), { abortSignal }),
    );
    return 'removed';
  }

  async create(signal: AbortSignal): Promise<void> {
    const input = { Bucket: this.#bucket };
    const what = `make the bucket ${this.#bucket}`;
    try {
      await this.#call('create', what, signal, (abortSignal) =>
        this.#client.send(this.#createBucket(), { abortSignal }),
      );
    } catch (error) {
      if (codeOf(error) !== 'refused') throw error;
      // Ours is fine; one that belongs to somebody else answers this with 403.
      await this.#call('head', what, signal, (abortSignal) =>
        this.#client.send(new HeadBucketCommand(input), { abortSignal }),
      );
    }
  }

  async close(): Promise<void> {
    this.#client.destroy();
  }

  /** With an endpoint the region is only part of the signature, no place that the store could put a bucket. */
  #createBucket(): CreateBucketCommand {
    const command = new CreateBucketCommand({ Bucket: this.#bucket });
    if (!this.#hasEndpoint) return command;
    command.middlewareStack.add(
      (next) => (args) => next({ ...args, input: { Bucket: this.#bucket } }),
      { step: 'initialize', priority: 'low', name: 'withoutLocation' }, // after the SDK has put the region there
    );
    return command;
  }

  #call<T>(verb: Verb, what: string, signal: AbortSignal, attempt: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return withRetries(what, signal, () => {
      this.#requests.add(verb);
      return attempt(signal);
    });
  }

  #locate(key: string): { Bucket: string; Key: string } {
    checkKey(key);
    return { Bucket: this.#bucket, Key: this.#prefix + key };
  }
}

/** On Node it always is one; the SDK's type speaks of browsers too. */
function requireStream(body: unknown, what: string): Body {
  if (body instanceof Readable) return body;
  throw new AppError('unavailable', `${what}: the answer has no body`);
}

function headOf(key: string, found: GetObjectCommandOutput | HeadObjectCommandOutput): ObjectHead {
  return {
    key,
    etag: plainEtag(found.ETag),
    sizeBytes: found.ContentLength ?? 0,
    modifiedMs: found.LastModified?.getTime() ?? 0,
    unsettled: false,
    metadata: found.Metadata ?? {},
    ...md5Of(plainEtag(found.ETag)),
  };
}

/** The etag of an object that came in one part is its MD5; one that came in several has a dash in it. */
function md5Of(etag: string): Pick<ObjectHead, 'md5'> {
  return /^[0-9a-f]{32}$/i.test(etag) ? { md5: Buffer.from(etag, 'hex').toString('base64') } : {};
}
