import { childPointer } from './compatibility/located.ts';
import { isObject } from './document.ts';
import { FORMAT_RULES } from './formats.ts';
import type { ForbiddenNames } from './forbidden-names.ts';
import type { Schema } from './derive-reader.ts';

export interface LintQuestion {
  readonly contract: string;
  readonly version: string;
  /** Names that belong to the other side of this contract's boundary. */
  readonly forbidden?: ForbiddenNames | undefined;
  /** The array that is read as a stream, record by record: only the size of its file bounds it. */
  readonly recordsField?: string | undefined;
}

export interface LintFinding {
  /** RFC 6901, into the schema. */
  readonly pointer: string;
  readonly rule: string;
}

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** Harmless as JSON, and of every object as JavaScript knows it. */
const INHERITED: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

const MAPS = ['properties', 'patternProperties', '$defs', 'dependentSchemas'];
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const SINGLES = ['items', 'additionalProperties', 'then', 'else', 'contains', 'propertyNames', 'if', 'not'];

/** Schemas in these ask about a value that another schema describes. */
const CONDITIONS = new Set([
  'if',
  'then',
  'else',
  'not',
  'allOf',
  'anyOf',
  'oneOf',
  'contains',
  'propertyNames',
  'dependentSchemas',
]);
/** Of those, the ones that admit less when a schema in them admits more: opened for a reader, they refuse what is valid. */
const OPENED_WRONGLY = new Set(['if', 'not', 'oneOf']);

/** One schema of the document. */
interface Place {
  readonly schema: Schema;
  readonly pointer: string;
  /** The field that it describes; undefined for what has no name. */
  readonly field: string | undefined;
  /** Inside of a condition it need not say all that it is. */
  readonly isCondition: boolean;
  readonly isOpenedWrongly: boolean;
}

/** Rules that every released schema keeps, so that what it admits is bounded, said in full, and can grow. */
export function lintSchema(schema: Schema, question: LintQuestion): LintFinding[] {
  const places = placesOf({ schema, pointer: '', field: undefined, isCondition: false, isOpenedWrongly: false });
  return [...documentFindings(schema, question), ...places.flatMap((place) => placeFindings(place, question))];
}

function documentFindings(schema: Schema, { contract, version }: LintQuestion): LintFinding[] {
  const id = `urn:handoff:contract:${contract}:${version}`;
  return [
    ...found(schema['$schema'] !== DIALECT, '/$schema', `must be ${DIALECT}`),
    ...found(schema['$id'] !== id, '/$id', `must be ${id}`),
    ...found(schema['type'] !== 'object', '/type', 'must be object'),
  ];
}

function placeFindings(place: Place, question: LintQuestion): LintFinding[] {
  return [
    ...objectFindings(place),
    ...fieldFindings(place, question),
    ...textFindings(place),
    ...arrayFindings(place, question),
    ...found('default' in place.schema, `${place.pointer}/default`, 'must not be there: nothing is filled in'),
    ...found(isForeign(place.schema['$ref']), `${place.pointer}/$ref`, 'must lead into this document'),
  ];
}

function objectFindings({ schema, pointer, isCondition, isOpenedWrongly }: Place): LintFinding[] {
  const isClosed = schema['additionalProperties'] === false || schema['unevaluatedProperties'] === false;
  if (isClosed && isOpenedWrongly) {
    return found(true, pointer, 'must not be closed here: a reader that opens it would refuse what is valid');
  }
  const describes = schema['type'] === 'object' || (!isCondition && isObject(schema['properties']));
  // Names chosen by the sender are a map; how many there may be bounds it.
  const isMap = schema['properties'] === undefined && schema['maxProperties'] !== undefined;
  const known = Object.keys(schema['properties'] ?? {});
  const required = (schema['required'] ?? []) as readonly string[];
  return [
    ...found(describes && !isClosed && !isMap, pointer, 'must be closed: additionalProperties false'),
    ...found(describes && schema['type'] !== 'object', pointer, 'must have the type object'),
    ...required
      .filter((name) => describes && !known.includes(name))
      .map((name) => ({ pointer: `${pointer}/required`, rule: `must not ask for ${name}, which is no property` })),
  ];
}

