import { createHmac } from 'node:crypto';
import { cpSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ROOT } from '../house/copy-of-the-tree.ts';
import { freshBucket } from '../support/gateway.ts';
import { freshAddress, imapUrl, sendMail, smtpUrl, waitForMails } from '../support/mail-server.ts';
import { makePlace, type Place, until } from './place.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const SECRET = Buffer.alloc(24, 7).toString('base64');
const HUB = 'outreach-hub';
const ALL_TRACED = [
  'campaigns', 'campaign_transitions', 'campaign_requests', 'bit_gate_checks', 'sequences', 'sequence_steps', 'enrollments',
  'send_log', 'send_attempts', 'links', 'engagement_events', 'outreach_errors', 'cl_outbox', 'calendar_links', 'handoffs',
]; // prettier-ignore
const SPEC_ERRORS = 'select code, severity, process_type, outreach_id, correlation_id from outreach_errors order by id';

interface Company {
  readonly name: string;
  readonly score: number;
  readonly tier: string;
  readonly address: string;
}

const company = (name: string, score: number, tier: string): Company => ({
  name,
  score,
  tier,
  address: freshAddress(name),
});

/** One contact each; Gold & Sons have a second, so that a reply has somebody else to stop. */
function targetsOf(companies: readonly Company[]): object[] {
  return companies.map(({ name, score, tier, address }) => ({
    outreach_id: `otr-${name}`,
    sid: `CL-${name}`,
    bit_evaluation_id: `bit-${name}`,
    bit_score: score,
    bit_tier: tier,
    evaluated_at: new Date().toISOString(),
    correlation_id: `corr-${name}`,
    email_method: `{first}@${name}.example`,
    timezone: 'UTC',
    contacts: [
      { contact_id: `per-${name}`, name: 'Ana <b>Díaz</b>', email: address, email_status: 'verified', role: 'Owner' },
      { contact_id: `per-${name}-2`, name: 'Bo Lee', email: `bo@${name}.example`, email_status: 'risky', role: '' },
    ],
  }));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

interface Setting {
  readonly place: Place;
  readonly mailbox: string;
  readonly publicUrl: string;
}

async function makeSetting(): Promise<Setting> {
  const { url, env } = await freshBucket();
  const mailbox = freshAddress('sales', 'hub.test');
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const place = makePlace({
    ...env,
    HANDOFF_STORE: url,
    HANDOFF_SMTP: smtpUrl(mailbox),
    HANDOFF_IMAP: imapUrl(mailbox),
    HANDOFF_LISTEN: `127.0.0.1:${port}`,
    HANDOFF_PUBLIC_URL: publicUrl,
    HANDOFF_WEBHOOK_SECRETS: JSON.stringify({ standard: [`whsec_${SECRET}`] }),
  });
  cpSync(join(ROOT, 'fixtures/outreach-templates'), join(place.folder, 'outreach-templates'), { recursive: true });
  const outreach = {
    schedulerUrl: 'https://meet.example.com/team/intro',
    mailDomain: 'hub.test',
    window: { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' },
  };
  writeFileSync(join(place.folder, 'handoff.config.json'), JSON.stringify({ outreach }));
  return { place, mailbox, publicUrl };
}

interface Created {
  readonly campaigns: readonly { readonly campaign_id?: string; readonly outcome: string }[];
  readonly error?: { readonly code: string; readonly correlation_id: string };
}

function headerOf(mail: string, name: string): string {
  return new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(mail)?.[1]?.replaceAll(/\s+/g, ' ').trim() ?? '';
}

/** Quoted-printable as mailers write it. */
function readable(mail: string): string {
  return mail
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

async function book(publicUrl: string, link: string): Promise<number> {
  const seconds = Math.floor(Date.now() / 1000);
  const data = { booking_uid: 'booking-1', link };
  const body = JSON.stringify({ type: 'meeting.booked', timestamp: new Date().toISOString(), data });
  const mac = createHmac('sha256', Buffer.from(SECRET, 'base64')).update(`msg-1.${seconds}.${body}`).digest('base64');
  const answer = await fetch(`${publicUrl}/webhooks/calendar/standard`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': 'msg-1',
      'webhook-timestamp': String(seconds),
      'webhook-signature': `v1,${mac}`,
    },
  });
  return answer.status;
}

test('one company from its evaluation to a booked meeting, another blocked at the gate, and CL hears of it', async () => {
  const { place, mailbox, publicUrl } = await makeSetting();
  const hub = <T = Record<string, unknown>>(exit: number, ...args: string[]) =>
    place.json<T>(exit, 'outreach', ...args);
  const [gold, silver, bronze] = [
    company('gold', 75, 'GOLD'),
    company('silver', 50, 'SILVER'),
    company('bronze', 49.99, 'BRONZE'),
  ];

  // The engine hands its evaluations over; the hub polls.
  writeFileSync(join(place.folder, 'targets.json'), JSON.stringify(targetsOf([gold, silver, bronze])));
  await place.json(0, 'export', 'targets.json', '--contract', 'outreach-target-batch', '--system', 'bit-engine');
  expect(await place.json(0, 'poll', '--once', '--system', HUB)).toMatchObject({ ingested: 1, archived: 1 });

  // The gate.
  await hub(0, 'token-keys', 'new');
  await hub(0, 'mailbox', 'add', mailbox, '--imap', 'env:HANDOFF_IMAP', '--gap', '0', '--jitter', '0');
  expect((await hub<Created>(0, 'campaign', 'create', 'otr-gold')).campaigns).toMatchObject([{ outcome: 'scheduled' }]);
  const nurture = await hub<Created>(0, 'campaign', 'create', 'otr-silver');
  expect(nurture.campaigns).toMatchObject([{ outcome: 'created' }]);
  await hub(0, 'campaign', 'schedule', nurture.campaigns[0]?.campaign_id ?? '');
  const blocked = await hub<Created>(1, 'campaign', 'create', 'otr-bronze');
  expect(blocked.error).toMatchObject({ code: 'OUT-001', correlation_id: 'corr-bronze' });
  expect(place.query(SPEC_ERRORS, HUB)).toEqual([
    {
      code: 'OUT-001',
      severity: 'CRITICAL',
      process_type: 'campaign',
      outreach_id: 'otr-bronze',
      correlation_id: 'corr-bronze',
    },
  ]);
  expect(place.query(`select strategy from campaigns order by outreach_id`, HUB)).toEqual([
    { strategy: 'immediate' },
    { strategy: 'nurture' },
  ]);

  // The service runs, and the mails arrive.
  const service = place.start('outreach', 'run', '--serve');
  const [first = ''] = await waitForMails(gold.address);
  const [toSilver = ''] = await waitForMails(silver.address);
  for (const mail of [first, toSilver]) {
    expect(headerOf(mail, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(mail).not.toContain('corr-');
    expect(readable(mail)).not.toContain('<b>D');
  }
  await until(
    'both sends are settled',
    () => place.count(`select count(*) from send_log where state = 'sent'`, HUB) === 2,
  );

  // Opened and clicked by a person, later than a scanner would.
  await sleep(2_100);
  const links = [...readable(first).matchAll(/https?:\/\/127[^\s"'<>)]+/g)].map(([link]) => link);
  const pixel = links.find((link) => link.includes('/o/')) ?? '';
  const click = links.find((link) => link.includes('/c/')) ?? '';
  const browser = { headers: { 'user-agent': BROWSER }, redirect: 'manual' } as const;
  expect((await fetch(pixel, browser)).headers.get('content-type')).toBe('image/gif');
  expect((await fetch(click, browser)).headers.get('location')).toBe('https://www.example.com/how-it-works?ref=first');
  await until(
    'both hits are recorded',
    () => place.count(`select count(*) from engagement_events where type in ('open', 'click')`, HUB) === 2,
  );

  // Answered: the follow-up that was due in days is cancelled.
  const followUp = `select state from send_log where outreach_id = 'otr-gold' and step_no = 2`;
  expect(place.query(followUp, HUB)).toEqual([{ state: 'scheduled' }]);
  const messageId = headerOf(first, 'Message-ID');
  await sendMail({
    from: gold.address,
    to: mailbox,
    raw: `From: ${gold.address}\nTo: ${mailbox}\nSubject: Re: hello\nMessage-ID: <reply-${gold.address}>\nIn-Reply-To: ${messageId}\nReferences: ${messageId}\n\nYes, tell me more.\n`,
  });
  await waitForMails(mailbox);
  await hub(0, 'inbox', 'read');
  expect(place.query(followUp, HUB)).toEqual([{ state: 'cancelled' }]);
  expect(place.query(`select state, end_reason from enrollments where outreach_id = 'otr-gold'`, HUB)).toEqual([
    { state: 'finished', end_reason: 'replied' },
  ]);

  const goldIsOver = `select count(*) from campaigns where outreach_id = 'otr-gold' and status = 'completed'`;
  await until('nobody is left to write to at Gold', () => place.count(goldIsOver, HUB) === 1);

  // A meeting: outreach ends here.
  const { url } = await hub<{ url: string }>(0, 'calendar-link', 'otr-silver');
  const scheduler = new URL((await fetch(url, browser)).headers.get('location') ?? '');
  expect(scheduler.origin).toBe('https://meet.example.com');
  const booked = await book(publicUrl, scheduler.searchParams.get('utm_content') ?? '');
  expect(booked).toBe(200);
  expect(place.query(`select status from campaigns where outreach_id = 'otr-silver'`, HUB)).toEqual([
    { status: 'completed' },
  ]);
  expect(
    place.query(
      `select state, count(*) as n from send_log where outreach_id = 'otr-silver' group by state order by state`,
      HUB,
    ),
  ).toEqual([
    { state: 'cancelled', n: 1 },
    { state: 'sent', n: 1 },
  ]);
  expect((await hub<Created>(1, 'campaign', 'create', 'otr-silver')).error).toMatchObject({ code: 'OUT-005' });

  // The service hands over what CL should know, and stops when it is asked to.
  service.child.kill('SIGTERM');
  expect(await service.ended).toMatchObject({ code: 0 });
  await hub(0, 'signals', 'drain');
  expect(await place.json(0, 'poll', '--once', '--system', 'cl')).toMatchObject({ quarantined: 0 });
  expect(
    place.query('select event_type, sid, correlation_id from engagement_signal order by batch_order, position', 'cl'),
  ).toEqual([
    { event_type: 'engagement.open', sid: 'CL-gold', correlation_id: 'corr-gold' },
    { event_type: 'engagement.click', sid: 'CL-gold', correlation_id: 'corr-gold' },
    { event_type: 'engagement.reply', sid: 'CL-gold', correlation_id: 'corr-gold' },
    { event_type: 'campaign.completed', sid: 'CL-gold', correlation_id: 'corr-gold' },
    { event_type: 'meeting.booked', sid: 'CL-silver', correlation_id: 'corr-silver' },
    { event_type: 'campaign.completed', sid: 'CL-silver', correlation_id: 'corr-silver' },
  ]);

  // Every row says which evaluation it goes back to, and the books are sound.
  for (const table of ALL_TRACED) {
    const ids = place.query<{ id: string }>(`select distinct correlation_id as id from ${table}`, HUB);
    expect(
      ids.every(({ id }) => ['corr-gold', 'corr-silver', 'corr-bronze'].includes(id)),
      table,
    ).toBe(true);
  }
  for (const system of ['bit-engine', HUB, 'cl']) {
    expect(await place.json(0, 'audit', 'verify', '--system', system)).toMatchObject({
      integrity: 'ok',
      completeness: 'ok',
    });
  }
}, 180_000);
