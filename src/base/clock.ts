/** Time as an argument. Everything in the project asks a Clock; only this file asks the machine. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** RFC 3339, UTC, milliseconds: `2026-01-11T18:22:00.000Z`. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}

/** `2026/01/11`, the UTC day as key parts. */
export function dayPath(ms: number): string {
  return isoTime(ms).slice(0, 10).replaceAll('-', '/');
}
