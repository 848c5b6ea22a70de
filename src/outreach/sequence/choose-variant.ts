import { hashBelow } from '../schedule/next-slot.ts';
import type { Variant } from './parse-template.ts';
import type { StepRow } from './sequence-table.ts';

/** The texts of a step as one contact gets them. */
export interface StepTexts {
  /** Undefined for a step without variants. */
  readonly variant: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
}

/** Always the same for one enrollment: who is asked again for the same mail answers the same. */
export function chooseTexts(step: StepRow, enrollmentId: string): StepTexts {
  const variants = variantsOf(step);
  const chosen = variants[hashBelow(enrollmentId, variants.length)];
  return textsOf(step, chosen);
}

/** All that a contact may get of a step. */
export function allTexts(step: StepRow): StepTexts[] {
  const variants = variantsOf(step);
  return variants.length === 0 ? [textsOf(step, undefined)] : variants.map((one) => textsOf(step, one));
}

function textsOf(step: StepRow, variant: Variant | undefined): StepTexts {
  return {
    variant: variant?.name,
    subject: variant?.subject ?? step.subject_tpl,
    text: variant?.text ?? step.text_tpl,
    html: variant?.html ?? step.html_tpl,
  };
}

function variantsOf({ variants_json: json }: StepRow): readonly Variant[] {
  return json === null ? [] : (JSON.parse(json) as Variant[]);
}
