import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../house/copy-of-the-tree.ts';
import { freshFolder, handoff, handoffJson, LEADS } from '../support/handoff.ts';

const EXAMPLES = join(ROOT, 'src/contract/lead-card-batch/1.0.0/examples');
const folder = freshFolder();

interface Report {
  readonly ok: boolean;
  readonly problems: readonly { readonly code: string; readonly pointer: string }[];
}

test('a valid batch is valid under any name', () => {
  const [first] = readdirSync(join(EXAMPLES, 'valid'));
  expect(handoffJson<Report>(folder, ['contract', 'validate', join(EXAMPLES, 'valid', first ?? '')])).toEqual({
    status: 0,
    ok: true,
    contract: 'lead-card-batch',
    version: '1.0.0',
    problems: [],
  });
});

test('a refused batch exits 1 and names every place, never a value', () => {
  const file = join(LEADS, 'sxp_2026_01_12_901.json');
  const report = handoffJson<Report>(folder, ['contract', 'validate', file]);
  expect(report).toMatchObject({
    status: 1,
    ok: false,
    problems: [{ code: 'SCHEMA_INVALID', pointer: '/records/0/confidence_score' }],
  });
  const { stdout } = handoff(folder, ['contract', 'validate', file]);
  expect(stdout).toContain('SCHEMA_INVALID at /records/0/confidence_score');
  expect(stdout).not.toContain('0.1585');
});

test('a field that a consumer would let pass is refused: it judges as a producer must', () => {
  const batch = JSON.parse(readFileSync(join(LEADS, 'sxp_2026_01_11_901.json'), 'utf8')) as object;
  writeFileSync(join(folder, 'more.json'), JSON.stringify({ ...batch, note: 'unknown' }));
  expect(handoffJson<Report>(folder, ['contract', 'validate', 'more.json'])).toMatchObject({
    status: 1,
    problems: [{ code: 'ENVELOPE_INVALID', pointer: '/note' }],
  });
});

test.each([
  ['an empty file', '', 'EMPTY_FILE'],
  ['no JSON', 'hello', 'JSON_INVALID'],
  ['a version of tomorrow', '{"batch_id":"sxp_2026_01_11_001","schema_version":"v2"}', 'VERSION_NEWER'],
])('%s is refused with its code', (_, text, code) => {
  writeFileSync(join(folder, 'file.json'), text);
  expect(handoffJson<Report>(folder, ['contract', 'validate', 'file.json'])).toMatchObject({
    status: 1,
    problems: [{ code }],
  });
});
