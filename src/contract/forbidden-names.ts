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
  const waiting: Place[] = isContainer(value) ? [{ value, name: '', parent: undefined }] : [];
  // Level by level instead of by recursion: depth is the sender's choice. `waiting` is bounded by the document's size.
  for (const place of waiting) {
    const { value: container } = place;
    const isArray = Array.isArray(container);
    for (const name of Object.keys(container)) {
      const fault = isArray ? undefined : judgeName(name, names, reservedCode);
      if (fault !== undefined) problems.push({ ...fault, pointer: pointerTo(pointerOf(place), name) });
      if (problems.length >= MAX_PROBLEMS) return problems;
      const inner = (container as Readonly<Record<string, unknown>>)[name];
      if (isContainer(inner)) waiting.push({ value: inner, name, parent: place });
    }
  }
  return problems;
}

/** A container and the way to it. */
interface Place {
  readonly value: object;
  readonly name: string;
  /** Undefined for the outermost, which has no name. */
  readonly parent: Place | undefined;
}

/** Made only for what is reported: a harmless record may have thousands of containers. */
function pointerOf(place: Place): string {
  const names: string[] = [];
  for (let at = place; at.parent !== undefined; at = at.parent) names.push(at.name);
  return names.reduceRight(pointerTo, '');
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
