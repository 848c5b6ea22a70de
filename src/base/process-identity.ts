import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Which process holds a lease, so that a later one on the same machine can tell at once that it is dead
 * instead of waiting for the lease to run out.
 */
export interface ProcessIdentity {
  /** Machine, boot and process namespace: a pid means something only within one of these. */
  readonly host: string;
  readonly pid: number;
  /** When the process began, in the kernel's ticks since boot: tells a reused pid from the old one. Empty where unknown. */
  readonly started: string;
}

export function thisProcess(): ProcessIdentity {
  return { host: hostIdentity(), pid: process.pid, started: startTicks(process.pid) ?? '' };
}

/** True only when it is certain: another machine's process may live for all that we know. */
export function isDead(other: ProcessIdentity): boolean {
  if (other.host !== hostIdentity()) return false;
  const started = startTicks(other.pid);
  if (started !== undefined) return other.started !== '' && started !== other.started;
  return !respondsToSignals(other.pid);
}

function hostIdentity(): string {
  return [hostname(), read('/proc/sys/kernel/random/boot_id'), link('/proc/self/ns/pid')].join(' ').trim();
}

function startTicks(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  // The command name in parentheses may hold spaces; field 22 counts from after it. A zombie (Z) is dead.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

function respondsToSignals(pid: number): boolean {
  const stat = read(`/proc/${pid}/stat`);
  if (stat !== '') return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // EPERM: it lives, as another user.
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    // Not Linux, or no such process: the caller falls back to signals.
    return '';
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    // Not Linux: the machine's name has to do.
    return '';
  }
}
