import { randomBytes } from 'node:crypto';
import { startGateway, stopGateway } from '../../scripts/gateway/gateway.ts';
import { openStore } from '../../src/objectstore/index.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import type { Dice } from './dice.ts';
import { stormRules } from './storm.ts';

interface Server {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** A real S3 server and a bucket in it, for all rounds. */
export interface Bucket {
  /** A part of it for one round, and a network of its own that fails until it is calmed. */
  lend(round: number, dice: Dice): Promise<Lent>;
  close(): Promise<void>;
}

export interface Lent {
  readonly env: Readonly<Record<string, string>>;
  /** Straight from the server. */
  readonly straightUrl: string;
  /** Through the network that fails. */
  readonly stormyUrl: string;
  calm(): void;
  /** What the network has done so far. */
  faults(): number;
  close(): Promise<void>;
}

export async function openBucket(environment: NodeJS.ProcessEnv): Promise<Bucket> {
  const given = serverOf(environment);
  const started = given === undefined ? await startGateway() : undefined;
  const server = given ?? started;
  if (server === undefined) throw new Error('no S3 server');
  const env = {
    AWS_ACCESS_KEY_ID: server.accessKey,
    AWS_SECRET_ACCESS_KEY: server.secretKey,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  // The judge reads the store in this process.
  Object.assign(process.env, env);
  const name = `torture-${randomBytes(6).toString('hex')}`;
  const urlOf = (prefix: string, endpoint: string): string =>
    `s3://${name}/${prefix}?${new URLSearchParams({ endpoint, region: server.region }).toString()}`;
  const store = await openStore(urlOf('', server.endpoint));
  await store.create(AbortSignal.timeout(30_000));
  await store.close();
  return {
    async lend(round, dice) {
      const seed = dice.whole(2 ** 31);
      const proxy = await startFaultProxy(server.endpoint, { rules: stormRules(dice), seed });
      const prefix = `round-${round}`;
      return {
        env,
        straightUrl: urlOf(prefix, server.endpoint),
        stormyUrl: urlOf(prefix, proxy.endpoint),
        calm: () => proxy.setRules([]),
        faults: () => faultsOf(proxy),
        close: () => proxy.close(),
      };
    },
    async close() {
      if (started !== undefined) await stopGateway(started);
    },
  };
}

function faultsOf(proxy: FaultProxy): number {
  return Object.values(proxy.stats().faults).reduce((sum, count) => sum + count, 0);
}

function serverOf(environment: NodeJS.ProcessEnv): Server | undefined {
  const endpoint = environment['HANDOFF_TEST_S3'];
  if (endpoint === undefined || endpoint === '') return undefined;
  const accessKey = environment['AWS_ACCESS_KEY_ID'];
  const secretKey = environment['AWS_SECRET_ACCESS_KEY'];
  if (accessKey === undefined || secretKey === undefined) {
    throw new Error('HANDOFF_TEST_S3 is set; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY too');
  }
  return { endpoint, region: environment['HANDOFF_TEST_S3_REGION'] ?? 'us-east-1', accessKey, secretKey };
}
