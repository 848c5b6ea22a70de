import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isoTime } from '../../../src/base/clock.ts';
import { classifyInbound, type InboundClass } from '../../../src/outreach/inbox/classify-inbound.ts';
import { parseInbound } from '../../../src/outreach/inbox/parse-inbound.ts';
import { htmlText } from '../../../src/outreach/inbox/html-text.ts';
import { findOriginal, NO_ORIGINAL, parseDeliveryStatus, parseFeedback, parseOriginal, statusIn } from '../../../src/outreach/inbox/delivery-report.ts'; // prettier-ignore
import { newText } from '../../../src/outreach/inbox/new-text.ts';
import { isOptOut } from '../../../src/outreach/inbox/opt-out.ts';
import { returnDate } from '../../../src/outreach/inbox/return-date.ts';
import { ROOT } from '../../house/copy-of-the-tree.ts';

const FOLDER = join(ROOT, 'fixtures', 'mail');
const NOW = Date.parse('2026-06-03T12:00:00.000Z');
const SENT = '<018fd6a0-0000-7000-8000-000000000001.0@mail.hub.test>';
const SEND_ID = '018fd6a0-0000-7000-8000-000000000001';

async function parsed(name: string) {
  return parseInbound(readFileSync(join(FOLDER, `${name}.eml`)));
}

/** `reply`, `opt_out`, `away 2026-06-22`, `report 5.1.1 failed`… */
function told(kind: InboundClass): string {
  if (kind.kind === 'reply') return kind.isOptOut ? 'opt_out' : 'reply';
  if (kind.kind === 'report')
    return ['report', ...kind.recipients.map((one) => `${one.status} ${one.action}`)].join(' ');
  if (kind.kind !== 'auto_reply') return kind.kind;
  if (kind.away === undefined) return 'auto_reply';
  return kind.away.untilMs === undefined ? 'away' : `away ${isoTime(kind.away.untilMs).slice(0, 10)}`;
}

const EXPECTED: Readonly<Record<string, string>> = {
  'reply-gmail': 'reply',
  'reply-gmail-broken-line': 'reply',
  'reply-outlook': 'reply',
  'reply-outlook-german': 'reply',
  'reply-apple-mail': 'reply',
  'reply-thunderbird-french': 'reply',
  'reply-interleaved': 'reply',
  'reply-html-only': 'reply',
  'reply-without-message-id': 'reply',
  'reply-latin1-quoted': 'reply',
  'reply-base64': 'reply',
  'reply-from-colleague': 'reply',
  'reply-by-token': 'reply',
  'reply-own-thread': 'reply',
  'reply-asks-about-unsubscribing': 'reply',
  'opt-out-english': 'opt_out',
  'opt-out-word': 'opt_out',
  'opt-out-german': 'opt_out',
  'opt-out-french': 'opt_out',
  'opt-out-spanish': 'opt_out',
  'auto-ooo-english': 'away 2026-06-22',
  'auto-ooo-german': 'away 2026-06-27',
  'auto-ooo-french': 'away 2026-07-06',
  'auto-ooo-spanish': 'away 2026-06-13',
  'auto-ooo-without-date': 'away',
  'auto-ooo-far-future': 'away',
  'auto-ooo-subject-only': 'away',
  'auto-ticket': 'auto_reply',
  'auto-null-return-path': 'auto_reply',
  'dsn-postfix': 'report 5.1.1 failed',
  'dsn-exchange': 'report 5.1.10 failed',
  'dsn-gmail': 'report 5.1.1 failed',
  'dsn-send-header-only': 'report 5.1.1 failed',
  'dsn-quota': 'report 5.2.2 failed',
  'dsn-policy': 'report 5.7.1 failed',
  'dsn-expired': 'report 4.4.7 failed',
  'dsn-delayed': 'report 4.4.1 delayed',
  'dsn-delivered': 'report 2.1.5 delivered',
  'dsn-forwarded-address': 'report 5.1.1 failed',
  'dsn-without-original': 'report 5.1.1 failed',
  'dsn-plain-text': 'report 5.1.1 failed',
  'dsn-read-receipt': 'other',
  'arf-abuse': 'complaint',
  'arf-not-spam': 'other',
  'forwarded-as-attachment': 'reply',
  'hostile-headers': 'reply',
  'hostile-html': 'reply',
  garbage: 'reply',
  empty: 'reply',
};

describe('what a mail is', () => {
  test('every mail of the collection has its answer here, but the one that nobody can read', () => {
    const files = readdirSync(FOLDER).map((name) => name.replace(/\.eml$/, ''));
    expect(files.toSorted()).toEqual([...Object.keys(EXPECTED), 'nested'].toSorted());
  });

  test.each(Object.entries(EXPECTED))('%s is %s', async (name, kind) => {
    expect(told(classifyInbound(await parsed(name), NOW))).toBe(kind);
  });

  test('a mail that is nested without end is given up', async () => {
    await expect(parsed('nested')).rejects.toThrow(/nesting/i);
  });
});

