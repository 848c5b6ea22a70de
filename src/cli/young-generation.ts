import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Both halves. Rows on their way fit in many times over; more room saves no time and is never given back. */
const ENOUGH_BYTES = 16_000_000;
const LOOK_EVERY_MS = 20;

/**
 * Ends the growth of V8's young generation, which otherwise doubles for as long as a process makes garbage, to 128 MB.
 * V8 has a flag for the limit but reads it only when the process starts; this one it reads before each doubling.
 */
export function boundYoungGeneration(): void {
  const timer = setInterval(() => {
    const space = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
    if ((space?.space_size ?? 0) < ENOUGH_BYTES) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    clearInterval(timer);
  }, LOOK_EVERY_MS);
  timer.unref();
}
