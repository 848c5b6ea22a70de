import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { createCampaign } from '../../../src/outreach/campaign/create-campaign.ts';
import { scheduleCampaign } from '../../../src/outreach/campaign/schedule-campaign.ts';
import { BIN, handoff, handoffJson, plainEnvironment } from '../../support/handoff.ts';
import { type FaultSmtp, type FaultSmtpOptions, openFaultSmtp } from '../support/fault-smtp.ts';
import { openHub, type TestHub } from '../support/hub.ts';
import { addMailboxTo } from '../support/sending.ts';

let hub: TestHub;
let smtp: FaultSmtp;
afterEach(async () => {
  await hub.close();
  await smtp.close();
});

/** A scheduled campaign for one contact, that may go out at any time, and a mailbox; as an operator would have them. */
async function begin(options: FaultSmtpOptions = {}): Promise<Readonly<Record<string, string>>> {
  smtp = await openFaultSmtp(options);
  hub = await openHub({ now: Date.now() });
  const settings = { HANDOFF_SMTP: smtp.url };
  await addMailboxTo(hub.deps, { smtp_ref: 'env:HANDOFF_SMTP' });
  await hub.seedTarget({ outreachId: 'oid-1', score: 80 });
  const request = { outreachId: 'oid-1', requestKey: 'one', actor: 'user:anna', anyTime: true } as const;
  const made = await createCampaign(hub.deps, request);
  if (made.outcome === 'refused') throw new Error(made.error.message);
  await scheduleCampaign(hub.deps, { campaignId: made.campaign.campaign_id, actor: 'user:anna' });
  return settings;
}

/** The mail server lives in this process, so that it must not wait for the command. */
async function run(settings: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
  const child = spawn(process.execPath, [BIN, 'outreach', 'run', '--once', '--json'], {
    cwd: hub.folder,
    env: plainEnvironment(settings),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const stdout = await text(child.stdout);
  await ended;
  return { ...(JSON.parse(stdout) as object), status: child.exitCode };
}

interface Sends {
  readonly sends: readonly { readonly send_id: string; readonly state: string }[];
  readonly counts: Readonly<Record<string, number>>;
}

test('run --once sends what is due and tells what it did; sends --why tells the story', async () => {
  const settings = await begin();
  expect(await run(settings)).toMatchObject({ status: 0, sent: 1, failed: 0, already_running: false });
  expect(smtp.mails).toHaveLength(1);
  const { sends, counts } = handoffJson<Sends & object>(hub.folder, ['outreach', 'sends'], settings);
  expect(counts).toEqual({ scheduled: 1, sent: 1 });
  const sent = sends.find(({ state }) => state === 'sent');
  const { status, stdout } = handoff(hub.folder, ['outreach', 'sends', '--why', sent!.send_id]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/gate at activate: passed with 80/);
  expect(stdout).toMatch(/attempt 1 by default: sent at .+, accepted 250/);
});

test('an uncertain send makes run exit with 1, and an operator resolves it', async () => {
  const settings = await begin({ choose: () => ({ at: 'dot', action: 'drop' }) });
  expect(await run(settings)).toMatchObject({ status: 1, uncertain: 1 });
  const uncertain = ['outreach', 'sends', '--state', 'uncertain'];
  const [send] = handoffJson<Sends & object>(hub.folder, uncertain).sends;
  const resolve = ['outreach', 'sends', 'resolve', send!.send_id, '--as', 'resend', '--by', 'anna'];
  expect(handoffJson(hub.folder, [...resolve, '--dry-run'])).toMatchObject({ status: 0, dry_run: true });
  expect(handoffJson(hub.folder, resolve)).toMatchObject({ status: 0, as: 'resend' });
  expect(handoffJson<Sends & object>(hub.folder, ['outreach', 'sends']).counts).toEqual({ failed: 1, scheduled: 1 });
});

test('one inbox becomes the default of one address only', async () => {
  const settings = { ...(await begin()), HANDOFF_IMAP: 'imap://u:p@127.0.0.1:1' };
  const add = (address: string) => {
    const command = ['outreach', 'mailbox', 'add', address, '--by', 'anna'];
    return handoffJson<{ mailbox: { imap_ref: string | null } } & object>(hub.folder, command, settings).mailbox
      .imap_ref;
  };
  expect(add('first@sender.example')).toBe('env:HANDOFF_IMAP');
  expect(add('second@sender.example')).toBeNull();
});

test('a signal ends the service after the mail that is under way', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isHeld = false;
  const settings = await begin({
    choose: () => ({
      at: 'rcpt',
      action: async () => {
        isHeld = true;
        await held;
      },
    }),
  });
  const service = spawn(process.execPath, [BIN, 'outreach', 'run', '--json'], {
    cwd: hub.folder,
    env: plainEnvironment(settings),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let stdout = '';
  service.stdout.on('data', (bytes: Buffer) => (stdout += bytes.toString()));
  while (!isHeld && service.exitCode === null) await sleep(20);
  service.kill('SIGTERM');
  await sleep(300);
  expect(service.exitCode).toBeNull();
  release();
  if (service.exitCode === null) await once(service, 'exit');
  expect(JSON.parse(stdout)).toMatchObject({ sent: 1 });
  expect(service.exitCode).toBe(0);
  expect(smtp.mails).toHaveLength(1);
});

test('mailbox add takes the name of a variable, and no address with a password', async () => {
  await begin();
  const add = ['outreach', 'mailbox', 'add', 'Eve@Sender.example', '--daily', '3'];
  const { status, stderr } = handoff(hub.folder, [...add, '--smtp', 'smtp://eve:secret@mail.example']);
  expect(status).toBe(2);
  expect(stderr).not.toContain('secret');
  expect(handoffJson(hub.folder, add)).toMatchObject({
    status: 0,
    added: true,
    mailbox: { address: 'eve@sender.example', smtp_ref: 'env:HANDOFF_SMTP', imap_ref: null, daily_cap: 3 },
  });
});
