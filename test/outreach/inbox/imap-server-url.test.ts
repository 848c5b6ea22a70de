import { expect, test } from 'vitest';
import { codeOf, messageOf } from '../../../src/base/errors.ts';
import { parseImapUrl } from '../../../src/outreach/inbox/imap-server-url.ts';

test('an address names host, port, user and password, percent signs decoded', () => {
  expect(parseImapUrl('imaps://sam%40hub.test:p%3Aw@mail.hub.test')).toEqual({
    host: 'mail.hub.test',
    port: 993,
    secure: true,
    starttls: 'required',
    user: 'sam@hub.test',
    password: 'p:w',
  });
});

test('a password leaves this machine only in TLS, unless somebody says otherwise', () => {
  const starttls = (url: string) => parseImapUrl(url).starttls;
  expect(starttls('imap://sam:pw@mail.hub.test')).toBe('required');
  expect(starttls('imap://sam:pw@127.0.0.1:4143')).toBe('offered');
  expect(starttls('imap://sam:pw@mail.hub.test?starttls=never')).toBe('never');
});

test.each([
  'mail.hub.test',
  'http://sam:pw@mail.hub.test',
  'imap://mail.hub.test',
  'imap://sam@mail.hub.test',
  'imap://sam:secretword@mail.hub.test?starttls=maybe',
  'imap://sam:secretword%zz@mail.hub.test',
])('%s is no address, and the message has no password in it', (url) => {
  let thrown: unknown;
  try {
    parseImapUrl(url);
  } catch (error) {
    thrown = error;
  }
  expect(codeOf(thrown)).toBe('misconfigured');
  expect(messageOf(thrown)).not.toContain('secretword');
});
