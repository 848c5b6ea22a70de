import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isoTime } from '../../../src/base/clock.ts';
import { findSend } from '../../../src/outreach/send-table.ts';
import { readMailboxes } from '../../../src/outreach/inbox/read-mailboxes.ts';
import {
  appendMail,
  bouncingAddress,
  freshAddress,
  mailsOf,
  sendMail,
  waitForMails,
  withMailbox,
} from '../../support/mail-server.ts';
import { addressTo, type InboxHub, mailText, openInbox } from '../support/inbox.ts';
import { type ImapScript, startScriptedImap } from '../support/scripted-imap.ts';

const DAY_MS = 24 * 3_600_000;
const COLLEAGUES = freshAddress('colleagues');

let inbox: InboxHub;

beforeEach(async () => {
  inbox = await openInbox({ replyTo: COLLEAGUES });
});

afterEach(async () => {
  await inbox.close();
});

function answer(body: string, headers: readonly string[] = []): string {
  const { contact: from, box: to, send } = inbox;
  return mailText({ from, to, inReplyTo: send.message_id, headers, body });
}

/** As it crosses the wire. */
function answer8bit(body: string): string {
  return answer(body).replaceAll('\n', '\r\n');
}

async function signals(): Promise<string[]> {
  const rows = await inbox.hub.database.query<{ event_type: string }>('select event_type from cl_outbox order by seq');
  return rows.map(({ event_type: type }) => type);
}

async function errors(): Promise<object[]> {
  return inbox.hub.database.query('select code, occurrences, resolved_at from outreach_errors order by first_at');
}

