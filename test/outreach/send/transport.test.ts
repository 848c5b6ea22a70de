import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeMail, readDkimKey } from '../../../src/outreach/send/compose-mail.ts';
import type { Delivery } from '../../../src/outreach/send/delivery.ts';
import { breakerWait, judgeDelivery, MAX_ATTEMPTS, retryWait } from '../../../src/outreach/send/retry-table.ts';
import { parseSmtpUrl } from '../../../src/outreach/send/smtp-server-url.ts';
import { deliverMail } from '../../../src/outreach/send/smtp-transport.ts';
import { type Fault, FAULT_POINTS, type FaultSmtpOptions, openFaultSmtp } from '../support/fault-smtp.ts';
import { codeThrownBy } from '../support/sending.ts';

const TIMEOUTS = { connectMs: 1_500, greetingMs: 1_000, silenceMs: 1_000, wholeMs: 4_000 };
const CREDENTIALS = { user: 'sam', password: 'p@ss word' };
const LOGIN = `${CREDENTIALS.user}:${encodeURIComponent(CREDENTIALS.password)}@`;
/** More than any buffer on the way, so that a body can break in its middle. */
const BODY = Buffer.from(`Subject: x\r\nX-Outreach-Send: s1\r\n\r\n${'a line of the mail\r\n'.repeat(60_000)}`);

interface Tried {
  readonly delivery: Delivery;
  /** How often the body was asked for. */
  readonly commits: number;
  readonly taken: number;
}

async function tryWith(
  options: FaultSmtpOptions,
  commit: () => Promise<boolean> = async () => true,
  login = LOGIN,
): Promise<Tried> {
  const smtp = await openFaultSmtp({ credentials: CREDENTIALS, ...options });
  let commits = 0;
  try {
    const server = parseSmtpUrl(`smtp://${login}127.0.0.1:${smtp.port}`);
    const counted = async (): Promise<boolean> => {
      commits += 1;
      return commit();
    };
    const mail = { from: 'sam@sender.example', to: 'ada@other.example', bytes: BODY };
    const delivery = await deliverMail(server, mail, counted, TIMEOUTS);
    return { delivery, commits, taken: smtp.mails.length };
  } finally {
    await smtp.close();
  }
}

function short({ delivery, commits, taken }: Tried): string {
  const words: string[] = [delivery.kind];
  if (delivery.kind === 'refused') words.push(delivery.command, String(delivery.reply.code));
  if (delivery.kind === 'unsent') words.push(delivery.phase, delivery.trouble);
  return `${words.join(' ')}, asked ${commits}, taken ${taken}`;
}

const LATER = { code: 451, text: '4.3.0 later' };
const NEVER = { code: 550, text: '5.7.0 never' };
const WANTED: Readonly<Record<(typeof FAULT_POINTS)[number], readonly [string, string, string, string]>> = {
  connect: ['unsent connect network', 'unsent connect network', 'refused session 451', 'refused session 550'],
  ehlo: ['unsent connect network', 'unsent connect network', 'refused session 451', 'refused session 550'],
  auth: ['unsent auth network', 'unsent auth network', 'refused auth 451', 'refused auth 550'],
  mail: ['unsent envelope network', 'unsent envelope network', 'refused mail 451', 'refused mail 550'],
  rcpt: ['unsent envelope network', 'unsent envelope network', 'refused rcpt 451', 'refused rcpt 550'],
  data: ['unsent envelope network', 'unsent envelope network', 'refused data 451', 'refused data 550'],
  body: ['unknown', 'unknown', 'refused data 451', 'refused data 550'],
  dot: ['unknown', 'unknown', 'refused data 451', 'refused data 550'],
};

describe('what is known after a failure', () => {
  const faults = FAULT_POINTS.flatMap((at) =>
    (['drop', 'hang', LATER, NEVER] as const).map((action, index) => ({ at, action, index })),
  );
  let tried: Map<string, string>;
  const keyOf = ({ at, action }: Fault): string => `${at} ${JSON.stringify(action)}`;

  beforeAll(async () => {
    tried = new Map(
      await Promise.all(
        faults.map(async (fault) => [keyOf(fault), short(await tryWith({ choose: () => fault }))] as const),
      ),
    );
  });

  test.each(faults)('at $at by $action follows from how far the mail came', ({ at, action, index }) => {
    const hasLeft = at === 'body' || at === 'dot';
    const wasTaken = at === 'dot' && (action === 'drop' || action === 'hang');
    const wanted = `${WANTED[at][index]}, asked ${hasLeft ? 1 : 0}, taken ${wasTaken ? 1 : 0}`;
    expect(tried.get(keyOf({ at, action }))).toBe(wanted);
  });
});

