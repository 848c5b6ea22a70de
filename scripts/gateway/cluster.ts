/**
 * The smallest real Ceph cluster that speaks S3: one monitor, one OSD that keeps objects in memory, one RADOS
 * Gateway, joined by cephx keys, on loopback. All its files lie in one folder; nothing of the system is touched.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface Cluster {
  readonly dir: string;
  readonly configFile: string;
  readonly osdUuid: string;
  readonly gatewayPort: number;
}

/** The OSD takes this as the size of its disk. It is only a limit: memory is used as objects come. */
const DISK_BYTES = 16 * 1024 ** 3;

export async function writeCluster(dir: string): Promise<Cluster> {
  for (const folder of ['mon', 'osd', 'rgw']) await mkdir(join(dir, folder), { recursive: true });
  const [monitorPort, gatewayPort] = await Promise.all([freePort(), freePort()]);
  const configFile = join(dir, 'ceph.conf');
  await writeFile(join(dir, 'keyring'), keyring(), { mode: 0o600 });
  await writeFile(configFile, config(dir, monitorPort, gatewayPort));
  return { dir, configFile, osdUuid: randomUUID(), gatewayPort };
}

function config(dir: string, monitorPort: number, gatewayPort: number): string {
  return `[global]
fsid = ${randomUUID()}
mon_initial_members = a
mon_host = [v2:127.0.0.1:${monitorPort}/0]
auth_cluster_required = cephx
auth_service_required = cephx
auth_client_required = cephx
keyring = ${dir}/keyring
log_file = ${dir}/$name.log
admin_socket =
run_dir = ${dir}
crash_dir = ${dir}
mon_data = ${dir}/mon
mon_cluster_log_file = /dev/null
# A full disk elsewhere on the machine is no reason for the monitor to stop.
mon_data_avail_crit = 1
mon_allow_pool_size_one = true
mon_max_pg_per_osd = 1000
# Changes of the map are published at once instead of once a second: the gateway makes its pools in a moment.
paxos_propose_interval = 0.05
paxos_min_wait = 0.02
osd_data = ${dir}/osd
osd_objectstore = memstore
memstore_device_bytes = ${DISK_BYTES}
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 8
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
[osd]
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
[client]
rgw_data = ${dir}/rgw
rgw_frontends = beast endpoint=127.0.0.1:${gatewayPort}
# Names that end in this are virtual hosts: bucket.localhost is a bucket. An address as host is path style.
rgw_dns_name = localhost
rgw_thread_pool_size = 64
`;
}

const USERS = {
  'mon.': { mon: 'allow *' },
  'client.admin': { mon: 'allow *', osd: 'allow *' },
  'osd.0': { mon: 'allow profile osd', osd: 'allow *' },
  'client.rgw': { mon: 'allow rw', osd: 'allow rwx' },
};

/** What the monitor is born with, so that no key has to be asked of it later. */
function keyring(): string {
  return Object.entries(USERS)
    .map(([name, caps]) => {
      const lines = Object.entries(caps).map(([service, cap]) => `\tcaps ${service} = "${cap}"\n`);
      return `[${name}]\n\tkey = ${cephxKey()}\n${lines.join('')}`;
    })
    .join('');
}

/** Type 1 (AES) as 16 bits, creation time as two 32 bits, length as 16 bits, then the key; little-endian, base64. */
function cephxKey(): string {
  const head = Buffer.alloc(12);
  head.writeUInt16LE(1, 0);
  head.writeUInt32LE(Math.floor(Date.now() / 1000), 2);
  head.writeUInt16LE(16, 10);
  return Buffer.concat([head, randomBytes(16)]).toString('base64');
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}
