import { expect, test } from 'vitest';
import { detectFormat } from '../../src/exporter/detect-format.ts';
import { envelope, lead, leads } from './support/leads.ts';

const RECORD = JSON.stringify(lead(1));

test.each([
  ['x.json', '  [', 'array'],
  ['x.ndjson', '[', 'array'],
  ['-', RECORD, 'ndjson'],
  ['-', `${RECORD}\n${RECORD}`, 'ndjson'],
  ['x.json', `${RECORD}\r\n${RECORD}`, 'ndjson'],
  ['x.json', RECORD, 'envelope'],
  ['x.ndjson', '{"a":', 'ndjson'],
  ['x.ndjson', envelope(leads(1)), 'envelope'],
  ['-', envelope(leads(500)), 'envelope'],
  ['x.txt', JSON.stringify(JSON.parse(envelope(leads(1))), null, 2), 'envelope'],
  ['x.json', '{"a":{"records":[]},"b":"records","c":"\\"records\\":"}\n{', 'ndjson'],
  ['x.json', '{"a":"}","records" : []', 'envelope'],
  ['x.csv', 'a,b', 'csv'],
  ['x.csv', '{"a":1}', 'csv'],
  ['-', 'lead_id,username\n', 'csv'],
])('%s that starts with %s is %s', (name, text, format) => {
  expect(detectFormat(name, Buffer.from(text))).toBe(format);
});

test('a long start without an end is told in no time', () => {
  const started = performance.now();
  for (const text of [
    `{"${'\\"'.repeat(32_000)}`,
    `{${'"'.repeat(64_000)}`,
    '{'.repeat(64_000),
    `{"a":${'['.repeat(64_000)}`,
  ]) {
    detectFormat('-', Buffer.from(text));
  }
  expect(performance.now() - started).toBeLessThan(1_000);
});
