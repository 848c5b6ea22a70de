/**
 * Many more interleavings of the claim and cleanup protocol than the test runs, from a seed that is new each time:
 *
 *   node scripts/explore-model.ts [--runs 20000] [--seed 1] [--commands 40]
 *
 * One line when all promises hold; otherwise the seed and the shortest commands that break one, and exit 1.
 */
import { parseArgs } from 'node:util';
import { explore } from '../test/poller/model/explore.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    commands: { type: 'string', default: '40' },
  },
});
const asked = {
  runs: Number(values.runs),
  seed: Number(values.seed),
  maxCommands: Number(values.commands),
};
const startedMs = Date.now();
try {
  await explore(asked);
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  console.log(`${asked.runs} interleavings from seed ${asked.seed}: every promise held, ${seconds} s`);
} catch (thrown) {
  if (!(thrown instanceof Error)) throw thrown;
  console.error(thrown.message);
  if (thrown.cause instanceof Error) console.error(thrown.cause.message);
  process.exitCode = 1;
}
