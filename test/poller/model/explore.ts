/**
 * The claim and cleanup protocol under every interleaving that chance finds: real functions, real tables and a real
 * store, stopped before each transaction and each call of the store, with processes that die, sleep and wake.
 */
import { fc } from '../../support/fast-check.ts';
import { healAndCheck } from './aftermath.ts';
import { interleavings, type Model } from './commands.ts';
import { Template } from './ground.ts';
import { Stage } from './stage.ts';

export interface Exploration {
  readonly runs: number;
  readonly seed: number;
  readonly maxCommands: number;
}

/** Throws what fast-check reports: the seed, the shortest commands that break a promise, and the story of that run. */
export async function explore({ runs, seed, maxCommands }: Exploration): Promise<void> {
  const template = await Template.make();
  try {
    const property = fc.asyncProperty(interleavings(maxCommands), async (commands) => {
      const ground = await template.open();
      const stage = await Stage.open(ground);
      try {
        const model: Model = stage;
        await fc.asyncModelRun(() => ({ model, real: stage }), commands);
        await healAndCheck(stage);
      } finally {
        await stage.closeAll();
        await ground.remove();
      }
    });
    await fc.assert(property, { numRuns: runs, seed });
  } finally {
    template.remove();
  }
}
