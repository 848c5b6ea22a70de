import { test } from 'vitest';
import { explore } from './model/explore.ts';

/** About 35 ms of one core each; "node scripts/explore-model.ts" runs as many more as one likes. */
const RUNS = 1_200;
const COMMANDS = 40;
/** The same interleavings every time: a new seed is for exploring. */
const SEED = 20_260_111;
const TIMEOUT_MS = 10 * 60_000;

test(
  `in ${RUNS} interleavings of workers that die, sleep and wake nothing is lost and nothing taken twice`,
  async () => {
    await explore({ runs: RUNS, seed: SEED, maxCommands: COMMANDS });
  },
  TIMEOUT_MS,
);
