import type { Output } from './output.ts';
import type { CommonFlags, Environment } from './settings.ts';

/** What every command gets: its flags read, its signals joined, its output open. */
export interface Command<Flags extends CommonFlags = CommonFlags> {
  readonly flags: Flags;
  readonly environment: Environment;
  readonly output: Output;
  /** Aborted by SIGTERM and SIGINT. */
  readonly signal: AbortSignal;
  readonly stdin: AsyncIterable<Uint8Array>;
}

/** Everything below is an exit code; a command throws for the others. */
export const EXIT = { ok: 0, refused: 1 } as const;