describe('what a mail is about', () => {
  test.each(['reply-gmail', 'reply-outlook', 'reply-from-colleague', 'auto-ooo-english'])(
    '%s names the mail that it answers',
    async (name) => expect((await parsed(name)).references).toEqual([SENT]),
  );

  test.each(['dsn-postfix', 'dsn-exchange', 'dsn-gmail', 'dsn-plain-text'])(
    '%s names the mail that came back',
    async (name) => {
      const { report } = await parsed(name);
      expect(report?.original).toEqual({ messageId: SENT, sendId: SEND_ID });
      expect(report?.recipients[0]?.addresses.every((address) => address === 'anna@people.test')).toBe(true);
    },
  );

  test('a server that changed the Message-ID is understood by our own header', async () => {
    expect((await parsed('dsn-send-header-only')).report?.original.sendId).toBe(SEND_ID);
  });

  test('a complaint names the mail that somebody complained of', async () => {
    expect((await parsed('arf-abuse')).complaint).toEqual({
      kind: 'abuse',
      original: { messageId: SENT, sendId: SEND_ID },
    });
  });

  test('a mail that only carries ours as an attachment does not say what ours says', async () => {
    const mail = await parsed('forwarded-as-attachment');
    expect(mail.text).toBe('What is this? See the attachment.');
    expect(mail.references).toEqual([]);
    expect(mail.report).toBeUndefined();
  });

  test('headers that were made to hurt are cut, and what is among them is found', async () => {
    const mail = await parsed('hostile-headers');
    expect(mail.references[0]).toBe(SENT);
    expect(mail.references.length).toBeLessThanOrEqual(50);
    expect(mail.subject.length).toBeLessThanOrEqual(500);
    expect(mail.from).toBe('anna@people.test');
  });

  test('the address that it came to keeps its case: a token is lost without', async () => {
    expect((await parsed('reply-by-token')).recipients).toEqual(['sales+r.TOKEN@hub.test']);
  });

  test('an address in the name of the sender is not the sender', async () => {
    expect((await parsed('reply-from-colleague')).from).toBe('bruno@people.test');
  });
});

