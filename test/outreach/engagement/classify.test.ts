import { expect, test } from 'vitest';
import { classifyHit, confidenceOf } from '../../../src/outreach/engagement/classify.ts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const LEFT = 1_000_000;
const LATER = LEFT + 60_000;

test.each([
  ['a browser', 'human', {}],
  ['Safari', 'human', { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15' }],
  ['Outlook', 'human', { userAgent: 'Microsoft Office/16.0 (Microsoft Outlook 16.0.17628; Pro)' }],
  ['a mail program with a short name', 'human', { userAgent: 'eM Client/9.2' }],
  ['Gmail, which loads when a person opens', 'proxy', { userAgent: 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)' }],
  ['Yahoo', 'proxy', { userAgent: 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html' }],
  ['no user agent', 'machine', { userAgent: undefined }],
  ['an empty one', 'machine', { userAgent: ' ' }],
  ['HEAD', 'machine', { method: 'HEAD' }],
  ['a prefetch', 'machine', { purposes: ['prefetch;prerender'] }],
  ['a preview', 'machine', { purposes: ['preview'] }],
  ['a second after the mail left', 'machine', { atMs: LEFT + 1_999 }],
  ['two seconds after it left', 'human', { atMs: LEFT + 2_000 }],
  ['Apple, which loads everything', 'machine', { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)' }],
  ['a bare Mozilla', 'machine', { userAgent: 'Mozilla/5.0' }],
  ['a gateway', 'machine', { userAgent: `${CHROME} SafeLinks` }],
  ['Proofpoint', 'machine', { userAgent: 'Mozilla/5.0 (compatible; Proofpoint URL Defense)' }],
  ['a crawler', 'machine', { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
  ['a program', 'machine', { userAgent: 'curl/8.5.0' }],
  ['something that says nothing', 'unknown', { userAgent: 'Mozilla/4.7 [en]' }],
] as const)('%s is %s', (_what, actor, signs) => {
  const base = { method: 'GET', userAgent: CHROME, purposes: [], atMs: LATER, leftAtMs: LEFT };
  expect(classifyHit({ ...base, ...signs })).toBe(actor);
}); // prettier-ignore

test('an open never says more than a half, a click never what a reply says, a machine nothing', () => {
  for (const actor of ['human', 'proxy', 'unknown'] as const) {
    expect(confidenceOf('open', actor)).toBeLessThanOrEqual(0.5);
    expect(confidenceOf('click', actor)).toBeLessThanOrEqual(0.8);
  }
  expect([confidenceOf('open', 'machine'), confidenceOf('click', 'machine')]).toEqual([0, 0]);
  expect(confidenceOf('click', 'human')).toBe(0.8);
});
