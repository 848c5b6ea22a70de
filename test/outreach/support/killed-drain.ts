/**
 * Hands signals over in a process of its own, which kills itself: `node killed-drain.ts <point>` in the hub's folder. `put-together`
 * is when the batch has its id and nobody has seen it, `published` when CL can read it and nobody has written that down.
 */
import { openOutput } from '../../../src/cli/output.ts';
import { withHub } from '../../../src/cli/compose-hub.ts';
import { withSignalPublisher } from '../../../src/cli/outreach/publish-signals.ts';
import { readSettings } from '../../../src/cli/settings.ts';
import { drainSignals } from '../../../src/outreach/index.ts';

const [point] = process.argv.slice(2);

const command = {
  flags: { quiet: true },
  environment: {},
  output: openOutput({ quiet: true }, {}, {}),
  signal: new AbortController().signal,
  stdin: (async function* () {})(),
};

function die(here: string): void {
  if (here === point) process.kill(process.pid, 'SIGKILL');
}

const settings = await readSettings('hub', command.flags, command.environment);
await withHub(command, settings, (deps) =>
  withSignalPublisher(command, settings, {}, async (publish) =>
    drainSignals(deps, async (...batch) => {
      die('put-together');
      const status = await publish(...batch);
      die('published');
      return status;
    }),
  ),
);
