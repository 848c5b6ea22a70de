import { writeSync } from 'node:fs';
import { createColors } from 'picocolors';
import { AppError, messageOf } from '../base/errors.ts';
import type { LogLevel } from '../base/log.ts';
import type { CommonFlags, Environment } from './settings.ts';

/** What a command says: text for people or one JSON document on stdout, never both. */
export interface Output {
  readonly json: boolean;
  /** Progress bars and colour are for terminals. */
  readonly interactive: boolean;
  readonly logLevel: LogLevel;
  /** A line for people; silent with --json and --quiet. */
  line(text?: string): void;
  /** The command's one document; printed with --json alone. */
  document(value: unknown): void;
  /** One line of NDJSON, whatever the flags. */
  record(value: unknown): void;
  readonly bold: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly faint: (text: string) => string;
}

export function openOutput(flags: CommonFlags, environment: Environment, stdout: { readonly isTTY?: boolean }): Output {
  const json = flags.json ?? false;
  const quiet = flags.quiet ?? false;
  const terminal = stdout.isTTY === true && !json && !quiet;
  const colour = terminal && flags.color !== false && (environment['NO_COLOR'] ?? '') === '';
  const { bold, green, red, dim } = createColors(colour);
  return {
    json,
    interactive: terminal,
    logLevel: flags.verbose === true ? 'debug' : quiet ? 'error' : 'warn',
    line: (text = '') => {
      if (!json && !quiet) writeOut(`${harmless(text)}\n`);
    },
    document: (value) => {
      if (json) writeOut(`${JSON.stringify(value)}\n`);
    },
    record: (value) => writeOut(`${JSON.stringify(value)}\n`),
    bold,
    good: green,
    bad: red,
    faint: dim,
  };
}

/**
 * Names come from strangers: what would move the cursor or end a line early is shown as a replacement character. Our own
 * colours pass.
 */
function harmless(text: string): string {
  return text.replaceAll(CONTROL, '\u{fffd}');
}

const COLOUR = String.raw`\u001b\[\d{1,3}m`;
const CONTROL = new RegExp(
  String.raw`(?!${COLOUR})[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]`,
  'g',
);

/** Synchronous, so that nothing is lost when the process ends; a full pipe is waited for, a closed one ends the output. */
export function writeOut(text: string, fd = 1): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(fd, bytes, written);
    } catch (thrown) {
      const code = (thrown as NodeJS.ErrnoException).code;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** An error as a person reads it: what was attempted, what to do next. */
export function describeError(thrown: unknown): string {
  const lines = [`handoff: ${thrown instanceof AppError ? 'could not ' : ''}${messageOf(thrown)}`];
  if (thrown instanceof AppError && thrown.hint !== undefined) lines.push(`next: ${thrown.hint}`);
  if (!(thrown instanceof AppError) && thrown instanceof Error && thrown.stack !== undefined) lines.push(thrown.stack);
  return `${lines.join('\n')}\n`;
}

/** `1.2 MB`, for people. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return step === 0 ? `${bytes} B` : `${(bytes / 1000 ** step).toFixed(1)} ${units[step]}`;
}

/** Columns that line up; the first row is the head. */
export function formatTable(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll('\n', '\u{fffd}')));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
