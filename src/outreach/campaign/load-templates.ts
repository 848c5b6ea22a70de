import { AppError } from '../../base/errors.ts';
import type { Strategy } from '../gate/judge-score.ts';
import type { SequenceTemplate } from '../sequence/parse-template.ts';
import { readTemplate } from '../sequence/read-template.ts';

/** The template for a strategy, or why there is none. Files are read before a transaction begins, never inside one. */
export type Templates = (strategy: Strategy) => SequenceTemplate | AppError;

/** Without a name, the templates that are named like the strategies. */
export async function loadTemplates(folder: string, name: string | undefined): Promise<Templates> {
  if (name !== undefined) {
    const only = await tryRead(folder, name);
    return () => only;
  }
  const immediate = await tryRead(folder, 'immediate');
  const nurture = await tryRead(folder, 'nurture');
  return (strategy) => (strategy === 'immediate' ? immediate : nurture);
}

/** A template that is missing or wrong refuses the campaign, and is recorded as its reason. */
async function tryRead(folder: string, name: string): Promise<SequenceTemplate | AppError> {
  try {
    return await readTemplate(folder, name);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
}