describe('a mail', () => {
  test.each([true, false])('is taken, with pipelining %s', async (pipelining) => {
    const { delivery, commits, taken } = await tryWith({ pipelining });
    expect(delivery).toMatchObject({ kind: 'accepted', reply: { code: 250 } });
    expect([commits, taken]).toEqual([1, 1]);
  });

  test.each([true, false])(
    'that nobody wants any more ends without its dot, with pipelining %s',
    async (pipelining) => {
      const tried = await tryWith({ pipelining }, async () => false);
      expect(short(tried)).toBe('withdrawn, asked 1, taken 0');
    },
  );

  test('whose commit fails does not leave', async () => {
    const tried = await tryWith({}, async () => {
      throw new Error('the disk is full');
    });
    expect(short(tried)).toBe('unsent envelope local, asked 1, taken 0');
  });

  test('whose commit comes after all patience does not leave either', async () => {
    const slow = async (): Promise<boolean> => {
      await new Promise((resolve) => setTimeout(resolve, 1_600));
      return true;
    };
    expect(short(await tryWith({}, slow))).toBe('unsent envelope network, asked 1, taken 0');
  });

  test('is not sent over a TLS that nobody can trust', async () => {
    const tried = await tryWith({ tls: true });
    expect(short(tried)).toBe('unsent connect tls, asked 0, taken 0');
  });

  test('is not sent over a STARTTLS that the server refuses, and it is no fault of the mail', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.write('220 ready\r\n');
      socket.on('data', (line) => {
        const isTls = /^STARTTLS/i.test(line.toString());
        socket.write(isTls ? '454 4.7.0 not now\r\n' : '250-here\r\n250 STARTTLS\r\n');
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const mail = { from: 'a@sender.example', to: 'b@other.example', bytes: BODY };
    const url = parseSmtpUrl(`smtp://127.0.0.1:${port}?starttls=required`);
    const delivery = await deliverMail(url, mail, async () => true, TIMEOUTS);
    server.close();
    expect(delivery).toEqual({ kind: 'unsent', phase: 'connect', trouble: 'tls' });
    expect(judgeDelivery(delivery)).toMatchObject({ verdict: 'retry', burnsAttempt: false, mailbox: 'broken' });
  });

  test('is not sent with a wrong password', async () => {
    const tried = await tryWith({}, undefined, 'sam:wrong@');
    expect(short(tried)).toBe('refused auth 535, asked 0, taken 0');
  });

  test('that no server waits for is unsent', async () => {
    const smtp = await openFaultSmtp();
    await smtp.close();
    const mail = { from: 'a@sender.example', to: 'b@other.example', bytes: BODY };
    const delivery = await deliverMail(parseSmtpUrl(smtp.url), mail, async () => true, TIMEOUTS);
    expect(delivery).toEqual({ kind: 'unsent', phase: 'connect', trouble: 'network' });
  });
});

describe('the address of a mail server', () => {
  test('with a password needs TLS, unless it is this machine or somebody says otherwise', () => {
    expect(parseSmtpUrl('smtp://u:p@mail.example').starttls).toBe('required');
    expect(parseSmtpUrl('smtp://u:p@mail.example?starttls=offered').starttls).toBe('offered');
    expect(parseSmtpUrl('smtp://u:p@127.0.0.1:25').starttls).toBe('offered');
    expect(parseSmtpUrl('smtp://mail.example').starttls).toBe('offered');
    expect(parseSmtpUrl('smtps://u:p@mail.example')).toMatchObject({ secure: true, port: 465 });
  });

  test.each(['http://mail.example', 'smtp://', 'mail.example:25', 'smtp://u:%zz@mail.example', 'smtp://h?starttls=no'])(
    'is not %s, and the error does not quote it',
    async (text) => {
      const thrown = (async () => parseSmtpUrl(text))();
      await expect(thrown).rejects.not.toThrow(text);
      expect(await codeThrownBy(thrown)).toBe('misconfigured');
    },
  );
});

describe('the table of retries', () => {
  test('waits 1, 5, 15, 60 and 240 minutes, a fifth more or less, and no sixth time', () => {
    for (const [index, minutes] of [1, 5, 15, 60, 240].entries()) {
      const waitMs = retryWait('send-1', index + 1, false) ?? 0;
      expect(Math.abs(waitMs - minutes * 60_000)).toBeLessThanOrEqual(minutes * 12_000);
      expect(retryWait('send-1', index + 1, false)).toBe(waitMs);
    }
    expect(retryWait('send-1', MAX_ATTEMPTS, false)).toBeUndefined();
    expect(retryWait('send-1', 1, true)).toBe(5 * 60_000);
  });

  test('keeps a breaker open longer each time, up to four hours', () => {
    expect([1, 2, 3, 4, 9].map((failures) => breakerWait(failures) / 60_000)).toEqual([5, 15, 60, 240, 240]);
  });

  test('blames nobody for a session that only went wrong', () => {
    const reply = { code: 503, enhanced: undefined, text: '503 bad sequence' };
    const judged = judgeDelivery({ kind: 'refused', phase: 'envelope', command: 'data', reply });
    expect(judged).toMatchObject({ verdict: 'retry', mailbox: 'unjudged' });
  });
});

describe('a composed mail', () => {
  const send = { send_id: 's-1', message_id: '<s-1.0@mail.example>', to_email: 'ada@other.example' };
  const mailbox = { address: 'sam@sender.example', display_name: 'Sam, Sender' };
  const headers = {
    'List-Unsubscribe': '<https://o.example/u/t>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
  const content = { subject: 'Grüße', text: 'Hello\n.\nend', html: '<p>Hello</p>', headers };
  const nowMs = Date.parse('2026-06-03T10:00:00.000Z');
  let key: Awaited<ReturnType<typeof readDkimKey>>;
  let folder: string;
  let goodPem: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'handoff-dkim-'));
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const path = join(folder, 'dkim.pem');
    goodPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await writeFile(path, goodPem);
    key = await readDkimKey({ domainName: 'sender.example', keySelector: 'one', privateKey: path });
  });
  afterAll(() => {
    key = undefined;
  });

  test('has the same bytes each time it is made, but for the time', async () => {
    const one = await composeMail(send, mailbox, content, { nowMs, dkim: undefined });
    const two = await composeMail(send, mailbox, content, { nowMs, dkim: undefined });
    expect(two.sha256).toBe(one.sha256);
    const later = await composeMail(send, mailbox, content, { nowMs: nowMs + 1_000, dkim: undefined });
    expect(later.sha256).not.toBe(one.sha256);
  });

  test('says who, to whom and how to end it, as text and as HTML', async () => {
    const raw = (await composeMail(send, mailbox, content, { nowMs, dkim: undefined })).bytes.toString();
    expect(raw).toContain('From: "Sam, Sender" <sam@sender.example>');
    expect(raw).toContain('List-Unsubscribe: <https://o.example/u/t>');
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(raw).toMatch(/text\/plain/);
    expect(raw).toMatch(/text\/html/);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('is signed over both unsubscribe headers when there is a key', async () => {
    const raw = (await composeMail(send, mailbox, content, { nowMs, dkim: key })).bytes.toString();
    const signature = /^DKIM-Signature:(?:.+\r\n)(?:[ \t].+\r\n)*/.exec(raw)?.[0].toLowerCase() ?? '';
    expect(signature).toContain('d=sender.example');
    expect(signature.replaceAll(/\s/g, '')).toMatch(/h=[^;]*list-unsubscribe:list-unsubscribe-post/);
  });

  test('is not made when its key cannot be read', async () => {
    const settings = { domainName: 'sender.example', keySelector: 'one', privateKey: join(folder, 'none.pem') };
    expect(await codeThrownBy(readDkimKey(settings))).toBe('misconfigured');
  });

  test.each([
    ['no PEM', () => 'not a key'],
    ['half a PEM', () => goodPem.slice(0, 400)],
    ['a key that is not RSA', () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })],
  ])('is not made with %s for its key', async (_name, pem) => {
    const privateKey = join(folder, 'bad.pem');
    await writeFile(privateKey, pem());
    const settings = { domainName: 'sender.example', keySelector: 'one', privateKey };
    expect(await codeThrownBy(readDkimKey(settings))).toBe('misconfigured');
  });

  test('does not leave unsigned when the signer gives it back as it was', async () => {
    const dkim = { domainName: 'sender.example', keySelector: 'one', privateKey: 'not a key' };
    expect(await codeThrownBy(composeMail(send, mailbox, content, { nowMs, dkim }))).toBe('internal');
  });
});
