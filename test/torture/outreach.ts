/**
 * Mails many recipients while the worker that does it is killed again and again and the mail server loses connections.
 *
 *   npm run torture:outreach -- [--recipients 1500] [--concurrency 8] [--seed N]
 *
 * Workers are killed with SIGKILL 0.25 to 0.75 s after they began; 1 % of the connections are lost after the final dot,
 * unanswered, 2 % at connect. The last line is the result; it exits with 1 unless nobody was mailed twice and nobody lost.
 */
import { parseArgs } from 'node:util';
import { outreachStorm } from './outreach-storm.ts';

const { values } = parseArgs({
  options: {
    recipients: { type: 'string', default: '1500' },
    concurrency: { type: 'string', default: '8' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  },
});
console.log(`seed ${values.seed}`);
const storm = await outreachStorm({
  recipients: Number(values.recipients),
  concurrency: Number(values.concurrency),
  seed: Number(values.seed),
});
const { recipients, kills, mailedTwice, lost, failed, uncertain, uncertainDelivered, seconds } = storm;
if (failed > 0) console.log(`${failed} failed for good, and say so`);
console.log(
  `recipients ${recipients} kills ${kills} mailed-twice ${mailedTwice} lost ${lost} ` +
    `uncertain ${uncertain} (delivered ${uncertainDelivered}) in ${seconds} s`,
);
process.exitCode = mailedTwice === 0 && lost === 0 ? 0 : 1;
