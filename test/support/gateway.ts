import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { openStore } from '../../src/objectstore/index.ts';
import type { TestServer } from './global-setup.ts';

export interface TestBucket {
  /** For openStore and for `--store`. */
  readonly url: string;
  readonly bucket: string;
  /** What a child process needs to reach it. */
  readonly env: Readonly<Record<string, string>>;
}

export function testServer(): TestServer {
  return inject('s3');
}

export function storeUrl(bucket: string, settings: Readonly<Record<string, string>> = {}): string {
  const { endpoint, region } = testServer();
  return `s3://${bucket}?${new URLSearchParams({ endpoint, region, ...settings }).toString()}`;
}

export function serverEnv(): Record<string, string> {
  const { accessKey, secretKey } = testServer();
  // Without a metadata service the SDK would look for one when it finds no key.
  return { AWS_ACCESS_KEY_ID: accessKey, AWS_SECRET_ACCESS_KEY: secretKey, AWS_EC2_METADATA_DISABLED: 'true' };
}

export function uniqueBucketName(): string {
  return `handoff-test-${randomBytes(6).toString('hex')}`;
}

/** A bucket of the test's own, kept when the test ends: on a gateway of ours it is gone with it. Sets the keys here too. */
export async function freshBucket(): Promise<TestBucket> {
  const env = serverEnv();
  Object.assign(process.env, env);
  const bucket = uniqueBucketName();
  const url = storeUrl(bucket);
  const store = await openStore(url);
  await store.create(AbortSignal.timeout(30_000));
  await store.close();
  return { url, bucket, env };
}
