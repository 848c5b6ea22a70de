import { expect, test } from 'vitest';
import { parseSuppressionKey } from '../../../src/outreach/engagement/suppression-key.ts';

test.each([
  ['global', ' Ada@EXAMPLE.com ', 'ada@example.com'],
  ['global', 'example.com', undefined],
  ['domain', 'Bücher.example', 'xn--bcher-kva.example'],
  ['domain', 'ada@example.com', undefined],
  ['domain', '%', undefined],
  ['outreach', 'out-1', 'out-1'],
  ['outreach', 'a b', undefined],
] as const)('a %s key %j is read as %j', (scope, text, key) => {
  expect(parseSuppressionKey(scope, text)).toBe(key);
});
