import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REASONS } from '../../src/base/reasons.ts';

const ROW = /^\| `([A-Z_]+)` \| ([a-z]+) \| (.+?) \| (.+?) \|$/gm;

test('docs/reason-codes.md lists every reason code with its verdict and meaning, and no other', () => {
  const page = readFileSync(new URL('../../docs/reason-codes.md', import.meta.url), 'utf8');
  const documented = [...page.matchAll(ROW)].map(([, code, verdict, meaning]) => [code, { verdict, meaning }]);
  expect(Object.fromEntries(documented)).toEqual(REASONS);
  expect(documented.map(([code]) => code)).toEqual(Object.keys(REASONS));
});
