import { isoTime } from '../../base/clock.ts';
import { AppError } from '../../base/errors.ts';
import type { Transaction } from '../../database/port.ts';
import type { MoverDeps, Trace } from '../context.ts';
import { allTexts } from './choose-variant.ts';
import { linksIn } from './links.ts';
import { insertLink, markFrozen, type SequenceRow, type StepRow } from './sequence-table.ts';

/** Fixes what will be sent: its steps can no longer change, and each of their links gets its number. */
export async function freezeSequence(
  tx: Transaction,
  { clock }: Pick<MoverDeps, 'clock'>,
  trace: Trace,
  sequence: SequenceRow,
  steps: readonly StepRow[],
): Promise<void> {
  const nowMs = clock.now();
  if (!(await markFrozen(tx, sequence.sequence_id, isoTime(nowMs)))) {
    throw new AppError('refused', `freeze the sequence ${sequence.sequence_id}: it is ${sequence.status}`);
  }
  for (const step of steps) {
    for (const [idx, url] of stepLinks(step).entries()) {
      await insertLink(tx, trace, { stepId: step.step_id, idx, url, nowMs });
    }
  }
}

/** Each link once, however often the texts of a step name it. */
function stepLinks(step: StepRow): string[] {
  const all = allTexts(step).flatMap(({ text, html }) => [
    ...linksIn(text, 'plain'),
    ...(html === null ? [] : linksIn(html, 'html')),
  ]);
  return [...new Set(all)];
}
