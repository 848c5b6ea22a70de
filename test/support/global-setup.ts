import type { TestProject } from 'vitest/node';
import { type Gateway, startGateway, stopGateway } from '../../scripts/gateway/gateway.ts';

/** The S3 server of this run, for all test files. */
export interface TestServer {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    s3: TestServer;
  }
}

let started: Gateway | undefined;

/** One real S3 server for the whole run: the one that HANDOFF_TEST_S3 names, or a gateway of our own. */
export async function setup(project: TestProject): Promise<void> {
  const given = givenServer(process.env);
  const { endpoint, region, accessKey, secretKey } = given ?? (started = await startGateway());
  project.provide('s3', { endpoint, region, accessKey, secretKey });
}

export async function teardown(): Promise<void> {
  if (started !== undefined) await stopGateway(started);
}

function givenServer(env: NodeJS.ProcessEnv): TestServer | undefined {
  const endpoint = env['HANDOFF_TEST_S3'];
  if (endpoint === undefined || endpoint === '') return undefined;
  const accessKey = env['AWS_ACCESS_KEY_ID'];
  const secretKey = env['AWS_SECRET_ACCESS_KEY'];
  if (accessKey === undefined || secretKey === undefined) {
    throw new Error('HANDOFF_TEST_S3 is set; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY too');
  }
  return { endpoint, region: env['HANDOFF_TEST_S3_REGION'] ?? 'us-east-1', accessKey, secretKey };
}
