import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ensureInstalled, RCLONE } from '../../scripts/gateway/install.ts';
import type { TestBucket } from '../support/gateway.ts';
import { testServer } from '../support/gateway.ts';

const runFile = promisify(execFile);
const TIMEOUT_MS = 60_000;

/** Another program's idea of S3: rclone, from its own code, with its own signatures and listings. */
export interface OtherClient {
  /** Keys under a prefix, in order, without the prefix. */
  list(prefix: string): Promise<string[]>;
  /** Everything under a prefix, into a folder. */
  download(prefix: string, folder: string): Promise<void>;
  /** As it is, metadata included. */
  copy(from: string, to: string): Promise<void>;
  /** All files of a folder. */
  uploadAll(folder: string, prefix: string): Promise<void>;
  /** A local file; with no metadata but what the client itself writes. */
  upload(path: string, key: string, ...flags: string[]): Promise<void>;
}

export function otherClient({ bucket, env }: TestBucket): OtherClient {
  ensureInstalled(RCLONE);
  const remote = `handoff:${bucket}`;
  const rclone = async (...args: string[]): Promise<string> => {
    const { stdout } = await runFile('rclone', [...args, '--config', '/dev/null', '--retries', '1'], {
      env: { PATH: process.env['PATH'], ...settings(env) },
      timeout: TIMEOUT_MS,
    });
    return stdout;
  };
  return {
    list: async (prefix) => {
      const listed = await rclone('lsf', '--recursive', '--files-only', `${remote}/${prefix}`);
      return listed
        .split('\n')
        .filter((line) => line !== '')
        .toSorted();
    },
    download: async (prefix, folder) => {
      await rclone('copy', `${remote}/${prefix}`, folder);
    },
    copy: async (from, to) => {
      await rclone('copyto', `${remote}/${from}`, `${remote}/${to}`);
    },
    uploadAll: async (folder, prefix) => {
      await rclone('copy', folder, `${remote}/${prefix}`);
    },
    upload: async (path, key, ...flags) => {
      await rclone('copyto', path, `${remote}/${key}`, ...flags);
    },
  };
}

function settings(env: TestBucket['env']): Record<string, string> {
  const { endpoint, region } = testServer();
  return {
    RCLONE_CONFIG_HANDOFF_TYPE: 's3',
    RCLONE_CONFIG_HANDOFF_PROVIDER: 'Ceph',
    RCLONE_CONFIG_HANDOFF_ENDPOINT: endpoint,
    RCLONE_CONFIG_HANDOFF_REGION: region,
    RCLONE_CONFIG_HANDOFF_ACCESS_KEY_ID: env['AWS_ACCESS_KEY_ID'] ?? '',
    RCLONE_CONFIG_HANDOFF_SECRET_ACCESS_KEY: env['AWS_SECRET_ACCESS_KEY'] ?? '',
  };
}