function fieldFindings({ schema, pointer, field, isCondition }: Place, { forbidden }: LintQuestion): LintFinding[] {
  if (field === undefined) return [];
  const described = typeof schema['$ref'] === 'string' || /^[A-Z].{2,}\.$/.test(String(schema['description']));
  const typed = typeof schema['$ref'] === 'string' || isTyped(schema['type']);
  return [
    ...found(!isCondition && !described, pointer, 'must have a description: a sentence'),
    ...found(!isCondition && !typed, pointer, 'must have one type, or one that may be null'),
    ...found(INHERITED.has(field), pointer, 'must not have a name that every object has'),
    ...found(isForbidden(field, forbidden), pointer, 'must not have a name that belongs to the other system'),
  ];
}

function textFindings({ schema, pointer, isCondition }: Place): LintFinding[] {
  const { pattern, format, maxLength } = schema as { readonly [keyword: string]: string | number | undefined };
  const isText = [schema['type']].flat().includes('string');
  const isBounded = maxLength !== undefined || schema['enum'] !== undefined || schema['const'] !== undefined;
  return [
    ...found(isText && !isBounded && !isCondition, pointer, 'must have a maxLength, an enum or a const'),
    ...found(pattern !== undefined && !/^\^.*\$$/s.test(String(pattern)), `${pointer}/pattern`, 'must be anchored'),
    ...found(
      format !== undefined && !Object.hasOwn(FORMAT_RULES, String(format)),
      `${pointer}/format`,
      'must be one of ours',
    ),
    ...found(format !== undefined && pattern === undefined, pointer, 'must state the pattern of its format for others'),
  ];
}

function arrayFindings({ schema, pointer, isCondition }: Place, { recordsField }: LintQuestion): LintFinding[] {
  if (isCondition || ![schema['type']].flat().includes('array')) return [];
  const isStream = recordsField !== undefined && pointer === childPointer('/properties', recordsField);
  return [
    ...found(!isStream && schema['maxItems'] === undefined, pointer, 'must have maxItems'),
    ...found(schema['items'] === undefined, pointer, 'must say what its items are'),
  ];
}

function isTyped(type: unknown): boolean {
  return typeof type === 'string' || (Array.isArray(type) && type.length === 2 && type[1] === 'null');
}

function isForbidden(field: string, names: ForbiddenNames | undefined): boolean {
  const lower = field.toLowerCase();
  return (
    names !== undefined && (names.exact.includes(lower) || names.prefixes.some((prefix) => lower.startsWith(prefix)))
  );
}

function isForeign(reference: unknown): boolean {
  return reference !== undefined && !(typeof reference === 'string' && reference.startsWith('#'));
}

function found(isFault: boolean, pointer: string, rule: string): LintFinding[] {
  return isFault ? [{ pointer, rule }] : [];
}

/** The place and all places inside of it. */
function placesOf(place: Place): Place[] {
  return [place, ...innerPlaces(place).flatMap(placesOf)];
}

function innerPlaces({ schema, pointer, isCondition, isOpenedWrongly }: Place): Place[] {
  const inner = (keyword: string, value: unknown, name?: string): Place[] => {
    if (!isObject(value)) return [];
    const at = childPointer(pointer, keyword);
    return [
      {
        schema: value,
        pointer: name === undefined ? at : childPointer(at, name),
        field: keyword === 'properties' ? name : undefined,
        isCondition: isCondition || CONDITIONS.has(keyword),
        isOpenedWrongly: isOpenedWrongly || OPENED_WRONGLY.has(keyword),
      },
    ];
  };
  return [
    ...SINGLES.flatMap((keyword) => inner(keyword, schema[keyword])),
    ...[...MAPS, ...LISTS].flatMap((keyword) =>
      Object.entries(schema[keyword] ?? {}).flatMap(([name, value]) => inner(keyword, value, name)),
    ),
  ];
}
