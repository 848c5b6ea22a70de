import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ReasonCode } from '../../src/base/reasons.ts';
import { checkBatchBytes } from '../../src/contract/index.ts';
import { LEAD_CARD_BATCH } from './schemas.ts';

const EXAMPLES = new URL('1.0.0/examples/', LEAD_CARD_BATCH);
const files = (kind: 'valid' | 'invalid'): string[] =>
  readdirSync(new URL(`${kind}/`, EXAMPLES)).filter((name) => name !== 'index.json');
const read = (name: string): Uint8Array => readFileSync(new URL(name, EXAMPLES));

const index = JSON.parse(readFileSync(new URL('invalid/index.json', EXAMPLES), 'utf8')) as Record<
  string,
  { readonly code: ReasonCode; readonly pointer: string }
>;

test('the index names every invalid example and no other', () => {
  expect(Object.keys(index).toSorted()).toEqual(files('invalid').toSorted());
});

for (const name of files('valid')) {
  test(`valid/${name} passes on both sides`, () => {
    for (const side of ['producer', 'consumer'] as const) {
      const report = checkBatchBytes(read(`valid/${name}`), { side });
      expect(report).toEqual({ ok: true, contract: 'lead-card-batch', version: '1.0.0', problems: [] });
    }
  });
}

for (const [name, expected] of Object.entries(index)) {
  test(`invalid/${name} is refused on both sides for ${expected.code} alone`, () => {
    for (const side of ['producer', 'consumer'] as const) {
      const { ok, problems } = checkBatchBytes(read(`invalid/${name}`), { side });
      expect({ ok, problems: problems.map(({ code, pointer }) => ({ code, pointer })) }).toEqual({
        ok: false,
        problems: [expected],
      });
    }
  });
}
