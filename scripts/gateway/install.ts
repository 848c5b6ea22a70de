import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { spawnSync } from 'node:child_process';

/** Programs that tests need besides Node, and Debian's packages of them. */
export interface Needed {
  /** Which tests need it; those against S3 unless told. */
  readonly tests?: string;
  readonly what: string;
  readonly programs: readonly string[];
  readonly packages: readonly string[];
  /** What else would do. */
  readonly otherwise: string;
}

const GATEWAY: Needed = {
  what: 'a Ceph RADOS Gateway',
  programs: ['ceph-mon', 'ceph-osd', 'radosgw', 'radosgw-admin', 'ceph', 'setpriv'],
  packages: ['ceph-mon', 'ceph-osd', 'radosgw', 'ceph-common'],
  otherwise: ', or name another S3 server in HANDOFF_TEST_S3',
};

/** Somebody else's S3 client. */
export const RCLONE: Needed = { what: 'rclone', programs: ['rclone'], packages: ['rclone'], otherwise: '' };

/** Installs the packages when that is possible without asking: root on Debian or a child of it. */
export function ensureInstalled(needed = GATEWAY): void {
  const { tests = 'S3', what, packages, otherwise } = needed;
  const missing = missingOf(needed);
  if (missing.length === 0) return;
  const install = ['install', '--no-install-recommends', '-y', ...packages];
  const command = `sudo apt-get update && sudo apt-get ${install.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`the ${tests} tests need ${what}; missing: ${missing.join(', ')}. Run "${command}"${otherwise}`);
  }
  for (const args of [['update'], install]) aptGet(args, command);
  const still = missingOf(needed);
  if (still.length > 0) throw new Error(`apt-get ended well, but ${still.join(', ')} is still missing`);
}

function missingOf({ programs }: Needed): string[] {
  return programs.filter((program) => !isOnPath(program));
}

/** What apt-get says goes to stderr: stdout belongs to the caller's JSON. */
function aptGet(args: readonly string[], command: string): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error } = spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env });
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed; run "${command}"`, { cause: error });
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(isAbsolute(program) ? program : join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
