import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isoTime } from '../../../src/base/clock.ts';
import { createCampaign } from '../../../src/outreach/campaign/create-campaign.ts';
import { scheduleCampaign } from '../../../src/outreach/campaign/schedule-campaign.ts';
import { enrollmentsOf } from '../../../src/outreach/enrollment-table.ts';
import { linksIn, replaceLinks } from '../../../src/outreach/sequence/links.ts';
import { materializeStep } from '../../../src/outreach/sequence/materialize.ts';
import {
  type RenderedMessage,
  type RenderLinks,
  renderMessage,
} from '../../../src/outreach/sequence/render-message.ts';
import { findSend, type SendRow } from '../../../src/outreach/send-table.ts';
import { addMailbox, draftCampaign } from '../support/campaigns.ts';
import { openHub, type SeedContact, type TestHub } from '../support/hub.ts';

const LINKS: RenderLinks = {
  pixelUrl: ({ send_id: id }) => `https://t.example/o/${id}?a=1&b=2`,
  clickUrl: (_send, idx) => `https://t.example/c/${idx}`,
  unsubscribeUrl: () => 'https://t.example/u/token',
  taggedAddress: (purpose, _send, mailbox) => mailbox.replace('@', `+${purpose}@`),
  calendarUrl: async () => 'https://t.example/cal?x=1&y=2',
};

interface World {
  readonly hub: TestHub;
  readonly send: SendRow;
  readonly render: (send?: SendRow, links?: RenderLinks) => Promise<RenderedMessage>;
}

/** A scheduled campaign with one template of one's own, and the first send of its first contact. */
async function world(yaml: string, contact: SeedContact = {}, settings = {}): Promise<World> {
  const templates = await mkdtemp(join(tmpdir(), 'templates-'));
  await writeFile(join(templates, 'own.yaml'), yaml);
  const hub = await openHub({ settings: { templates, ...settings } });
  onTestFinished(() => hub.close());
  await addMailbox(hub);
  const { campaign_id: campaignId } = await draftCampaign(hub, { outreachId: 'o-1', contacts: [contact] }, 'own');
  expect(await scheduleCampaign(hub.deps, { campaignId, actor: 'user:test' })).toMatchObject({ outcome: 'scheduled' });
  const [row] = await hub.database.query<{ send_id: string }>('select send_id from send_log');
  const send = await findSend(hub.database, row?.send_id ?? '');
  if (send === undefined) throw new Error('there is no send');
  return {
    hub,
    send,
    render: (which = send, links) => hub.database.transaction((tx) => renderMessage(tx, hub.deps, which, links)),
  };
}

const PLAIN = `steps:
  - delay: 0 min
    thread: new
    subject: "For {{ contact.name }}"
    text: "Hello {{ contact.first_name }}, {{ contact.role | default: 'friend' }}"
    html: '<p title="{{ contact.name }}">{{ contact.name }}</p>'
`;

describe('a name is only a name', () => {
  test('HTML in it stays text', async () => {
    const { render } = await world(PLAIN, { name: '<img src=x onerror="a()">\'&' });
    const { html } = await render();
    expect(html).toBe(
      '<p title="&lt;img src=x onerror=&#34;a()&#34;&gt;&#39;&amp;">&lt;img src=x onerror=&#34;a()&#34;&gt;&#39;&amp;</p>',
    );
  });

  test.each(['Ada\r\nBcc: all@x.example', 'Ada\nBcc: x', 'Ada\u2028Bcc: x', 'Ada\u0000\u0007Bcc', 'Ada\u0085Bcc'])(
    '%j adds no header and no line',
    async (name) => {
      const { render } = await world(PLAIN, { name });
      const { subject, text } = await render();
      expect(subject).toMatch(/^For Ada Bcc/);
      expect(`${subject}${text}`).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    },
  );

  test('liquid in it is not run', async () => {
    const { render } = await world(PLAIN, { name: '{{ sender.address }}{% assign x = 1 %}' });
    expect((await render()).subject).toBe('For {{ sender.address }}{% assign x = 1 %}');
  });

  test('what turns the direction of writing is gone, and a very long one is cut', async () => {
    const { render } = await world(PLAIN, { name: `a\u202egpj.exe${'x'.repeat(1_000)}` });
    const { subject } = await render();
    expect(subject).not.toContain('\u202e');
    expect(subject.length).toBeLessThanOrEqual(255);
  });

  test('a link in it is not tracked', async () => {
    const { render, send } = await world(PLAIN, { name: 'https://evil.example/' });
    const { html, text } = await render(send, LINKS);
    expect(`${html}${text}`).not.toContain('t.example/c/');
  });
});

test('the contact is the one of the people list now, and the enrolled one when it is gone from there', async () => {
  const { hub, render } = await world(PLAIN, { name: 'Ada Old' });
  hub.clock.advance(1_000);
  await hub.seedTarget({ outreachId: 'o-1', score: 80, contacts: [{ name: 'Ada New', role: 'CTO' }] });
  expect((await render()).text).toBe('Hello Ada, CTO');
  expect((await render()).subject).toBe('For Ada New');
  hub.clock.advance(1_000);
  await hub.seedTarget({ outreachId: 'o-1', score: 80, contacts: [] });
  expect((await render()).subject).toBe('For Ada Old');
});

