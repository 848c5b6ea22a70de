import type { Command as Commander } from 'commander';
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

/** What a command module gives: it takes the command with its flags, then its arguments; the exit code. */
export type Run<Flags extends CommonFlags> = (
  command: Command<Flags>,
  argument: string,
  rest: readonly string[],
) => Promise<number>;

export type On = <Flags extends CommonFlags>(command: Commander, run: Run<Flags>) => void;
