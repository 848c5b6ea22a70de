import { randomBytes, randomUUID } from 'node:crypto';

/** Sortable by time, unique by chance: `run-20260111T182200Z-9f3a1c`. */
export function newRunId(nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
  return `run-${stamp}-${randomBytes(3).toString('hex')}`;
}

export function newCorrelationId(): string {
  return randomUUID();
}

/** System, target and worker names: lower-case slugs, so that they are safe as key parts and file names. */
export const SLUG = /^[a-z][a-z0-9-]{1,62}$/;

export function isSlug(text: string): boolean {
  return SLUG.test(text);
}
