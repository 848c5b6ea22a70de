import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cluster, writeCluster } from './cluster.ts';
import { isOurs, run, startDaemon, stopDaemons, waitUntil } from './daemons.ts';
import { ensureInstalled } from './install.ts';

export interface Gateway {
  readonly endpoint: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
  readonly pids: readonly number[];
  readonly dir: string;
}

const FOLDER_PREFIX = 'handoff-gateway-';
const START_TIMEOUT_MS = 60_000;

/**
 * Starts a cluster and returns once it answers. By default it ends with the calling process, however that ends;
 * with `outlivesUs` it runs until stopGateway is given the same record.
 */
export async function startGateway({ outlivesUs = false } = {}): Promise<Gateway> {
  ensureInstalled();
  await sweepAbandoned();
  const cluster = await writeCluster(await mkdtemp(join(tmpdir(), FOLDER_PREFIX)));
  const pids: number[] = [];
  try {
    await startCluster(cluster, pids, outlivesUs);
    return { ...(await createUser(cluster)), pids, dir: cluster.dir };
  } catch (cause) {
    await stopDaemons(pids, cluster.dir);
    throw new Error(`start the gateway; its logs are in ${cluster.dir}`, { cause });
  }
}

export async function stopGateway(gateway: Pick<Gateway, 'pids' | 'dir'>): Promise<void> {
  await stopDaemons(gateway.pids, gateway.dir);
  await rm(gateway.dir, { recursive: true, force: true });
}

async function startCluster(cluster: Cluster, pids: number[], outlivesUs: boolean): Promise<void> {
  const { dir, osdUuid } = cluster;
  const conf = ['-c', cluster.configFile];
  const start = async (command: string, args: readonly string[]) => {
    pids.push(startDaemon(dir, command, [...conf, '-f', ...args], outlivesUs));
    await writeFile(join(dir, 'pids.json'), JSON.stringify(pids));
  };
  await run('ceph-mon', [...conf, '--mkfs', '-i', 'a', '--keyring', join(dir, 'keyring')]);
  await start('ceph-mon', ['-i', 'a']);
  await run('ceph', [...conf, '--connect-timeout', '20', 'osd', 'new', osdUuid]);
  await run('ceph-osd', [...conf, '--mkfs', '-i', '0', '--osd-uuid', osdUuid, '--no-mon-config']);
  await start('ceph-osd', ['-i', '0']);
  await start('radosgw', ['-n', 'client.rgw']);
  await waitUntil('the gateway', START_TIMEOUT_MS, () => answers(cluster.gatewayPort));
}

async function createUser(cluster: Cluster): Promise<Omit<Gateway, 'pids' | 'dir'>> {
  const accessKey = randomBytes(10).toString('hex').toUpperCase();
  const secretKey = randomBytes(20).toString('hex');
  const keys = ['--access-key', accessKey, '--secret-key', secretKey];
  const user = ['--uid', 'handoff', '--display-name', 'handoff'];
  await run('radosgw-admin', ['-c', cluster.configFile, 'user', 'create', ...user, ...keys]);
  return { endpoint: `http://127.0.0.1:${cluster.gatewayPort}`, accessKey, secretKey, region: 'us-east-1' };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = request({ host: '127.0.0.1', port, timeout: 2_000 }, (response) => {
      response.resume();
      resolve(response.statusCode !== undefined);
    });
    probe.once('error', () => resolve(false));
    probe.once('timeout', () => probe.destroy());
    probe.end();
  });
}

/** Folders of clusters whose daemons were killed with their owner: nobody else will remove them. */
async function sweepAbandoned(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(FOLDER_PREFIX));
  for (const dir of names.map((name) => join(tmpdir(), name))) {
    const pids = await readPids(dir);
    if (pids !== undefined && !pids.some((pid) => isOurs(pid, dir))) await rm(dir, { recursive: true, force: true });
  }
}

/** Undefined for a cluster that is just being made, or one of another user: neither is ours to remove. */
async function readPids(dir: string): Promise<number[] | undefined> {
  try {
    return JSON.parse(await readFile(join(dir, 'pids.json'), 'utf8')) as number[];
  } catch {
    return undefined;
  }
}
