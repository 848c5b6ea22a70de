import { parseDocument } from 'yaml';
import { AppError, messageOf } from '../../base/errors.ts';
import { DELAY_UNITS, type DelayUnit } from '../schedule/step-due.ts';
import { unknownVariables } from './liquid.ts';

/** A sequence as its file has it, checked. */
export interface SequenceTemplate {
  readonly name: string;
  readonly steps: readonly TemplateStep[];
}

export interface TemplateStep {
  readonly step_no: number;
  readonly delay_n: number;
  readonly delay_unit: DelayUnit;
  /** reply: the subject and the thread of the step before it. */
  readonly thread: 'new' | 'reply';
  /** Empty in a reply. */
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** Each contact gets one of them; what a variant leaves out is the step's own. */
  readonly variants: readonly Variant[];
}

export interface Variant {
  readonly name: string;
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
}

export const MAX_TEMPLATE_BYTES = 64 * 1024;
const MAX_STEPS = 20;
const MAX_VARIANTS = 10;
const MAX_DELAY = 365;
const MAX_SUBJECT = 500;
const MAX_TEXT = 50_000;
const MAX_HTML = 60_000;

const DELAY = /^(\d{1,3}) (min|hour|day|bizday)s?$/;
const VARIANT_NAME = /^[A-Za-z0-9_-]{1,32}$/;

/** `file` is for messages. Throws `refused`, naming the file and the key: `steps[1].delay`. */
export function parseTemplate(yaml: string, file: string, name: string): SequenceTemplate {
  const refuse: Refuse = (key, rule) => {
    throw new AppError('refused', `use the template ${file}: ${key}: ${rule}`, { hint: 'correct the file' });
  };
  if (Buffer.byteLength(yaml) > MAX_TEMPLATE_BYTES) refuse('(file)', `it is larger than ${MAX_TEMPLATE_BYTES} bytes`);
  const root = asMap(readYaml(yaml, refuse), '(file)', ['description', 'steps'], refuse);
  const steps = asList(root['steps'], 'steps', MAX_STEPS, refuse);
  if (steps.length === 0) refuse('steps', 'there is none');
  return { name, steps: steps.map((step, index) => parseStep(step, index, refuse)) };
}

type Refuse = (key: string, rule: string) => never;
type Fields = Readonly<Record<string, unknown>>;

/** Without aliases: a short file of them can stand for gigabytes. */
function readYaml(yaml: string, refuse: Refuse): unknown {
  const document = parseDocument(yaml, { version: '1.2', schema: 'core', uniqueKeys: true, prettyErrors: true });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) return refuse('(file)', problem.message.split('\n')[0] ?? 'it is not YAML');
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (thrown) {
    return refuse('(file)', `aliases are not allowed (${messageOf(thrown)})`);
  }
}

function parseStep(value: unknown, index: number, refuse: Refuse): TemplateStep {
  const key = `steps[${index}]`;
  const step = asMap(value, key, ['delay', 'thread', 'subject', 'text', 'html', 'variants'], refuse);
  const thread = parseThread(step['thread'], key, index, refuse);
  const isReply = thread === 'reply';
  if (isReply && step['subject'] !== undefined) refuse(`${key}.subject`, 'a reply has the subject of its thread');
  return {
    step_no: index + 1,
    ...parseDelay(step['delay'], `${key}.delay`, refuse),
    thread,
    subject: isReply ? '' : asSubject(step['subject'], `${key}.subject`, refuse),
    text: asText(step['text'], `${key}.text`, MAX_TEXT, refuse),
    html: step['html'] === undefined ? null : asText(step['html'], `${key}.html`, MAX_HTML, refuse),
    variants: parseVariants(step['variants'], `${key}.variants`, isReply, refuse),
  };
}

function parseThread(value: unknown, key: string, index: number, refuse: Refuse): 'new' | 'reply' {
  if (value !== 'new' && value !== 'reply') return refuse(`${key}.thread`, 'it must be new or reply');
  if (index === 0 && value === 'reply') return refuse(`${key}.thread`, 'the first step has nothing to reply to');
  return value;
}

function parseDelay(
  value: unknown,
  key: string,
  refuse: Refuse,
): { readonly delay_n: number; readonly delay_unit: DelayUnit } {
  const [, n, word] = DELAY.exec(typeof value === 'string' ? value.trim() : '') ?? [];
  const unit = DELAY_UNITS.find((one) => one === word);
  if (n === undefined || unit === undefined) {
    return refuse(key, 'it must be a number and a unit, as in "3 bizday"; units are min, hour, day, bizday');
  }
  if ((unit === 'day' || unit === 'bizday') && Number(n) > MAX_DELAY)
    refuse(key, `it is longer than ${MAX_DELAY} days`);
  return { delay_n: Number(n), delay_unit: unit };
}

function parseVariants(value: unknown, key: string, isReply: boolean, refuse: Refuse): Variant[] {
  if (value === undefined) return [];
  const variants = asList(value, key, MAX_VARIANTS, refuse).map((one, index) =>
    parseVariant(one, `${key}[${index}]`, isReply, refuse),
  );
  const names = new Set(variants.map(({ name }) => name));
  if (names.size !== variants.length) refuse(key, 'two of them have the same name');
  return variants;
}

function parseVariant(value: unknown, key: string, isReply: boolean, refuse: Refuse): Variant {
  const fields = asMap(value, key, ['name', 'subject', 'text', 'html'], refuse);
  const { name, subject, text, html } = fields;
  if (typeof name !== 'string' || !VARIANT_NAME.test(name)) return refuse(`${key}.name`, 'it must be a short word');
  if (isReply && subject !== undefined) refuse(`${key}.subject`, 'a reply has the subject of its thread');
  return {
    name,
    ...(subject !== undefined && { subject: asSubject(subject, `${key}.subject`, refuse) }),
    ...(text !== undefined && { text: asText(text, `${key}.text`, MAX_TEXT, refuse) }),
    ...(html !== undefined && { html: asText(html, `${key}.html`, MAX_HTML, refuse) }),
  };
}

function asSubject(value: unknown, key: string, refuse: Refuse): string {
  const subject = asText(value, key, MAX_SUBJECT, refuse).trim();
  if (/[\r\n]/.test(subject)) refuse(key, 'it must be one line');
  return subject;
}

/** A template that liquid can render with the variables that there are. */
function asText(value: unknown, key: string, limit: number, refuse: Refuse): string {
  if (typeof value !== 'string' || value.trim() === '') return refuse(key, 'it must be a text');
  if (value.length > limit) refuse(key, `it is longer than ${limit} characters`);
  const [unknown] = checkLiquid(value, key, refuse);
  if (unknown !== undefined) refuse(key, `there is no variable ${unknown}`);
  return value;
}

function checkLiquid(template: string, key: string, refuse: Refuse): string[] {
  try {
    return unknownVariables(template);
  } catch (thrown) {
    return refuse(key, messageOf(thrown).split('\n')[0] ?? 'it does not parse');
  }
}

function asMap(value: unknown, key: string, known: readonly string[], refuse: Refuse): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(key, 'it must be a map');
  const stranger = Object.keys(value).find((name) => !known.includes(name));
  if (stranger !== undefined) refuse(key, `${stranger} is unknown; known are ${known.join(', ')}`);
  return value as Fields;
}

function asList(value: unknown, key: string, limit: number, refuse: Refuse): readonly unknown[] {
  if (!Array.isArray(value)) return refuse(key, 'it must be a list');
  if (value.length > limit) refuse(key, `it is longer than ${limit}`);
  return value;
}
