import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { calendarUrlOf, mintCalendarLink } from '../../../src/outreach/calendar/mint-link.ts';
import { openCalendarSigner } from '../../../src/outreach/calendar/sign-link.ts';
import { followCalendarLink, linkOfBooking, verifyCalendarLink } from '../../../src/outreach/calendar/verify-link.ts';
import { MAX_CALENDAR_TTL_MS } from '../../../src/outreach/hub-settings.ts';
import type { SendRow } from '../../../src/outreach/send-table.ts';
import { KEYS, seedEngaged } from '../support/engaged.ts';
import { openHub, type TestHub } from '../support/hub.ts';

const DAY_MS = 86_400_000;
const SCHEDULER = 'https://meet.example/acme/intro?month=7';
const signer = openCalendarSigner(KEYS);

let hub: TestHub;
beforeEach(async () => {
  hub = await openHub({ settings: { publicUrl: 'https://o.example', schedulerUrl: SCHEDULER } });
});
afterEach(async () => hub.close());

async function mint(wish: { readonly ttlMs?: number; readonly contactId?: string; readonly outreachId?: string } = {}) {
  return hub.database.transaction((tx) =>
    mintCalendarLink(tx, hub.deps, KEYS, { outreachId: 'acme', actor: 'user:dana', ...wish }),
  );
}

async function query(): Promise<string> {
  await seedEngaged(hub);
  return (await mint()).url.split('?')[1] ?? '';
}

function follow(text: string) {
  return followCalendarLink(hub.database, { signer, schedulerUrl: SCHEDULER }, text, hub.clock.now());
}

describe('a calendar link', () => {
  test('leads to the configured scheduler, with what ties the booking to it', async () => {
    const text = await query();
    const followed = await follow(text);
    if (followed.verdict !== 'genuine') throw new Error(followed.verdict);
    const url = new URL(followed.location);
    expect([url.origin, url.pathname, url.searchParams.get('month')]).toEqual([
      'https://meet.example',
      '/acme/intro',
      '7',
    ]);
    const token = url.searchParams.get('utm_content') ?? '';
    expect(url.searchParams.get('metadata[jti]')).toBe(token);
    expect(await linkOfBooking(hub.database, signer, token)).toMatchObject({ outreach_id: 'acme', sid: 'sid-acme' });
    expect(
      await linkOfBooking(hub.database, signer, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`),
    ).toBeUndefined();
  });

  test('with any one character changed, left out or said twice is invalid, also when its time is over', async () => {
    const text = await query();
    hub.clock.advance(400 * DAY_MS);
    expect((await follow(text)).verdict).toBe('expired');
    for (let at = 0; at < text.length; at++) {
      const other = text[at] === '1' ? '2' : '1';
      const changed = `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
      expect(verifyCalendarLink(signer, changed, hub.clock.now()).verdict, changed).toBe('invalid');
    }
    for (const part of text.split('&')) {
      const without = text.split('&').filter((one) => one !== part).join('&'); // prettier-ignore
      for (const changed of [without, `${text}&${part}`, `${part}&${text}`]) {
        expect(verifyCalendarLink(signer, changed, hub.clock.now()).verdict).toBe('invalid');
      }
    }
  });

  test('in another writing of the same values is invalid', async () => {
    const text = await query();
    const exp = new URLSearchParams(text).get('exp') ?? '';
    const sig = new URLSearchParams(text).get('sig') ?? '';
    // The last character of 43 has two bits that no byte holds: a lenient decoder takes four characters for one.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const twin = `${sig.slice(0, -1)}${alphabet[alphabet.indexOf(sig.at(-1) ?? '') ^ 1]}`;
    expect(Buffer.from(twin, 'base64url')).toEqual(Buffer.from(sig, 'base64url'));
    const others = [
      text.replace(sig, twin),
      text.replace(sig, `${sig}=`),
      text.replace(`exp=${exp}`, `exp=0${exp}`),
      text.replace(`exp=${exp}`, `exp=${exp}.0`),
      text.replace(`exp=${exp}`, `exp=%2B${exp}`),
      text.replace(`exp=${exp}`, `exp=1e9`),
      text.replace('kid=3', 'kid=03'),
    ];
    for (const other of others)
      expect(verifyCalendarLink(signer, other, hub.clock.now()).verdict, other).toBe('invalid');
    expect(verifyCalendarLink(signer, text, hub.clock.now()).verdict).toBe('genuine');
  });

  test('does not let one value lend its end to the next', () => {
    const exp = 4_000_000_000;
    const one = signer.sign({ sid: 'ab', oid: 'c', jti: 'j', exp });
    expect(signer.sign({ sid: 'a', oid: 'bc', jti: 'j', exp })).not.toEqual(one);
  });

  test('of a former key counts, of a retired one does not', async () => {
    const text = await query();
    const rotated = KEYS.map((key) => ({
      ...key,
      status: key.kid === 3 ? ('verify_only' as const) : ('retired' as const),
    }));
    const retired = KEYS.map((key) => ({ ...key, status: 'retired' as const }));
    expect(verifyCalendarLink(openCalendarSigner(rotated), text, hub.clock.now()).verdict).toBe('genuine');
    expect(verifyCalendarLink(openCalendarSigner(retired), text, hub.clock.now()).verdict).toBe('invalid');
  });

  test('lives for a minute beyond its end, since clocks differ, and no longer', async () => {
    const text = await query();
    const end = Number(new URLSearchParams(text).get('exp')) * 1000;
    const verdictAt = (ms: number) => verifyCalendarLink(signer, text, ms).verdict;
    expect([verdictAt(end + 60_000), verdictAt(end + 60_001)]).toEqual(['genuine', 'expired']);
  });

  test('that is not in our books, or was revoked, leads nowhere', async () => {
    const text = await query();
    await hub.database.run('update calendar_links set revoked_at = created_at');
    expect((await follow(text)).verdict).toBe('expired');
    await hub.database.run('delete from calendar_links');
    expect((await follow(text)).verdict).toBe('invalid');
  });

  test('is made only for a company with a campaign, a contact that is in it, and 60 days at most', async () => {
    await expect(mint()).rejects.toMatchObject({ code: 'not_found' });
    await seedEngaged(hub);
    await expect(mint({ contactId: 'nobody' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(mint({ ttlMs: MAX_CALENDAR_TTL_MS + 1 })).rejects.toMatchObject({ code: 'usage' });
    await expect(mint({ ttlMs: 0 })).rejects.toMatchObject({ code: 'usage' });
    const link = await mint({ contactId: 'acme-c1', ttlMs: MAX_CALENDAR_TTL_MS });
    expect(link).toMatchObject({ contact_id: 'acme-c1', correlation_id: 'corr-acme' });
    const audits = await hub.database.query<{ entry: string }>('select entry from audit_log order by seq desc limit 1');
    expect(audits[0]?.entry).toContain('calendar.linked');
  });

  test('of one mail stays the same however often the mail is rendered, until it has ended', async () => {
    const { sends } = await seedEngaged(hub);
    const url = () => hub.database.transaction((tx) => calendarUrlOf(tx, hub.deps, KEYS, sends[0] as SendRow));
    const first = await url();
    hub.clock.advance(DAY_MS);
    expect(await url()).toBe(first);
    hub.clock.advance(60 * DAY_MS);
    expect(await url()).not.toBe(first);
  });
});
