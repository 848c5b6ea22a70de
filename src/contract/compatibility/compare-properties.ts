import type { Schema } from '../derive-reader.ts';
import type { Difference } from './change.ts';
import { below, childPointer, type Located, type Walk } from './located.ts';

/** Who may have fields that the schema does not name: nobody, everybody, or those that satisfy a schema. */
type Others = 'none' | 'any' | 'some';

/** `properties`, `required` and `additionalProperties` of two objects. */
export function compareProperties(older: Located, newer: Located, walk: Walk): Difference[] {
  const from = fieldsOf(older.schema);
  const to = fieldsOf(newer.schema);
  const found: Difference[] = [];
  for (const name of new Set([...from.names, ...to.names])) {
    if (!to.names.has(name)) found.push(removed(older, name));
    else if (from.names.has(name))
      found.push(...walk.compare(below(older, 'properties', name), below(newer, 'properties', name)));
    else found.push(added(older, newer, name));
  }
  return [...found, ...compareRequired(older, newer), ...compareOthers(older, newer, walk)];
}

function fieldsOf({ properties, required }: Schema) {
  return { names: namesOf(properties), required: new Set(Array.isArray(required) ? (required as string[]) : []) };
}

function namesOf(properties: unknown): ReadonlySet<string> {
  return new Set(typeof properties === 'object' && properties !== null ? Object.keys(properties) : []);
}

/**
 * An old document says nothing about the new field only if it could not have it. Where unevaluated fields are
 * refused, a reader is not opened, and refuses the new one.
 */
function added(older: Located, newer: Located, name: string): Difference {
  const pointer = childPointer(childPointer(newer.pointer, 'properties'), name);
  if (fieldsOf(newer.schema).required.has(name))
    return { pointer, change: 'required property added', effect: 'narrows' };
  if (othersOf(older.schema) === 'any') return { pointer, change: 'unknown property defined', effect: 'narrows' };
  const isNew =
    othersOf(older.schema) === 'none' &&
    older.schema['patternProperties'] === undefined &&
    !JSON.stringify(older.document).includes('"unevaluatedProperties"');
  return isNew
    ? { pointer, change: 'optional property added', effect: 'adds' }
    : { pointer, change: 'optional property added where others were judged', effect: 'breaks' };
}

/** A reader that no longer knows a field loses it in silence. */
function removed(older: Located, name: string): Difference {
  const pointer = childPointer(childPointer(older.pointer, 'properties'), name);
  const was = fieldsOf(older.schema).required.has(name) ? 'required' : 'optional';
  return { pointer, change: `${was} property removed`, effect: 'breaks' };
}

/** Of the fields that were there before and are there still. */
function compareRequired(older: Located, newer: Located): Difference[] {
  const from = fieldsOf(older.schema);
  const to = fieldsOf(newer.schema);
  const at = (name: string) => childPointer(childPointer(newer.pointer, 'properties'), name);
  const gained = [...to.required].filter((name) => !from.required.has(name) && !isAdded(name, from, to));
  const lost = [...from.required].filter((name) => !to.required.has(name) && !isAdded(name, to, from));
  return [
    ...gained.map((name) => ({ pointer: at(name), change: 'optional → required', effect: 'narrows' as const })),
    ...lost.map((name) => ({ pointer: at(name), change: 'required → optional', effect: 'widens' as const })),
  ];
}

type Fields = ReturnType<typeof fieldsOf>;

function isAdded(name: string, from: Fields, to: Fields): boolean {
  return to.names.has(name) && !from.names.has(name);
}

function compareOthers(older: Located, newer: Located, walk: Walk): Difference[] {
  const [from, to] = [othersOf(older.schema), othersOf(newer.schema)];
  const pointer = childPointer(newer.pointer, 'additionalProperties');
  if (from === 'any' && to === 'none') return [{ pointer, change: 'object closed', effect: 'narrows' }];
  if (from === 'none' && to === 'any') return [{ pointer, change: 'object opened', effect: 'widens' }];
  const isSame = () =>
    walk
      .into('either')
      .compare(below(older, 'additionalProperties'), below(newer, 'additionalProperties'))
      .every(({ effect }) => effect === 'words');
  const same = from === to && (from !== 'some' || isSame());
  return same ? [] : [{ pointer, change: 'additionalProperties changed', effect: 'breaks' }];
}

function othersOf({ additionalProperties: others }: Schema): Others {
  if (others === false) return 'none';
  if (others === undefined || others === true) return 'any';
  return Object.keys(others as object).length === 0 ? 'any' : 'some';
}
