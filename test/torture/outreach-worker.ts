/**
 * One worker of the outreach storm, to be killed: `node outreach-worker.ts FOLDER SMTP_URL WORKER OFFSET_MS MODE`. Says "ready"
 * when it begins. MODE `once` ends when nothing is due. Its clock is the machine's, moved by OFFSET_MS.
 */
import { openAuditLog } from '../../src/audit/index.ts';
import { runWorker } from '../../src/outreach/send/run-worker.ts';
import { HUB_SYSTEM, openHub } from '../outreach/support/hub.ts';

const [folder = '', smtpUrl = '', worker = '', offset = '0', mode = 'once', concurrency = '8'] = process.argv.slice(2);
const clock = { now: () => Date.now() + Number(offset) };
const hub = await openHub({ folder, refs: { SMTP: smtpUrl }, now: clock.now() });
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
process.stdout.write('ready\n');
const report = await runWorker(
  { ...hub.deps, clock, audit: openAuditLog(HUB_SYSTEM, clock), signal: stop.signal },
  {
    worker,
    once: mode === 'once',
    concurrency: Number(concurrency),
    times: {
      // As short as the storm is quick; a real lease outlives any mail.
      leaseMs: 1_500,
      tickMs: 50,
      smtp: { connectMs: 1_000, greetingMs: 1_000, silenceMs: 1_000, wholeMs: 1_200 },
    },
  },
);
await hub.close();
process.stdout.write(`${JSON.stringify(report)}\n`);
