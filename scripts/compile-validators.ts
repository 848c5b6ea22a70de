import { Ajv2020, _ } from 'ajv/dist/2020.js';
import type { KeywordCxt } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { mapSubschemas } from '../src/contract/derive-reader.ts';
import type { Schema } from '../src/contract/derive-reader.ts';
import { formats, isLongerThan, isShorterThan } from '../src/contract/formats.ts';

export interface CompileOptions {
  /** Every error instead of the first. */
  readonly allErrors: boolean;
  /** Off, an inherited property counts as one of the object's own: a third faster, for callers who know the prototype. */
  readonly ownProperties: boolean;
}

/** Source text of one function per schema, exported under its name; it needs nothing of ajv at run time. */
export function compileValidators(schemas: Readonly<Record<string, Schema>>, options: CompileOptions): string {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: true,
    strictTuples: true,
    strictRequired: true,
    coerceTypes: false,
    removeAdditional: false,
    useDefaults: false,
    formats,
    code: { source: true, esm: true, lines: true, formats: _`formats` },
    ...options,
  });
  replaceLengthKeywords(ajv);
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema({ ...forCompiling(schema), $id: name }, name);
  const names = Object.fromEntries(Object.keys(schemas).map((name) => [name, name]));
  return standalone
    .default(ajv, names)
    .replace('"use strict";', '')
    .replaceAll(/export const (\w+) = (validate\d+);/g, 'export const $1 = $2 as unknown as Validator;');
}

/**
 * Without words, and without patterns that a format of ours implies: it decides all that its pattern does (a test
 * holds them together), and faster.
 */
function forCompiling(schema: Schema): Schema {
  const { title: _title, description: _description, pattern, ...rest } = schema;
  const implied = typeof schema['format'] === 'string' && schema['format'] in formats;
  return mapSubschemas(pattern === undefined || implied ? rest : { ...rest, pattern }, forCompiling);
}

/** The stock keywords count the code points of every string, also of those whose UTF-16 length already tells. */
function replaceLengthKeywords(ajv: Ajv2020): void {
  for (const [keyword, ref] of Object.entries({ maxLength: isLongerThan, minLength: isShorterThan })) {
    ajv.removeKeyword(keyword);
    ajv.addKeyword({
      keyword,
      type: 'string',
      schemaType: 'number',
      error: { message: 'has another length', params: ({ schemaCode }) => _`{limit: ${schemaCode}}` },
      code(context: KeywordCxt) {
        const code = keyword === 'maxLength' ? _`isLongerThan` : _`isShorterThan`;
        const breaks = context.gen.scopeValue('func', { ref, code });
        context.fail(_`${breaks}(${context.data}, ${context.schemaCode})`);
      },
    });
  }
}
