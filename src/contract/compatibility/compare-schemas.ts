import type { Schema } from '../derive-reader.ts';
import { isObject } from '../document.ts';
import type { Difference } from './change.ts';
import { compareProperties } from './compare-properties.ts';
import { compareValue, isBreak, VALUE_RULES } from './keyword-rules.ts';
import {
  ANNOTATIONS,
  below,
  childPointer,
  type Depth,
  type Located,
  locate,
  resolved,
  sameValue,
  targetOf,
  type Walk,
} from './located.ts';

/** Keywords that together describe the fields of an object. */
const OBJECT_KEYWORDS = new Set(['properties', 'required', 'additionalProperties']);

/** Keywords whose schemas are read the other way round, or in a way that depends on others. */
const CONDITIONS = new Set([
  'not',
  'if',
  'oneOf',
  'contains',
  'propertyNames',
  'patternProperties',
  'unevaluatedItems',
  'unevaluatedProperties',
]);

/** Keywords that admit more when one of their schemas does. */
const CONSEQUENCES = new Set(['then', 'else', 'allOf', 'anyOf', 'dependentSchemas']);

const LISTS_AND_MAPS = new Set(['allOf', 'anyOf', 'oneOf', 'patternProperties', 'dependentSchemas']);

/** Definitions count where they are referred to; every release has an id of its own. */
const PASSED_OVER = new Set(['$defs', 'definitions', '$ref', '$id']);

/** Every difference between what two schemas admit, keyword by keyword: a schema is the conjunction of its keywords. */
export function compareSchemas(older: Schema, newer: Schema): Difference[] {
  return startWalk('plain').compare(locate(older), locate(newer));
}

function startWalk(depth: Depth): Walk {
  const seen = new Set<string>();
  const walk: Walk = {
    compare: (older, newer) => comparePlaces(older, newer, seen, walk),
    into: (deeper) => (deeper === depth || depth === 'either' ? walk : startWalk(deeper)),
  };
  return walk;
}

function comparePlaces(olderPlace: Located, newerPlace: Located, seen: Set<string>, walk: Walk): Difference[] {
  const older = resolved(olderPlace);
  const newer = resolved(newerPlace);
  const words = olderPlace === older && newerPlace === newer ? [] : compareWords(olderPlace, newerPlace);
  const pair = `${older.pointer}\n${newer.pointer}`;
  if (seen.has(pair)) return words;
  seen.add(pair);
  return [
    ...words,
    ...compareWords(older, newer),
    ...compareReferences(older, newer, walk),
    ...compareKeywords(older, newer, walk),
  ];
}

function compareWords(older: Located, newer: Located): Difference[] {
  return [...ANNOTATIONS]
    .filter((keyword) => !sameValue(older.schema[keyword], newer.schema[keyword]))
    .map((keyword) => ({
      pointer: childPointer(newer.pointer, keyword),
      change: `${keyword} changed`,
      effect: 'words',
    }));
}

/** References with keywords beside them; those that stand alone are resolved by now, unless they lead nowhere. */
function compareReferences(older: Located, newer: Located, walk: Walk): Difference[] {
  if (older.schema['$ref'] === undefined && newer.schema['$ref'] === undefined) return [];
  const from = targetOf(older);
  const to = targetOf(newer);
  if (from !== undefined && to !== undefined) return walk.compare(from, to);
  const found = isBreak(older.schema['$ref'], newer.schema['$ref'], '$ref');
  return found === undefined ? [] : [{ pointer: childPointer(newer.pointer, '$ref'), ...found }];
}

function compareKeywords(older: Located, newer: Located, walk: Walk): Difference[] {
  const keywords = new Set([...Object.keys(older.schema), ...Object.keys(newer.schema)]);
  const found: Difference[] = [...keywords].some((keyword) => OBJECT_KEYWORDS.has(keyword))
    ? compareProperties(older, newer, walk)
    : [];
  for (const keyword of keywords) {
    if (OBJECT_KEYWORDS.has(keyword) || ANNOTATIONS.has(keyword)) continue;
    if (PASSED_OVER.has(keyword) && (keyword !== '$id' || newer.pointer === '')) continue;
    found.push(...compareKeyword(older, newer, keyword, walk));
  }
  return found;
}

function compareKeyword(older: Located, newer: Located, keyword: string, walk: Walk): Difference[] {
  if (VALUE_RULES[keyword] !== undefined) return compareValue(older.schema, newer.schema, keyword, newer.pointer);
  if (keyword === 'items') return compareItems(older, newer, walk);
  if (keyword === 'prefixItems') return comparePositions(older, newer, walk);
  if (CONDITIONS.has(keyword) || CONSEQUENCES.has(keyword)) return compareComplex(older, newer, keyword, walk);
  const found = isBreak(older.schema[keyword], newer.schema[keyword], keyword);
  return found === undefined ? [] : [{ pointer: childPointer(newer.pointer, keyword), ...found }];
}

function compareItems(older: Located, newer: Located, walk: Walk): Difference[] {
  const pointer = childPointer(newer.pointer, 'items');
  if (older.schema['items'] === undefined) return [{ pointer, change: 'items added', effect: 'narrows' }];
  if (newer.schema['items'] === undefined) return [{ pointer, change: 'items removed', effect: 'widens' }];
  return walk.compare(below(older, 'items'), below(newer, 'items'));
}

function comparePositions(older: Located, newer: Located, walk: Walk): Difference[] {
  const [from, to] = [older.schema['prefixItems'], newer.schema['prefixItems']];
  if (!Array.isArray(from) || !Array.isArray(to) || from.length !== to.length) {
    return [{ pointer: childPointer(newer.pointer, 'prefixItems'), change: 'prefixItems changed', effect: 'breaks' }];
  }
  return from.flatMap((_, at) => walk.compare(below(older, 'prefixItems', at), below(newer, 'prefixItems', at)));
}

/**
 * No difference where both are equal but for words, names of definitions and what is defined where. Else one, whatever it
 * is: it breaks, unless all of it points one way.
 */
function compareComplex(older: Located, newer: Located, keyword: string, walk: Walk): Difference[] {
  const whole = { pointer: childPointer(newer.pointer, keyword), change: `${keyword} changed` };
  const from = branchesOf(older.schema[keyword], keyword);
  const to = branchesOf(newer.schema[keyword], keyword);
  if (from === undefined || to === undefined || !sameValue(from, to)) return [{ ...whole, effect: 'breaks' }];
  const inner = walk.into(CONSEQUENCES.has(keyword) ? 'same' : 'either');
  const found = from.flatMap((path) => inner.compare(below(older, keyword, ...path), below(newer, keyword, ...path)));
  const effects = new Set(found.map(({ effect }) => effect).filter((effect) => effect !== 'words'));
  const [effect = 'words', ...others] = effects;
  if (effect === 'words') return found;
  const isOneWay = CONSEQUENCES.has(keyword) && others.length === 0 && effect !== 'adds';
  return [{ ...whole, effect: isOneWay ? effect : 'breaks' }];
}

/** The ways from a keyword to the schemas in it; undefined where it is absent. */
function branchesOf(value: unknown, keyword: string): readonly (readonly string[])[] | undefined {
  if (value === undefined) return undefined;
  if (!LISTS_AND_MAPS.has(keyword)) return [[]];
  return isObject(value) || Array.isArray(value)
    ? Object.keys(value)
        .toSorted()
        .map((name) => [name])
    : undefined;
}
