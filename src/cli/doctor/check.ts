import { AppError, type ErrorCode, ERRORS, messageOf } from '../../base/errors.ts';

/** What one probe found; `--json` of `doctor` prints it. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  /** The next step, where something is to be mended. */
  readonly hint?: string;
}

export interface Finding {
  readonly check: Check;
  /** Of the error that ended the probe; undefined where it came to its end. */
  readonly code: ErrorCode | undefined;
}

export type Answer = Omit<Check, 'name'>;

const EXIT_FAILED = 1;

/** Runs one probe. An error of the environment is what it looks for; a bug, a wrong flag and a signal go to the caller. */
export async function runCheck(name: string, signal: AbortSignal, probe: () => Promise<Answer>): Promise<Finding> {
  try {
    return { check: { name, ...(await probe()) }, code: undefined };
  } catch (thrown) {
    if (signal.aborted || !(thrown instanceof AppError) || thrown.code === 'usage') throw thrown;
    const { hint } = thrown;
    const detail = `could not ${messageOf(thrown)}`;
    return { check: { name, ok: false, detail, ...(hint === undefined ? {} : { hint }) }, code: thrown.code };
  }
}

/** 0; else what the first error means to a script (75 try later, 78 mend it), or 1 where all could be reached. */
export function exitCodeOf(findings: readonly Finding[]): number {
  const failed = findings.filter(({ check }) => !check.ok);
  if (failed.length === 0) return 0;
  const broken = failed.find(({ code }) => code !== undefined)?.code;
  return broken === undefined ? EXIT_FAILED : ERRORS[broken].exit;
}
