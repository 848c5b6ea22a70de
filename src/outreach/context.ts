import type { AuditLog } from '../audit/index.ts';
import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { Database } from '../database/port.ts';
import type { HubSettings } from './hub-settings.ts';

/** What the composition root gives to everything in the hub. */
export interface HubDeps {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly log: Log;
  /** Aborted when the process is to stop. */
  readonly signal: AbortSignal;
  /** The hub's own name: `outreach-hub`. */
  readonly system: string;
  readonly settings: HubSettings;
  /**
   * The URL that a mailbox's `smtp_ref` or `imap_ref` stands for: `smtp://user:password@host:port`. Throws `misconfigured`.
   */
  resolveRef(ref: string): string;
}

/** What the movers need of it: they work in the caller's transaction and read no setting. */
export type MoverDeps = Pick<HubDeps, 'audit' | 'clock'>;

/** Who wants something done: `user:anna`, `system:scheduler`. */
export type Actor = `user:${string}` | `system:${string}`;

/** The ids that every row, log line, error and event about one company carries. */
export interface Trace {
  /** The BIT evaluation's, inherited, never made here. */
  readonly correlation_id: string;
  readonly process_id: string;
}