describe('the words of the writer', () => {
  test.each([
    ['reply-gmail', 'Yes, call me on Thursday.'],
    ['reply-gmail-broken-line', 'Thanks, we have somebody already but let us talk in autumn.'],
    ['reply-outlook', 'Hi Sam,\n\nsounds interesting. What does it cost?\n\nAnna'],
    ['reply-apple-mail', 'Not now, please ask again in September.\n\nSent from my iPhone'],
    ['reply-thunderbird-french', 'Bonjour,\n\noui, avec plaisir. Jeudi à dix heures ?'],
    ['reply-interleaved', 'Yes, any day but Monday.\n\n\nNo need for that.'],
    ['reply-html-only', 'Call me & bring the numbers please.'],
    ['reply-latin1-quoted', 'Schöne Grüße, gern nächste Woche.'],
    ['reply-base64', 'Yes, please call me tomorrow.'],
    ['hostile-html', 'Fine by me.'],
  ])('%s', async (name, words) => {
    expect(newText((await parsed(name)).text)).toBe(words);
  });

  test('HTML that was made to hurt is read in a moment', () => {
    const started = performance.now();
    for (const part of ['<', '<b', '<!--', '&#', '<blockquote>', '</', '< a="']) htmlText(part.repeat(50_000));
    newText('On a '.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('wanting no more mail', () => {
  test.each([
    'Unsubscribe',
    'please unsubscribe',
    'STOP',
    'remove me',
    'Remove me from this list, thanks.',
    'Take us off your list!',
    'Please stop emailing me.',
    "Don't contact me again.",
    'Do not e-mail us.',
    'No more emails please.',
    'How do I unsubscribe from this?',
    'opt out',
    'Bitte abmelden',
    'Ich will nicht mehr angeschrieben werden.',
    'Ne me contactez plus.',
    'Quiero cancelar la suscripción',
  ])('%s', (text) => expect(isOptOut(text)).toBe(true));

  test.each([
    '',
    'Stop by our office on Friday, we are at Main Street 5.',
    'We stop all projects until autumn, call me then.',
    'What opt-out options does your product offer?',
    'Our subscribers unsubscribe a lot. Can you help?',
    'Remove the second paragraph and send me the offer.',
    'Bitte melden Sie sich.',
    `${'A long story. '.repeat(60)} Please remove me.`,
  ])('not: %s', (text) => expect(isOptOut(text)).toBe(false));
});

/** Whatever a mail's reader has in it that looks through a text. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  newText,
  htmlText,
  isOptOut,
  returnDate: (text) => returnDate(text, NOW),
  parseDeliveryStatus,
  parseFeedback: (text) => parseFeedback(text, NO_ORIGINAL),
  parseOriginal,
  findOriginal,
  statusIn,
};

const HURTING = [
  '\n', '>\n', ' ', '\t ', '> ', 'a', '@', 'a@', '(', '<', '<a@', '<!--', '<p ', '&#', '-', '_', '5.', '5.1.1 ', '1.1.', 'message-id:\n',
  'message-id: <', 'x-outreach-send:\n ', 'final-recipient: a;\n', 'on wrote ', 'on a@b> ', 'from: a\n', 'return until ', 'please ',
  `on ${'('.repeat(300)}${'@'.repeat(400)}\n`, `on ${'wrote '.repeat(48)}${' '.repeat(1_600)}x\n`, `on ${'<a@'.repeat(200)}\n`,
]; // prettier-ignore

const HEADERS = ['To', 'Cc', 'From', 'Subject', 'References', 'Return-Path', 'Precedence', 'X-Failed-Recipients'];

function megabyteOf(part: string, length = 1_000_000): string {
  return part.repeat(Math.ceil(length / part.length)).slice(0, length);
}

/** In milliseconds of this process's own, which others on the machine do not lengthen; the better of two. */
async function workOf(fn: () => unknown): Promise<number> {
  const works: number[] = [];
  for (const _ of [1, 2]) {
    const before = process.cpuUsage();
    await fn();
    const { user, system } = process.cpuUsage(before);
    works.push((user + system) / 1_000);
  }
  return Math.min(...works);
}

/** A pass over a megabyte that looks at each of its characters a few times. */
const onePass = async () =>
  workOf(() => 'abcdefgh'.split('').map((letter) => megabyteOf('plain words ').replaceAll(letter, '-').length));

describe('mails that were made to hurt', () => {
  test('a megabyte of anything is little work, whoever reads it', async () => {
    const limit = 20 * (await onePass());
    for (const part of HURTING) {
      const text = megabyteOf(part);
      for (const [name, read] of Object.entries(READERS)) {
        expect(await workOf(() => read(text)), `${name} of ${JSON.stringify(part.slice(0, 20))}`).toBeLessThan(limit);
      }
    }
  });

  test.each(['a', '@', '<', '(', ' ', 'a@'])('headers full of "%s" are little work', async (part) => {
    const limit = 20 * (await onePass());
    for (const name of HEADERS) {
      const line = `${name}: ${megabyteOf(part, 19_000)}\r\n`;
      const mail = `From: mailer-daemon@x.test\r\n${line.repeat(20)}\r\n550 5.1.1 no\r\n`;
      const read = async () => classifyInbound(await parseInbound(Buffer.from(mail)), NOW);
      expect(await workOf(read), name).toBeLessThan(limit);
    }
  });

  test('recipients are found among them all the same, in whatever header and however they are written', async () => {
    const to = '"Sales, of us" <sales+r.TOKEN@hub.test>, team:a@b.test;';
    const mail = await parseInbound(
      Buffer.from(`To: ${megabyteOf('x', 5_000)} ${to}\r\nDelivered-To: c@d.test\r\n\r\nHi`),
    );
    expect(mail.recipients).toEqual(['sales+r.TOKEN@hub.test', 'a@b.test', 'c@d.test']);
  });
});

describe('feedback', () => {
  test.each([
    ['abuse', 'complaint'],
    ['fraud', 'complaint'],
    ['Abuse', 'complaint'],
    ['not-spam', 'other'],
    ['auth-failure', 'other'],
    ['virus', 'other'],
    ['other', 'other'],
    ['constructor', 'other'],
  ])('of the kind %s is: %s', async (kind, expected) => {
    const raw = readFileSync(join(FOLDER, 'arf-abuse.eml'), 'utf8').replace(/(?<=feedback-type: ).*/i, kind);
    expect(told(classifyInbound(await parseInbound(Buffer.from(raw)), NOW))).toBe(expected);
  });
});

describe('being back', () => {
  test.each([
    ['back on 2026-06-15', '2026-06-15'],
    ['I return on June 15', '2026-06-15'],
    ['I will be back on 15th of June, 2026', '2026-06-15'],
    ['away until 15 June', '2026-06-16'],
    ['from 1 June through June 14, 2026', '2026-06-15'],
    ['bis 14.6.', '2026-06-15'],
    ['vom 1.6. bis zum 14.06.26 im Urlaub', '2026-06-15'],
    ['ab dem 15. Juni wieder erreichbar', '2026-06-15'],
    ["jusqu'au 14/06/2026 inclus", '2026-06-15'],
    ['de retour le 15 juin', '2026-06-15'],
    ['hasta el 14 de junio de 2026', '2026-06-15'],
    ['back 06/15/2026', '2026-06-15'],
    ['back on 07/06', '2026-07-06'],
    ['out until 2 January', undefined],
    ['back on 3 February 2026', undefined],
    ['until 31.12.9999', undefined],
    ['until 31 February', undefined],
    ['call 0176 12345678', undefined],
    ['', undefined],
  ])('%s', (text, day) => {
    const ms = returnDate(text, NOW);
    expect(ms === undefined ? undefined : isoTime(ms).slice(0, 10)).toBe(day);
  });

  test('at the turn of the year the next one is meant', () => {
    const ms = returnDate('back on 7 January', Date.parse('2026-12-20T10:00:00.000Z'));
    expect(isoTime(ms ?? 0)).toBe('2027-01-07T00:00:00.000Z');
  });
});
