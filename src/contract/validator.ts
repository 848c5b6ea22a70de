import { MAX_PROBLEMS } from '../base/reasons.ts';
import type { Problem, ReasonCode } from '../base/reasons.ts';
import { FORMAT_RULES } from './formats.ts';
import { pointerTo } from './json-pointer.ts';

/** What a compiled validator says of one broken keyword. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** A function made from a schema at build time. `errors` is overwritten by the next call. */
export interface Validator {
  (data: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

/** Everything that `validator` has against `data`, at most `MAX_PROBLEMS`, each with the code that `codeOf` gives it. */
export function schemaProblems(
  validator: Validator,
  data: unknown,
  codeOf: (error: SchemaError) => ReasonCode,
): Problem[] {
  if (validator(data)) return [];
  return (validator.errors ?? []).slice(0, MAX_PROBLEMS).map((error) => ({
    code: codeOf(error),
    pointer: pointerOf(error),
    rule: ruleOf(error),
  }));
}

/** A missing or unknown field is named itself, not the object around it. */
function pointerOf({ keyword, instancePath, params }: SchemaError): string {
  if (keyword === 'required') return pointerTo(instancePath, String(params['missingProperty']));
  if (keyword === 'additionalProperties') return pointerTo(instancePath, String(params['additionalProperty']));
  return instancePath;
}

const RULES: Readonly<Record<string, (params: SchemaError['params']) => string>> = {
  required: () => 'is required',
  additionalProperties: () => 'is not a field of this contract',
  type: ({ type }) => `must be ${/^[aeio]/.test(String(type)) ? 'an' : 'a'} ${String(type).replace(',', ' or ')}`,
  enum: ({ allowedValues }) => `must be one of ${(allowedValues as readonly string[]).join(', ')}`,
  const: ({ allowedValue }) => `must be ${JSON.stringify(allowedValue)}`,
  pattern: ({ pattern }) => `must match ${String(pattern)}`,
  format: ({ format }) => FORMAT_RULES[format as keyof typeof FORMAT_RULES],
  minLength: ({ limit }) => `must have at least ${String(limit)} characters`,
  maxLength: ({ limit }) => `must have at most ${String(limit)} characters`,
  maxItems: ({ limit }) => `must have at most ${String(limit)} items`,
  minimum: ({ limit }) => `must not be less than ${String(limit)}`,
  maximum: ({ limit }) => `must not be greater than ${String(limit)}`,
};

function ruleOf(error: SchemaError): string {
  return RULES[error.keyword]?.(error.params) ?? error.message ?? error.keyword;
}

/** The first problem at each place: a string where a number belongs is not also out of range. */
export function onePerPointer(problems: readonly Problem[]): Problem[] {
  const named = new Set<string>();
  return problems.filter(({ pointer }) => !named.has(pointer) && named.add(pointer));
}
