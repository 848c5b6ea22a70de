import { MAX_PROBLEMS } from '../base/reasons.ts';
import type { Problem, ReasonCode } from '../base/reasons.ts';
import { pointerTo } from './json-pointer.ts';

/** Names that a contract refuses on both sides, however tolerant its reader is of others. */
export interface ForbiddenNames {
  /** Lower-case; a name equal to one of them is the other system's. */
  readonly exact: readonly string[];
  /** Lower-case; so is a name that starts with one of them. */
  readonly prefixes: readonly string[];
}

/** Harmless in JSON, harmful in whatever copies the object property by property. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Forbidden names at any level of `value`. `reservedCode` is the reason for names that could reach an object's
 * prototype; the boundary's own names are always a `BOUNDARY_VIOLATION`.
 */
export function forbiddenNameProblems(value: unknown, names: ForbiddenNames, reservedCode: ReasonCode): Problem[] {
  const problems: Problem[] = [];
  const waiting: Place[] = isContainer(value) ? [{ value, pointer: '' }] : [];
  // Level by level instead of by recursion: depth is the sender's choice. `waiting` is bounded by the document's size.
  for (const { value: container, pointer } of waiting) {
    for (const [name, inner] of Object.entries(container)) {
      const fault = Array.isArray(container) ? undefined : judgeName(name, names, reservedCode);
      if (fault !== undefined) problems.push({ ...fault, pointer: pointerTo(pointer, name) });
      if (isContainer(inner)) waiting.push({ value: inner, pointer: pointerTo(pointer, name) });
    }
    if (problems.length >= MAX_PROBLEMS) break;
  }
  return problems.slice(0, MAX_PROBLEMS);
}

interface Place {
  readonly value: object;
  readonly pointer: string;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function judgeName(
  name: string,
  names: ForbiddenNames,
  reservedCode: ReasonCode,
): Omit<Problem, 'pointer'> | undefined {
  if (RESERVED.has(name)) return { code: reservedCode, rule: 'is a reserved name' };
  const lower = name.toLowerCase();
  const forbidden = names.exact.includes(lower) || names.prefixes.some((prefix) => lower.startsWith(prefix));
  return forbidden ? { code: 'BOUNDARY_VIOLATION', rule: 'belongs to the other system' } : undefined;
}
