import { expect, test } from 'vitest';
import { DEFAULT_SCAN_SETTINGS, isContextProse, scanDocument, scanText } from '../../../src/contract/scan/scan.ts';

const scan = (document: unknown, settings = DEFAULT_SCAN_SETTINGS) =>
  scanDocument(document, { settings, isProse: isContextProse });
const pointersOf = (document: unknown) => scan(document).findings.map(({ pointer }) => pointer);

test('a context without anything forbidden is clean', () => {
  const context = {
    handoffId: 'handoff-2024-01-15-abc123',
    handoffTimestamp: '2024-01-15T10:30:00Z',
    sourceRequestId: 'req-789',
    recommendations: [{ recommendationId: 'rec-001', type: 'content_gap', actionableSteps: ['Add llms.txt file'] }],
    auditTrail: [{ entryId: 'audit-001', actor: 'system', details: { note: 'approved by the board', count: 2 } }],
  };
  expect(scan(context)).toEqual({ verdict: 'clean', findings: [] });
});

test('every finding is listed, in the order of the document, with rule, constraint and pointer', () => {
  const report = scan({ recommendations: [{ title: 'role=admin', actionableSteps: ['Plan', 'DROP TABLE pages'] }] });
  expect(report.verdict).toBe('block');
  expect(report.findings).toEqual([
    {
      rule_id: 'state.permission',
      severity: 'block',
      constraint: 2,
      pointer: '/recommendations/0/title',
      excerpt: 'role=admin',
    },
    {
      rule_id: 'executable.sql',
      severity: 'block',
      constraint: 1,
      pointer: '/recommendations/0/actionableSteps/1',
      excerpt: 'DROP TABLE pages',
    },
  ]);
});

test('a sentence that writes about a thing only warns', () => {
  expect(scan({ title: 'Explain how to set up a webhook' }).verdict).not.toBe('block');
  expect(scan({ title: 'Explain how to run a shell script' }).verdict).toBe('warn');
  expect(scan({ title: 'Write the article and run the shell script' }).verdict).toBe('block');
});

test('an id is not prose, and what only pretends to be one is', () => {
  expect(scan({ topicId: 'job_id:8842', approvedBy: 'user-456' }).verdict).toBe('clean');
  expect(pointersOf({ topicId: 'see https://app.geo-os.io/t/1', approvedBy: 'role=admin now' })).toContain('/topicId');
  expect(pointersOf({ handoffTimestamp: 'role=admin' })).toEqual(['/handoffTimestamp']);
  expect(pointersOf({ type: 'role=admin' })).toEqual(['/type']);
});

test('in details every string is prose and every key is read', () => {
  expect(pointersOf({ details: { runId: 'POST /v1/leads' } })).toContain('/details/runId');
  expect(pointersOf({ auditTrail: [{ details: { a: { jobId: 8842 } } }] })).toEqual(['/auditTrail/0/details/a/jobId']);
  expect(pointersOf({ details: { 'run deploy.sh': true } })).toContain('/details/run deploy.sh');
  expect(pointersOf({ details: { callbackUrl: null } })).toContain('/details/callbackUrl');
});

test('an excerpt is short, shows no secret and nothing invisible', () => {
  const secret = `hunter2${'x9'.repeat(60)}`;
  const { findings } = scan({
    a: `password: ${secret}`,
    b: `Run\u0007 c\u200Burl ${'-X POST '.repeat(40)}`,
    c: 'https://user:pw99@example.com/',
  });
  const nested = scan({ details: { token: 'password: hunter22' } }).findings;
  expect(findings.length).toBeGreaterThan(2);
  for (const { excerpt } of [...findings, ...nested]) {
    expect(excerpt.length).toBeLessThanOrEqual(80);
    expect(excerpt).not.toMatch(/hunter2|x9x9|pw99|[\p{Cc}\p{Cf}]/u);
  }
});

test('the hosts of the source and its documentation are settings', () => {
  const settings = { sourceHosts: ['*.acme.example'], documentationPrefixes: ['docs.acme.example/guide'] };
  const verdict = (text: string) => scan({ text }, settings).verdict;
  expect(verdict('https://app.acme.example/topics')).toBe('block');
  expect(verdict('https://docs.acme.example/guide/scores')).toBe('clean');
  expect(verdict('https://docs.acme.example/guidebook')).toBe('block');
  expect(verdict('https://docs.acme.example/guide/api/v1/topics')).toBe('block');
  expect(verdict('https://app.geo-os.io/topics')).toBe('clean');
});

test('a document of any depth and any shape is read', () => {
  let nested: unknown = 'DROP TABLE pages';
  for (let level = 0; level < 20_000; level++) nested = [nested];
  expect(scan(nested).findings).toHaveLength(1);
  expect(scan(null).verdict).toBe('clean');
  expect(scan('POST /v1/leads').verdict).toBe('block');
});

test.each([
  ['verbs', 'run '],
  ['letters', 'a'],
  ['signs', '({[<$`%&\\/.:='],
  ['numbers', '1,2 * '],
  ['selects', 'select a, '],
  ['open tags', '<script '],
  ['addresses', 'a.b.c/'],
  ['encoded', 'QUJD'],
  ['percent', '%41'],
  ['homoglyphs', 'сs'],
  ['blanks', ' '],
  ['send', 'send to back '],
])('a megabyte of %s comes to an end', (_, part) => {
  expect(scanText(part.repeat(Math.ceil(1_000_000 / part.length)), DEFAULT_SCAN_SETTINGS)).toBeInstanceOf(Array);
});

test('what stands at the end of a very long text is found', () => {
  expect(scan({ text: `${'plain words '.repeat(20_000)} DROP TABLE pages` }).verdict).toBe('block');
});
