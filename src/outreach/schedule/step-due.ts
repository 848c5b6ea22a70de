import { addDays, addWorkingDays, nextSlot, type SlotRules } from './next-slot.ts';

export const DELAY_UNITS = ['min', 'hour', 'day', 'bizday'] as const;
export type DelayUnit = (typeof DELAY_UNITS)[number];

/** How long a step waits after the one before it. */
export interface StepDelay {
  readonly delay_n: number;
  readonly delay_unit: DelayUnit;
}

const MINUTE_MS = 60_000;

/**
 * When a step is due: its delay after the time at which the step before it was really sent, and then the next open window.
 * A step that went out late thereby moves all that follow.
 */
export function stepDue(previousSentMs: number, delay: StepDelay, rules: SlotRules): number {
  return nextSlot(afterDelay(previousSentMs, delay, rules), rules);
}

/** Minutes and hours are as long as they are; days keep the wall time, however long the night was. */
function afterDelay(fromMs: number, { delay_n: n, delay_unit: unit }: StepDelay, rules: SlotRules): number {
  if (unit === 'min') return fromMs + n * MINUTE_MS;
  if (unit === 'hour') return fromMs + n * 60 * MINUTE_MS;
  return unit === 'day' ? addDays(fromMs, n, rules.timezone) : addWorkingDays(fromMs, n, rules);
}
