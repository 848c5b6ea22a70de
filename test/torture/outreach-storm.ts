import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createCampaign } from '../../src/outreach/campaign/create-campaign.ts';
import { scheduleCampaign } from '../../src/outreach/campaign/schedule-campaign.ts';
import type { SendRow } from '../../src/outreach/send-table.ts';
import { type Fault, type FaultSmtp, openFaultSmtp } from '../outreach/support/fault-smtp.ts';
import { openHub, type TestHub } from '../outreach/support/hub.ts';
import { addMailboxTo } from '../outreach/support/sending.ts';
import { type Dice, diceOf } from './dice.ts';

const WORKER = fileURLToPath(new URL('./outreach-worker.ts', import.meta.url));
/** Workers live for so long once they have begun, ms. */
const SHORTEST_MS = 250;
const LONGEST_MS = 750;
/** Of all connections, so many break after the final dot, unanswered, and so many at once. */
const LOST_AFTER_DOT = 0.01;
const LOST_AT_CONNECT = 0.02;
const CONTACTS_PER_COMPANY = 30;
/** After the storm, each calm run is so much later: past every wait, and below what looks like a restored copy. */
const CALM_STEPS_MIN = [2, 8, 20, 45, 50, 50, 50, 50, 50, 50];
const MINUTE_MS = 60_000;
const MAX_LIVES = 2_000;

export interface StormOptions {
  readonly recipients: number;
  readonly seed: number;
  /** Mails under way at the same time. */
  readonly concurrency: number;
}

export interface StormReport {
  readonly recipients: number;
  readonly kills: number;
  readonly mailedTwice: number;
  /** Said to be sent and never received, or never brought to an end. */
  readonly lost: number;
  readonly failed: number;
  readonly uncertain: number;
  /** Of the uncertain ones, those that were received. */
  readonly uncertainDelivered: number;
  readonly seconds: number;
}

/** Kills worker after worker while a bad network loses mails, then lets one finish, and counts. */
export async function outreachStorm(options: StormOptions): Promise<StormReport> {
  const startedMs = Date.now();
  const dice = diceOf(options.seed);
  const smtp = await openFaultSmtp({ choose: faultsOf(dice), lean: true });
  const hub = await openHub({ now: Date.now() });
  try {
    await addMailboxTo(hub.deps, { daily_cap: 1_000_000, hourly_cap: 1_000_000 });
    await seed(hub, options.recipients);
    const storm: Storm = { hub, smtp, dice, options, kills: 0 };
    await rage(storm);
    smtp.choose = () => undefined;
    await calm(storm);
    const report = { ...(await count(storm)), seconds: Math.round((Date.now() - startedMs) / 1000) };
    // What went wrong stays to be looked at.
    if (report.mailedTwice + report.lost === 0) rmSync(hub.folder, { recursive: true });
    return report;
  } finally {
    await hub.close();
    await smtp.close();
  }
}

interface Storm {
  readonly hub: TestHub;
  readonly smtp: FaultSmtp;
  readonly dice: Dice;
  readonly options: StormOptions;
  kills: number;
}

function faultsOf(dice: Dice): (connection: number) => Fault | undefined {
  return () => {
    if (dice.chance(LOST_AFTER_DOT)) return { at: 'dot', action: 'drop' };
    return dice.chance(LOST_AT_CONNECT) ? { at: 'connect', action: 'drop' } : undefined;
  };
}

async function seed(hub: TestHub, recipients: number): Promise<void> {
  for (let first = 0; first < recipients; first += CONTACTS_PER_COMPANY) {
    const outreachId = `oid-${first}`;
    const contacts = Array.from({ length: Math.min(CONTACTS_PER_COMPANY, recipients - first) }, () => ({}));
    await hub.seedTarget({ outreachId, score: 80, contacts });
    const made = await createCampaign(hub.deps, {
      outreachId,
      requestKey: `storm-${first}`,
      actor: 'user:storm',
      anyTime: true,
    });
    if (made.outcome === 'refused') throw new Error(`no campaign for ${outreachId}: ${made.error.message}`);
    await scheduleCampaign(hub.deps, { campaignId: made.campaign.campaign_id, actor: 'user:storm' });
  }
}

/** Until nothing but what waits for a retry, or was in the hands of the last one, is left. */
async function rage(storm: Storm): Promise<void> {
  for (let life = 0; life < MAX_LIVES; life += 1) {
    const worker = await start(storm, `storm-${life % 2}`, 0, 'forever');
    const lifeMs = SHORTEST_MS + storm.dice.whole(LONGEST_MS - SHORTEST_MS);
    await Promise.race([sleep(lifeMs), once(worker, 'exit')]);
    if (worker.exitCode !== null) throw new Error(`a worker ended by itself with ${worker.exitCode}`);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    storm.kills += 1;
    if (await isCalm(storm.hub)) return;
  }
  throw new Error(`the storm did not end in ${MAX_LIVES} lives`);
}

async function isCalm({ database }: TestHub): Promise<boolean> {
  const [row] = await database.query<{ n: number }>(
    `select count(*) as n from send_log where step_no = 1 and state = 'scheduled' and attempts = 0`,
  );
  return row?.n === 0;
}

async function calm(storm: Storm): Promise<void> {
  let offsetMs = 0;
  for (const minutes of CALM_STEPS_MIN) {
    offsetMs += minutes * MINUTE_MS;
    const worker = await start(storm, 'calm', offsetMs, 'once');
    if (worker.exitCode === null) await once(worker, 'exit');
    if (worker.exitCode !== 0) throw new Error(`the last worker ended with ${worker.exitCode}`);
    if ((await open(storm.hub)) === 0) return;
  }
}

async function open({ database }: TestHub): Promise<number> {
  const [row] = await database.query<{ n: number }>(
    `select count(*) as n from send_log where step_no = 1 and state in ('scheduled', 'claimed', 'submitting')`,
  );
  return row?.n ?? 0;
}

/** Resolves when it says that it has begun, or has ended before. */
async function start(storm: Storm, name: string, offsetMs: number, mode: string): Promise<ChildProcess> {
  const { hub, smtp, options } = storm;
  const args = [WORKER, hub.folder, smtp.url, name, String(offsetMs), mode, String(options.concurrency)];
  const worker = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await Promise.race([once(worker.stdout, 'data'), once(worker, 'exit')]);
  worker.stdout.resume();
  return worker;
}

async function count({ hub, smtp, options, kills }: Storm): Promise<Omit<StormReport, 'seconds'>> {
  const received = new Map<string, number>();
  for (const { to } of smtp.mails) received.set(to, (received.get(to) ?? 0) + 1);
  const sends = await hub.database.query<SendRow>('select * from send_log where step_no = 1');
  const wasReceived = (send: SendRow): boolean => received.has(send.to_email);
  const uncertain = sends.filter(({ state }) => state === 'uncertain');
  const ended = new Set(['sent', 'uncertain', 'failed']);
  const lost = sends.filter((send) => !ended.has(send.state) || (send.state === 'sent' && !wasReceived(send)));
  return {
    recipients: options.recipients,
    kills,
    mailedTwice: [...received.values()].filter((times) => times > 1).length,
    lost: lost.length + options.recipients - sends.length,
    failed: sends.filter(({ state }) => state === 'failed').length,
    uncertain: uncertain.length,
    uncertainDelivered: uncertain.filter(wasReceived).length,
  };
}