const LINKED = `steps:
  - delay: 0 min
    thread: new
    subject: s
    text: |
      See https://a.example/x?y=1&z=2, and https://b.example/ (https://a.example/x?y=1&z=2).
      Not fixed: https://c.example/{{ contact.first_name }}
      {% if unsubscribe_url %}off: {{ unsubscribe_url }}{% endif %} {% if calendar_url %}{{ calendar_url }}{% endif %}
    html: |
      <body><a href="https://a.example/x?y=1&amp;z=2">a</a> <a href='https://d.example/'>d</a>
      <a href="{{ unsubscribe_url }}">off</a> <a href="javascript:x()">j</a></body>
`;

test.each([
  'see https://x.example/?{{ contact.first_name }}',
  'https://x.example/a.{{ company.domain }}',
  'https://x.example/p{% if contact.role %}?r=1{% endif %}',
  'https://x.example:{{ a }}',
  '(https://x.example/a),){{ contact.name }}',
])('a link that goes on with a variable is left whole: %s', (template) => {
  expect(replaceLinks(template, 'plain', () => 'https://t.example/c/0')).toBe(template);
});

test('a link before a space and a variable is fixed', () => {
  const template = 'https://x.example/a. {{ contact.name }}';
  expect(linksIn(template, 'plain')).toEqual(['https://x.example/a']);
});

