import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { spawnSync } from 'node:child_process';

const PACKAGES = ['ceph-mon', 'ceph-osd', 'radosgw', 'ceph-common'];
const PROGRAMS = ['ceph-mon', 'ceph-osd', 'radosgw', 'radosgw-admin', 'ceph', 'setpriv'];

export const INSTALL_COMMAND = `sudo apt-get update && sudo apt-get install --no-install-recommends -y ${PACKAGES.join(' ')}`;

export function missingPrograms(): string[] {
  return PROGRAMS.filter((program) => !isOnPath(program));
}

/** Installs the packages when that is possible without asking: root on Debian or a child of it. */
export function ensureInstalled(): void {
  if (missingPrograms().length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      `the S3 tests need a Ceph RADOS Gateway; missing: ${missingPrograms().join(', ')}. ` +
        `Run "${INSTALL_COMMAND}", or name another S3 server in HANDOFF_TEST_S3`,
    );
  }
  aptGet('update');
  aptGet('install', '--no-install-recommends', '-y', ...PACKAGES);
  const missing = missingPrograms();
  if (missing.length > 0) throw new Error(`apt-get ended well, but ${missing.join(', ')} is still missing`);
}

/** What apt-get says goes to stderr: stdout belongs to the caller's JSON. */
function aptGet(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error } = spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env });
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed; run "${INSTALL_COMMAND}"`, { cause: error });
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
