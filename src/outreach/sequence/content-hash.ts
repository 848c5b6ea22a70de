import { createHash } from 'node:crypto';
import type { TemplateStep } from './parse-template.ts';

/** SHA-256, hexadecimal, of all that makes a step what it is. */
export function stepHash(step: TemplateStep): string {
  const { step_no, delay_n, delay_unit, thread, subject, text, html, variants } = step;
  const texts = variants.map((one) => [one.name, one.subject ?? null, one.text ?? null, one.html ?? null]);
  return sha256(JSON.stringify([step_no, delay_n, delay_unit, thread, subject, text, html, texts]));
}

/** The same of a whole sequence. */
export function contentHash(steps: readonly TemplateStep[]): string {
  return sha256(steps.map(stepHash).join('\n'));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