describe('what comes back', () => {
  test('the answer of a person stops the company, is told to CL, and goes once to those who answer', async () => {
    await inbox.arrive(answer('Sounds good, call me tomorrow.'));
    const report = await inbox.read();
    expect(report.mailboxes).toMatchObject([{ status: 'read', forwarded: 1, is_stale: false }]);
    expect(await inbox.enrollment(0)).toMatchObject({ state: 'finished', end_reason: 'replied' });
    expect(await inbox.enrollment(1)).toMatchObject({ state: 'stopped', end_reason: 'account_replied' });
    expect(await signals()).toEqual(['engagement.reply']);
    const send = await findSend(inbox.hub.database, inbox.send.send_id);
    expect(send?.replied_at).not.toBeNull();
    expect(send?.opened_at).toBe(send?.replied_at);
    expect((await findSend(inbox.hub.database, inbox.engaged.sends[1]?.send_id ?? ''))?.state).toBe('cancelled');

    const [forwarded] = await waitForMails(COLLEAGUES);
    expect(forwarded).toContain(`From: ${inbox.contact}`);
    expect(forwarded).toContain(`In-Reply-To: ${inbox.send.message_id}`);
    expect(forwarded).toContain(`Resent-From: ${inbox.box}`);
    expect(forwarded).toContain('call me tomorrow');

    expect((await inbox.read()).mailboxes).toMatchObject([{ status: 'read', forwarded: 0 }]);
    expect(await inbox.events()).toEqual(['reply']);
    expect(await mailsOf(COLLEAGUES)).toHaveLength(1);
  });

  test('an automatic answer is noted and stops nothing; nobody is disturbed with it', async () => {
    await inbox.arrive(answer('Your ticket has the number 4711.', ['Auto-Submitted: auto-replied']));
    const report = await inbox.read();
    expect(report.mailboxes[0]?.forwarded).toBe(0);
    expect(await inbox.events()).toEqual(['auto_reply']);
    expect(await signals()).toEqual([]);
    expect(await inbox.enrollment(0)).toMatchObject({ state: 'active' });
    expect(await inbox.enrollment(1)).toMatchObject({ state: 'active' });
  });

  test('who is out of the office is left alone until the day that they name', async () => {
    const back = isoTime(inbox.hub.clock.now() + 20 * DAY_MS).slice(0, 10);
    await inbox.arrive(answer(`I am out of the office and will be back on ${back}.`, ['Auto-Submitted: auto-replied']));
    await inbox.read();
    expect(await inbox.enrollment(0)).toMatchObject({ state: 'held', held_until: `${back}T00:00:00.000Z` });
    expect(await inbox.enrollment(1)).toMatchObject({ state: 'active' });
  });

  test('who names no day is left alone for five working days', async () => {
    await inbox.arrive(answer('I am out of the office.', ['X-Autoreply: yes']));
    await inbox.read();
    const { state, held_until: until } = await inbox.enrollment(0);
    const days = (Date.parse(until ?? '') - inbox.hub.clock.now()) / DAY_MS;
    expect(state).toBe('held');
    // Five after a Saturday are six days, after a Sunday five, and otherwise there is a weekend between.
    expect(days).toBeGreaterThan(4.9);
    expect(days).toBeLessThan(7.1);
    expect(new Date(until ?? '').getUTCDay() % 6).not.toBe(0);
  });

  test('a report that nobody has this address suppresses it for good', async () => {
    const { hub, box, send } = inbox;
    const gone = bouncingAddress();
    await addressTo(hub, send, gone);
    await sendMail({
      from: box,
      to: gone,
      raw: mailText({ from: box, to: gone, messageId: send.message_id, body: 'Hello' }),
    });
    await waitForMails(box);
    await inbox.read();
    expect(await inbox.events()).toEqual(['bounce_hard']);
    expect(await signals()).toEqual(['engagement.bounce']);
    expect(await inbox.enrollment(0)).toMatchObject({ state: 'stopped', end_reason: 'bounced' });
    expect(await inbox.enrollment(1)).toMatchObject({ state: 'active' });
    expect(await hub.database.query('select scope, key_norm, reason from suppressions')).toEqual([
      { scope: 'global', key_norm: gone, reason: 'hard_bounce' },
    ]);
    expect((await findSend(hub.database, send.send_id))?.bounced_at).not.toBeNull();
  });

  test('who answers that they want no more mail gets none, from any campaign', async () => {
    await inbox.arrive(answer('Please remove me from your list.'));
    await inbox.read();
    expect((await inbox.events()).toSorted()).toEqual(['reply', 'unsubscribe']);
    expect(await inbox.enrollment(0)).toMatchObject({ state: 'stopped', end_reason: 'unsubscribed' });
    expect(await inbox.hub.database.query('select key_norm, reason from suppressions')).toEqual([
      { key_norm: inbox.contact, reason: 'opt_out_reply' },
    ]);
  });

  test('mail that is about none of ours leaves no trace, and neither does our own', async () => {
    const stranger = freshAddress('stranger');
    await inbox.arrive(mailText({ from: stranger, to: inbox.box, body: 'Buy our shoes' }), stranger);
    await inbox.arrive(mailText({ from: inbox.box, to: inbox.box, inReplyTo: inbox.send.message_id, body: 'Note' }));
    const report = await inbox.read();
    expect(report.mailboxes[0]?.folders[0]).toMatchObject({ mails: 2, found: { unmatched: 1, own: 1 } });
    expect(await inbox.events()).toEqual([]);
    expect(await inbox.hub.database.query('select * from inbound_mails')).toEqual([]);
  });

  test('an uncertain send whose copy lies among the sent mails is certain', async () => {
    const { hub, box, send } = inbox;
    await hub.database.run(`update send_log set state = 'uncertain', sent_at = null where send_id = $1`, [
      send.send_id,
    ]);
    expect((await inbox.read()).mailboxes[0]?.resolved).toBe(0);
    expect((await findSend(hub.database, send.send_id))?.state).toBe('uncertain');
    await appendMail(
      box,
      'Sent',
      mailText({ from: box, to: inbox.contact, messageId: send.message_id, body: 'Hello' }),
    );
    expect((await inbox.read()).mailboxes[0]?.resolved).toBe(1);
    expect(await findSend(hub.database, send.send_id)).toMatchObject({ state: 'sent', resolution: 'sent_folder' });
  });
});

