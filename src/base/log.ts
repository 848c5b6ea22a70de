import type { LoggerOptions } from 'pino';

/** JSON lines on stderr; what the program says to machines. What it says to people is the command's own output. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Loaded on first use: pino costs 20 ms that `--version` should not pay. */
export async function openLog(level: LogLevel): Promise<Log> {
  const { pino } = await import('pino');
  const options: LoggerOptions = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return pino(options, pino.destination({ fd: 2, sync: true }));
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
