/** Stands in for `base/clock.ts` in a process whose clock is wrong, or that lives later. The network's own time stays right. */
import { type Clock, systemClock as real } from '../../../src/base/clock.ts';
import { leversOfThisProcess } from './levers.ts';

export { type Clock, dayPath, isoTime } from '../../../src/base/clock.ts';

const { clockShiftMs = 0 } = leversOfThisProcess();

export const systemClock: Clock = { now: () => real.now() + clockShiftMs };