describe('reading', () => {
  test('a mail that was filed away and a folder that was made anew are not counted twice', async () => {
    await inbox.arrive(answer('Sounds good.'));
    await inbox.read();
    const [raw] = await mailsOf(inbox.box);
    await appendMail(inbox.box, 'Archive', raw ?? '');
    await inbox.read();
    await withMailbox(inbox.box, async (client) => {
      await client.mailboxDelete('Archive');
      await client.mailboxCreate('Archive');
    });
    await appendMail(inbox.box, 'Archive', raw ?? '');
    await appendMail(inbox.box, 'Archive', answer('And another thing.'));
    const before = await folderRows();
    const report = await inbox.read();
    expect(report.mailboxes[0]?.folders[1]).toMatchObject({ folder: 'Archive', mails: 2, found: { reply: 1 } });
    expect(await inbox.events()).toEqual(['reply', 'reply']);
    expect((await folderRows())[0]?.uidvalidity).not.toBe(before[0]?.uidvalidity);
  });

  test('a mail that nobody can read is noted and passed over', async () => {
    const nested = Array.from({ length: 60 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`);
    await inbox.arrive(`From: ${inbox.contact}\nIn-Reply-To: ${inbox.send.message_id}\n${nested.join('')}`);
    await inbox.arrive(answer('Sounds good.'));
    const report = await inbox.read();
    expect(report.mailboxes[0]?.folders[0]?.found).toEqual({ broken: 1, reply: 1 });
    expect(await inbox.hub.database.query('select verdict from inbound_mails order by uid')).toEqual([
      { verdict: 'broken' },
      { verdict: 'reply' },
    ]);
    expect((await inbox.read()).mailboxes[0]?.folders[0]).toMatchObject({ mails: 0 });
  });

  test('an inbox of which one look reads only a part is not fresh, and the next look goes on', async () => {
    for (const body of ['One.', 'Two.', 'Three.']) await inbox.arrive(answer(body));
    const readAt = async () =>
      (await inbox.hub.database.query<{ at: string | null }>('select last_imap_ok_at as at from mailboxes'))[0]?.at;
    const report = await readMailboxes(inbox.hub.deps, { maxMails: 2 });
    expect(report.mailboxes[0]).toMatchObject({
      status: 'incomplete',
      folders: [{ mails: 2, is_complete: false }, {}],
    });
    expect(await readAt()).toBeNull();
    expect((await inbox.read()).mailboxes[0]).toMatchObject({ status: 'read', folders: [{ mails: 1 }, {}] });
    expect(await readAt()).toBe(isoTime(inbox.hub.clock.now()));
    expect(await inbox.events()).toEqual(['reply', 'reply', 'reply']);
  });

  test('a look that only looks says what it finds and writes nothing', async () => {
    await inbox.arrive(answer('Sounds good.'));
    const report = await readMailboxes(inbox.hub.deps, { dryRun: true });
    expect(report.mailboxes[0]?.folders[0]?.found).toEqual({ reply: 1 });
    expect(await inbox.events()).toEqual([]);
    expect(await folderRows()).toEqual([]);
    await inbox.read();
    expect(await inbox.events()).toEqual(['reply']);
  });

  test('an inbox that cannot be read is told once, and the trouble ends when it can', async () => {
    const { hub } = inbox;
    await inbox.read();
    const broken = { ...hub.deps, resolveRef: () => 'imap://nobody:wrong@127.0.0.1:1' };
    const timeouts = { connectMs: 1_000, silenceMs: 1_000, wholeMs: 2_000 };
    const look = async () => (await readMailboxes(broken, { timeouts })).mailboxes[0];
    expect(await look()).toMatchObject({ status: 'failed', code: 'unavailable', is_stale: false });
    expect(await errors()).toEqual([]);
    hub.clock.advance(11 * 60_000);
    expect(await look()).toMatchObject({ status: 'failed', is_stale: true });
    expect(await look()).toMatchObject({ status: 'failed', is_stale: true });
    expect(await errors()).toEqual([{ code: 'OUT-004', occurrences: 2, resolved_at: null }]);
    expect((await inbox.read()).mailboxes[0]).toMatchObject({ status: 'read', is_stale: false });
    expect(await errors()).toEqual([{ code: 'OUT-004', occurrences: 2, resolved_at: isoTime(hub.clock.now()) }]);
  });

  test.each<[string, string, string]>([
    ['refuses to search', 'UID SEARCH', 'NO [UNAVAILABLE] later'],
    ['hangs up in a search', 'UID SEARCH', 'hang up'],
    ['is silent in a search for too long', 'UID SEARCH', 'be silent'],
    ['is searching when everything ends', 'UID SEARCH', 'abort'],
    ['refuses to give a mail', 'UID FETCH', 'NO [UNAVAILABLE] later'],
    ['hangs up before a mail', 'UID FETCH', 'hang up'],
    ['gives a mail without its bytes', 'UID FETCH', '* 1 FETCH (UID 7 FLAGS ())'],
    ['does not number its mails', 'EXAMINE', 'OK done'],
  ])('a server that %s makes no folder read and no inbox fresh', async (_, on, how) => {
    const { hub } = inbox;
    const end = new AbortController();
    let isMet = false;
    const answer: ImapScript['answer'] = (command, tag, socket) => {
      if (!command.startsWith(on) || isMet) return false;
      isMet = true;
      if (how === 'hang up') socket.destroy();
      else if (how === 'abort') end.abort();
      else if (how.startsWith('*')) socket.write(`${how}\r\n${tag} OK done\r\n`);
      else if (how !== 'be silent') socket.write(`${tag} ${how}\r\n`);
      return true;
    };
    const imap = await startScriptedImap({ mail: answer8bit('Sounds good.'), answer });
    const deps = {
      ...hub.deps,
      signal: end.signal,
      resolveRef: (ref: string) => (ref === 'env:IMAP' ? imap.url : hub.deps.resolveRef(ref)),
    };
    const timeouts = { connectMs: 5_000, silenceMs: 5_000, wholeMs: how === 'be silent' ? 500 : 5_000 };
    const look = async () => (await readMailboxes(deps, { timeouts })).mailboxes[0];
    expect(await look()).toMatchObject({ status: 'failed', code: 'unavailable' });
    expect(isMet).toBe(true);
    expect(await folderRows()).toEqual([]);
    expect(await hub.database.query('select last_imap_ok_at from mailboxes')).toEqual([{ last_imap_ok_at: null }]);
    if (how !== 'abort') expect(await look()).toMatchObject({ status: 'read', folders: [{ found: { reply: 1 } }] });
    await imap.close();
  });

  test('an inbox that was read in the future is not fresh, and is again once it is read', async () => {
    const { hub } = inbox;
    const readAt = async (ms: number) => hub.database.run('update mailboxes set last_imap_ok_at = $1', [isoTime(ms)]);
    const broken = { ...hub.deps, resolveRef: () => 'imap://nobody:wrong@127.0.0.1:1' };
    const look = async () => (await readMailboxes(broken)).mailboxes[0];
    await readAt(hub.clock.now() + 60_000);
    expect(await look()).toMatchObject({ is_stale: false });
    await readAt(hub.clock.now() + 60_001);
    expect(await look()).toMatchObject({ is_stale: true });
    expect((await inbox.read()).mailboxes[0]).toMatchObject({ is_stale: false });
    expect(await hub.database.query('select last_imap_ok_at as at from mailboxes')).toEqual([
      { at: isoTime(hub.clock.now()) },
    ]);
  });

  test('a wrong password is told apart from a server that is away', async () => {
    const wrong = {
      ...inbox.hub.deps,
      resolveRef: (ref: string) => inbox.hub.deps.resolveRef(ref).replace(':secret@', ':wrong@'),
    };
    expect((await readMailboxes(wrong)).mailboxes[0]).toMatchObject({ status: 'failed', code: 'denied' });
  });
});

async function folderRows(): Promise<{ uidvalidity: string }[]> {
  return inbox.hub.database.query(`select folder, uidvalidity, last_uid from mailbox_folders order by folder`);
}
