import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AppError } from '../../../src/base/errors.ts';
import type { Problem, ReasonCode } from '../../../src/base/reasons.ts';
import { checkBatchBytes, executionHandoffContext, type Side } from '../../../src/contract/index.ts';
import { parseStrict } from '../../../src/contract/json/parse-strict.ts';
import { EXAMPLES } from './contexts.ts';

const files = (kind: 'valid' | 'invalid'): string[] =>
  readdirSync(new URL(`${kind}/`, EXAMPLES)).filter((name) => name !== 'index.json');
const index = JSON.parse(readFileSync(new URL('invalid/index.json', EXAMPLES), 'utf8')) as Record<
  string,
  { readonly code: ReasonCode; readonly pointer: string }
>;

/** As a poller or an exporter judges the bytes that lie in this contract's place, whatever they say they are. */
function judge(bytes: Uint8Array, side: Side): readonly Problem[] {
  try {
    const question = { side, source: 'geo-os', target: 'seo-os', fileName: undefined };
    const found = executionHandoffContext.judge(parseStrict(bytes), question);
    return found.verdict === 'accepted' ? [] : found.problems;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'content') return thrown.problems;
    throw thrown;
  }
}

test('the index names every invalid example and no other', () => {
  expect(Object.keys(index).toSorted()).toEqual(files('invalid').toSorted());
});

for (const name of files('valid')) {
  test(`valid/${name} passes on both sides`, () => {
    for (const side of ['producer', 'consumer'] as const) {
      const report = checkBatchBytes(readFileSync(new URL(`valid/${name}`, EXAMPLES)), { side });
      expect(report).toEqual({ ok: true, contract: 'execution-handoff-context', version: '1.0.0', problems: [] });
    }
  });
}

for (const [name, { code, pointer }] of Object.entries(index)) {
  test(`invalid/${name} is refused on both sides for ${code}`, () => {
    const bytes = readFileSync(new URL(`invalid/${name}`, EXAMPLES));
    for (const side of ['producer', 'consumer'] as const) {
      const problems = judge(bytes, side);
      expect(problems[0]).toMatchObject({ code, pointer });
      expect(new Set(problems.map((problem) => problem.code))).toEqual(new Set([code]));
    }
  });
}