describe('links', () => {
  const publicUrl = 'https://t.example';

  test('are numbered when the sequence is frozen, each once', async () => {
    const { hub } = await world(LINKED, {}, { publicUrl });
    expect(await hub.database.query('select idx, url from links order by idx')).toEqual([
      { idx: 0, url: 'https://a.example/x?y=1&z=2' },
      { idx: 1, url: 'https://b.example/' },
      { idx: 2, url: 'https://d.example/' },
    ]);
  });

  test('are put in place of fixed ones, and the pixel at the end of the body', async () => {
    const { send, render } = await world(LINKED, {}, { publicUrl, schedulerUrl: 'https://cal.example/' });
    const { html, text, headers, bounceAddress } = await render({ ...send, mailbox_id: 'mailbox-1' }, LINKS);
    expect(bounceAddress).toBe('mailbox-1+bounce@sender.example');
    expect(text).toBe(
      'See https://t.example/c/0, and https://t.example/c/1 (https://t.example/c/0).\nNot fixed: https://c.example/Ada\noff: https://t.example/u/token https://t.example/cal?x=1&y=2\n',
    );
    expect(html).toBe(
      `<body><a href="https://t.example/c/0">a</a> <a href='https://t.example/c/2'>d</a>\n<a href="https://t.example/u/token">off</a> <a href="javascript:x()">j</a><img src="https://t.example/o/${send.send_id}?a=1&amp;b=2" width="1" height="1" alt=""></body>\n`,
    );
    expect(headers).toEqual({
      'Message-ID': send.message_id,
      'X-Outreach-Send': send.send_id,
      'List-Unsubscribe': '<https://t.example/u/token>, <mailto:mailbox-1+unsubscribe@sender.example>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Reply-To': 'mailbox-1+reply@sender.example',
    });
  });

  test('stay as they are where the campaign is not tracked, except the way out', async () => {
    const { send, render } = await world(LINKED, {}, { publicUrl, tracking: false });
    const { html, text, headers } = await render(send, LINKS);
    expect(`${text}${html}`).not.toMatch(/t\.example\/[co]\//);
    expect(html).toContain('href="https://a.example/x?y=1&amp;z=2"');
    expect(headers['List-Unsubscribe']).toBeDefined();
  });

  test('that are printed and cannot be made refuse the schedule, not the recipient', async () => {
    const templates = await mkdtemp(join(tmpdir(), 'templates-'));
    await writeFile(join(templates, 'own.yaml'), LINKED);
    const hub = await openHub({ settings: { templates } });
    onTestFinished(() => hub.close());
    const { campaign_id: campaignId } = await draftCampaign(hub, { outreachId: 'o-1' }, 'own');
    const refused = await scheduleCampaign(hub.deps, { campaignId, actor: 'user:test' });
    expect(refused).toMatchObject({ outcome: 'refused', error: { code: 'OUT-005', cause: 'render' } });
    expect(refused.outcome === 'refused' && refused.error.message).toMatch(/step 1 .*unsubscribe_url/);
  });
});

const THREADED = `steps:
  - delay: 0 min
    thread: new
    subject: "First {{ contact.first_name }}"
    text: one
    variants:
      - name: a
      - name: b
        subject: "Other {{ contact.first_name }}"
  - {delay: 1 bizday, thread: reply, text: two}
  - {delay: 1 bizday, thread: reply, text: three}
  - {delay: 1 bizday, thread: new, subject: Fresh, text: four}
  - {delay: 1 bizday, thread: reply, text: five}
`;

test('a reply stands in its thread, with the subject that began it', async () => {
  const { hub, send, render } = await world(THREADED);
  const [enrollment] = await enrollmentsOf(hub.database, send.campaign_id);
  if (enrollment === undefined) throw new Error('nobody is enrolled');
  const ids: string[] = [send.message_id];
  const messages = [await render()];
  await hub.database.run(`update send_log set state = 'sent', sent_at = $1`, [isoTime(hub.clock.now())]);
  for (const stepNo of [2, 3, 4, 5]) {
    const id = await hub.database.transaction((tx) =>
      materializeStep(tx, hub.deps, enrollment, stepNo, hub.clock.now()),
    );
    const next = await findSend(hub.database, id ?? '');
    if (next === undefined) throw new Error(`step ${stepNo} was not made`);
    messages.push(await render(next));
    ids.push(next.message_id);
    await hub.database.run(`update send_log set state = 'uncertain' where send_id = $1`, [next.send_id]);
  }
  const first = messages[0]?.subject ?? '';
  expect(first).toMatch(/^(First|Other) Ada$/);
  expect(messages.map(({ subject }) => subject)).toEqual([first, `Re: ${first}`, `Re: ${first}`, 'Fresh', 'Re: Fresh']);
  expect(messages[0]?.headers['In-Reply-To']).toBeUndefined();
  expect(messages[2]?.headers).toMatchObject({ 'In-Reply-To': ids[1], References: `${ids[0]} ${ids[1]}` });
  expect(messages[3]?.headers['References']).toBeUndefined();
  expect(messages[4]?.headers).toMatchObject({ 'In-Reply-To': ids[3], References: ids[3] });
});

test('a reply to a mail that never left claims no thread', async () => {
  const { hub, send, render } = await world(THREADED);
  await hub.database.run(`update send_log set state = 'skipped'`);
  const [enrollment] = await enrollmentsOf(hub.database, send.campaign_id);
  const id = await hub.database.transaction((tx) =>
    materializeStep(tx, hub.deps, enrollment ?? (send as never), 2, hub.clock.now()),
  );
  const { subject, headers } = await render((await findSend(hub.database, id ?? '')) ?? send);
  expect(subject).not.toMatch(/^Re:/);
  expect(headers['In-Reply-To']).toBeUndefined();
});

test('a step is made once, follow-ups come first, and there is none after the last', async () => {
  const { hub, send } = await world(THREADED);
  const [enrollment] = await enrollmentsOf(hub.database, send.campaign_id);
  if (enrollment === undefined) throw new Error('nobody is enrolled');
  const make = (stepNo: number): Promise<string | undefined> =>
    hub.database.transaction((tx) => materializeStep(tx, hub.deps, enrollment, stepNo, hub.clock.now()));
  expect(await make(1)).toBe(send.send_id);
  const second = await make(2);
  expect(await make(2)).toBe(second);
  expect(await make(6)).toBeUndefined();
  const rows = await hub.database.query('select step_no, priority, due_at from send_log order by step_no');
  expect(rows).toEqual([
    { step_no: 1, priority: 1, due_at: '2026-06-03T10:00:00.000Z' },
    { step_no: 2, priority: 3, due_at: '2026-06-04T10:00:00.000Z' },
  ]);
});

test('each contact has one variant, always the same, and among many both are found', async () => {
  const contacts = Array.from({ length: 40 }, () => ({}));
  const { hub } = await world(THREADED);
  await hub.seedTarget({ outreachId: 'o-2', score: 80, contacts });
  const created = await createCampaign(hub.deps, {
    outreachId: 'o-2',
    template: 'own',
    requestKey: 'k',
    actor: 'user:t',
  });
  if (created.outcome === 'refused') throw new Error(created.error.message);
  await scheduleCampaign(hub.deps, { campaignId: created.campaign.campaign_id, actor: 'user:t' });
  const sends = await hub.database.query<SendRow>(`select * from send_log where outreach_id = 'o-2'`);
  const variantOf = (send: SendRow): Promise<string | undefined> =>
    hub.database.transaction(async (tx) => (await renderMessage(tx, hub.deps, send)).variant);
  const once = await Promise.all(sends.map(variantOf));
  expect(await Promise.all(sends.map(variantOf))).toEqual(once);
  expect(new Set(once)).toEqual(new Set(['a', 'b']));
});

test('a frozen sequence cannot change', async () => {
  const { hub, send } = await world(PLAIN);
  const steps = [send.sequence_id];
  for (const sql of [
    `update sequence_steps set text_tpl = 'other' where sequence_id = $1`,
    `delete from sequence_steps where sequence_id = $1`,
    `insert into sequence_steps select 'x', sequence_id, 2, 1, 'day', 'new', 's', 't', null, null, 'x', created_at,
       correlation_id, process_id from sequence_steps where sequence_id = $1`,
  ]) {
    await expect(hub.database.run(sql, steps)).rejects.toMatchObject({ code: 'refused' });
  }
});
