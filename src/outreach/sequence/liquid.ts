import { Liquid, type Template } from 'liquidjs';

/** All that a template may say; each name is `group.field`, or stands alone. */
export const VARIABLES = [
  'contact.name', 'contact.first_name', 'contact.role', 'company.domain', 'sender.name', 'sender.first_name',
  'sender.address', 'unsubscribe_url', 'calendar_url',
] as const; // prettier-ignore

/** What has no loop, no file and no clock in it: a mail is a letter, not a program. */
const TAGS: ReadonlySet<string> = new Set(['if', 'unless', 'case', 'comment', 'raw', 'assign', '#']);
const FILTERS: ReadonlySet<string> = new Set([
  'default', 'upcase', 'downcase', 'capitalize', 'strip', 'truncate', 'truncatewords', 'replace', 'remove', 'append',
  'prepend', 'split', 'first', 'last', 'url_encode',
]); // prettier-ignore

/** Compiled templates that are kept: a campaign renders the same few for each of its contacts. */
const CACHE_ENTRIES = 500;

const LIMITS = { parseLimit: 200_000, memoryLimit: 5_000_000, renderLimit: 1_000 };

/** Of a subject or a plain text: values stand as they are. */
const plainEngine = openEngine(false);
/** Of HTML: every value is escaped, whatever the template does with it. */
const htmlEngine = openEngine(true);

export type TemplateForm = 'plain' | 'html';
export type LiquidValues = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/**
 * Names that the template uses and `VARIABLES` lacks. Throws liquid's own error for a template that does not parse, or
 * uses a tag or filter that is not there.
 */
export function unknownVariables(template: string): string[] {
  const known: readonly string[] = VARIABLES;
  return usedVariables(template).filter((name) => !known.includes(name));
}

export function usedVariables(template: string): string[] {
  return plainEngine.globalVariableSegmentsSync(plainEngine.parse(template)).map((segments) => segments.join('.'));
}

/** Throws liquid's own error for a value that is missing where it is printed; a condition may ask for it. */
export function renderLiquid(template: string, form: TemplateForm, values: LiquidValues): string {
  const engine = form === 'html' ? htmlEngine : plainEngine;
  return String(engine.renderSync(compile(engine, template), values));
}

const compiled = new Map<Liquid, Map<string, Template[]>>();

function compile(engine: Liquid, template: string): Template[] {
  const cache = compiled.get(engine) ?? new Map<string, Template[]>();
  compiled.set(engine, cache);
  const found = cache.get(template);
  if (found !== undefined) return found;
  if (cache.size >= CACHE_ENTRIES) cache.clear();
  const parsed = engine.parse(template);
  cache.set(template, parsed);
  return parsed;
}

function openEngine(escape: boolean): Liquid {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    ...(escape && { outputEscape: 'escape' as const }),
    ...LIMITS,
  });
  for (const tag of Object.keys(engine.tags)) if (!TAGS.has(tag)) delete engine.tags[tag];
  for (const filter of Object.keys(engine.filters)) if (!FILTERS.has(filter)) delete engine.filters[filter];
  return engine;
}
