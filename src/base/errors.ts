import type { Problem, ReasonCode } from './reasons.ts';

/**
 * Every error has one code; the code alone decides what happens next. Adapters translate their vendor's
 * errors into these once. An error without a code is a bug and counts as `internal`.
 */
export const ERRORS = {
  unavailable: { class: 'transient', exit: 75, status: 503 },
  busy: { class: 'transient', exit: 75, status: 503 },
  denied: { class: 'config', exit: 78, status: 500 },
  no_bucket: { class: 'config', exit: 78, status: 500 },
  clock_skew: { class: 'config', exit: 78, status: 500 },
  disk_full: { class: 'config', exit: 78, status: 500 },
  read_only: { class: 'config', exit: 78, status: 500 },
  corrupt: { class: 'config', exit: 78, status: 500 },
  misconfigured: { class: 'config', exit: 78, status: 500 },
  changed: { class: 'changed', exit: 1, status: 409 },
  not_found: { class: 'gone', exit: 1, status: 404 },
  fenced: { class: 'fenced', exit: 1, status: 409 },
  content: { class: 'content', exit: 1, status: 422 },
  refused: { class: 'refused', exit: 1, status: 409 },
  usage: { class: 'usage', exit: 2, status: 400 },
  internal: { class: 'internal', exit: 70, status: 500 },
} as const;

export type ErrorCode = keyof typeof ERRORS;
export type ErrorClass = (typeof ERRORS)[ErrorCode]['class'];

export interface ErrorDetails {
  readonly cause?: unknown;
  /** The operator's next step, a sentence in the imperative. */
  readonly hint?: string;
  /** Only with code `content`: why the document is refused. */
  readonly reason?: ReasonCode;
  readonly problems?: readonly Problem[];
}

/** The project's only error class. The message says what was attempted on what, lower-case, no full stop. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly reason: ReasonCode | undefined;
  readonly problems: readonly Problem[];

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.hint = details.hint;
    this.reason = details.reason;
    this.problems = details.problems ?? [];
  }
}

/** A document that breaks a rule: the batch is refused for `reason`. */
export function contentError(reason: ReasonCode, pointer: string, rule: string): AppError {
  return new AppError('content', `${reason} at ${pointer === '' ? '(document)' : pointer}: ${rule}`, {
    reason,
    problems: [{ code: reason, pointer, rule }],
  });
}

/** The code of anything that was thrown; whatever is not ours is `internal`. */
export function codeOf(thrown: unknown): ErrorCode {
  return thrown instanceof AppError ? thrown.code : 'internal';
}

export function classOf(thrown: unknown): ErrorClass {
  return ERRORS[codeOf(thrown)].class;
}

export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
