import type { Schema } from '../derive-reader.ts';
import type { Difference } from './change.ts';
import { childPointer, sameValue } from './located.ts';

type Rule = (older: unknown, newer: unknown, keyword: string) => Omit<Difference, 'pointer'> | undefined;

/**
 * Keywords that are judged by their values alone. Whatever is in neither table of this folder is unknown, and a change
 * of it breaks.
 */
export const VALUE_RULES: Readonly<Record<string, Rule>> = {
  type: compareTypes,
  enum: compareChoices,
  const: isBreak,
  format: compareAbsence,
  pattern: compareAbsence,
  minimum: lowerBound(Number.NEGATIVE_INFINITY),
  exclusiveMinimum: lowerBound(Number.NEGATIVE_INFINITY),
  minLength: lowerBound(0),
  minItems: lowerBound(0),
  minProperties: lowerBound(0),
  maximum: upperBound,
  exclusiveMaximum: upperBound,
  maxLength: upperBound,
  maxItems: upperBound,
  maxProperties: upperBound,
  multipleOf: compareMultiples,
  uniqueItems: compareUniqueness,
};

/** The differences of one keyword, at the keyword's own place. */
export function compareValue(older: Schema, newer: Schema, keyword: string, pointer: string): Difference[] {
  const rule = VALUE_RULES[keyword];
  const found = rule?.(older[keyword], newer[keyword], keyword);
  return found === undefined ? [] : [{ pointer: childPointer(pointer, keyword), ...found }];
}

function lowerBound(absent: number): Rule {
  return (older, newer, keyword) => {
    const from = boundOf(older, absent);
    const to = boundOf(newer, absent);
    if (from === to) return undefined;
    return { change: `${keyword} ${said(older)} → ${said(newer)}`, effect: to > from ? 'narrows' : 'widens' };
  };
}

function upperBound(older: unknown, newer: unknown, keyword: string): ReturnType<Rule> {
  const from = boundOf(older, Number.POSITIVE_INFINITY);
  const to = boundOf(newer, Number.POSITIVE_INFINITY);
  if (from === to) return undefined;
  return { change: `${keyword} ${said(older)} → ${said(newer)}`, effect: to < from ? 'narrows' : 'widens' };
}

function boundOf(value: unknown, absent: number): number {
  return typeof value === 'number' ? value : absent;
}

/** Another type is another meaning, even where it admits more or fewer values. */
function compareTypes(older: unknown, newer: unknown): ReturnType<Rule> {
  const from = typesOf(older);
  const to = typesOf(newer);
  if (sameValue(from, to)) return undefined;
  return { change: `type ${said(older)} → ${said(newer)}`, effect: 'breaks' };
}

function typesOf(type: unknown): unknown[] {
  const types = new Set<unknown>(Array.isArray(type) ? type : [type]);
  // Every integer is a number.
  if (types.has('number')) types.delete('integer');
  return [...types].toSorted((one, other) => String(one).localeCompare(String(other)));
}

function compareChoices(older: unknown, newer: unknown): ReturnType<Rule> {
  if (!Array.isArray(older) || !Array.isArray(newer)) return compareAbsence(older, newer, 'enum');
  const added = newer.filter((choice) => !older.some((known) => sameValue(known, choice)));
  const removed = older.filter((choice) => !newer.some((known) => sameValue(known, choice)));
  if (added.length > 0 && removed.length > 0) {
    return { change: `enum values added: ${list(added)}; removed: ${list(removed)}`, effect: 'breaks' };
  }
  if (added.length > 0) return { change: `enum values added: ${list(added)}`, effect: 'widens' };
  return removed.length > 0 ? { change: `enum values removed: ${list(removed)}`, effect: 'narrows' } : undefined;
}

/** Which of two patterns or formats admits more is not decided here: another one breaks. */
function compareAbsence(older: unknown, newer: unknown, keyword: string): ReturnType<Rule> {
  if (sameValue(older, newer)) return undefined;
  if (older === undefined) return { change: `${keyword} added: ${said(newer)}`, effect: 'narrows' };
  if (newer === undefined) return { change: `${keyword} removed: ${said(older)}`, effect: 'widens' };
  return { change: `${keyword} ${said(older)} → ${said(newer)}`, effect: 'breaks' };
}

export function isBreak(older: unknown, newer: unknown, keyword: string): ReturnType<Rule> {
  if (sameValue(older, newer)) return undefined;
  return { change: `${keyword} ${said(older)} → ${said(newer)}`, effect: 'breaks' };
}

/** Decided for whole numbers alone: a quotient of fractions may look whole by rounding. */
function compareMultiples(older: unknown, newer: unknown, keyword: string): ReturnType<Rule> {
  if (older === undefined || newer === undefined || older === newer) return compareAbsence(older, newer, keyword);
  const [from, to] = [Number(older), Number(newer)];
  const whole = Number.isSafeInteger(from) && Number.isSafeInteger(to);
  const effect = whole && to % from === 0 ? 'narrows' : whole && from % to === 0 ? 'widens' : 'breaks';
  return { change: `${keyword} ${said(older)} → ${said(newer)}`, effect };
}

function compareUniqueness(older: unknown, newer: unknown, keyword: string): ReturnType<Rule> {
  if ((older === true) === (newer === true)) return undefined;
  return newer === true
    ? { change: `${keyword} demanded`, effect: 'narrows' }
    : { change: `${keyword} no longer demanded`, effect: 'widens' };
}

function said(value: unknown): string {
  return value === undefined ? '(none)' : JSON.stringify(value);
}

function list(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ');
}
