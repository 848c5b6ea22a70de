/**
 * How fast does the ledger of mails go, from claim to commit? Whole sends against a mail server that takes everything at once:
 * claimed, rendered, committed before the body leaves, settled with its audit entry and the next step's row, each commit
 * durable.
 *
 *   npm run bench:outreach -- [--recipients 3000] [--concurrency 32]
 *
 * Exits 1 below 300,000 sends an hour.
 */
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { createCampaign } from '../../src/outreach/campaign/create-campaign.ts';
import { scheduleCampaign } from '../../src/outreach/campaign/schedule-campaign.ts';
import { runWorker } from '../../src/outreach/send/run-worker.ts';
import { openHub, type TestHub } from '../outreach/support/hub.ts';
import { addMailboxTo } from '../outreach/support/sending.ts';

const WANTED_PER_HOUR = 300_000;
const CONTACTS_PER_COMPANY = 30;

/** Says yes to everything, as soon as it is there. */
async function openSink(): Promise<{ server: Server; port: number; taken: () => number }> {
  let taken = 0;
  const server = createServer((socket: Socket) => {
    let isBody = false;
    let text = '';
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.write('220 sink\r\n');
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1');
      for (;;) {
        const end = isBody ? text.indexOf('\r\n.\r\n') : text.indexOf('\r\n');
        if (end < 0) return;
        const line = text.slice(0, end);
        text = text.slice(end + (isBody ? 5 : 2));
        if (isBody) taken += 1;
        const isData = !isBody && line.toUpperCase() === 'DATA';
        isBody = isData;
        if (line.startsWith('EHLO')) socket.write('250-sink\r\n250 PIPELINING\r\n');
        else if (line.startsWith('QUIT')) socket.end('221 bye\r\n');
        else socket.write(isData ? '354 go\r\n' : '250 ok\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port, taken: () => taken };
}

async function seed(hub: TestHub, recipients: number): Promise<void> {
  for (let first = 0; first < recipients; first += CONTACTS_PER_COMPANY) {
    const outreachId = `oid-${first}`;
    const contacts = Array.from({ length: Math.min(CONTACTS_PER_COMPANY, recipients - first) }, () => ({}));
    await hub.seedTarget({ outreachId, score: 80, contacts });
    const request = { outreachId, requestKey: outreachId, actor: 'user:bench', anyTime: true } as const;
    const made = await createCampaign(hub.deps, request);
    if (made.outcome === 'refused') throw new Error(made.error.message);
    await scheduleCampaign(hub.deps, { campaignId: made.campaign.campaign_id, actor: 'user:bench' });
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      recipients: { type: 'string', default: '3000' },
      concurrency: { type: 'string', default: '32' },
    },
  });
  const sink = await openSink();
  const hub = await openHub({ now: Date.now(), refs: { SMTP: `smtp://127.0.0.1:${sink.port}` } });
  const problems = await hub.database.durabilityProblems();
  if (problems.length > 0) throw new Error(problems.join('; '));
  await addMailboxTo(hub.deps, { daily_cap: 10_000_000, hourly_cap: 10_000_000 });
  await seed(hub, Number(values.recipients));
  const clock = { now: () => Date.now() };
  const from = performance.now();
  const report = await runWorker(
    { ...hub.deps, clock },
    { worker: 'bench', once: true, concurrency: Number(values.concurrency) },
  );
  const seconds = (performance.now() - from) / 1000;
  await hub.close();
  sink.server.close();
  if (report.sent !== Number(values.recipients) || sink.taken() !== report.sent) {
    throw new Error(`not each mail once: sent ${report.sent}, taken ${sink.taken()}, in ${hub.folder}`);
  }
  rmSync(hub.folder, { recursive: true });
  const perHour = Math.round((report.sent / seconds) * 3600);
  const isFine = perHour >= WANTED_PER_HOUR;
  console.log(
    `${report.sent} sends in ${seconds.toFixed(2)} s: ${(report.sent / seconds).toFixed(0)} a second, ` +
      `${perHour.toLocaleString('en')} an hour (at least ${WANTED_PER_HOUR.toLocaleString('en')}): ${isFine ? 'fine' : 'TOO SLOW'}`,
  );
  process.exitCode = isFine ? 0 : 1;
}

await main();
