import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ReasonCode } from '../../src/base/reasons.ts';
import { checkBatchBytes, contracts, type Side } from '../../src/contract/index.ts';

interface Expected {
  readonly code: ReasonCode;
  readonly pointer: string;
  /** Where one side alone refuses it. */
  readonly sides?: readonly Side[];
}

const BOTH: readonly Side[] = ['producer', 'consumer'];

const RELEASES = contracts()
  .filter(({ form }) => form === 'envelope')
  .flatMap(({ name, revisions }) => revisions.map(({ version }) => ({ contract: name, version })));

describe.each(RELEASES)('$contract $version', ({ contract, version }) => {
  const examples = new URL(`../../src/contract/${contract}/${version}/examples/`, import.meta.url);
  const files = (kind: 'valid' | 'invalid'): string[] =>
    readdirSync(new URL(`${kind}/`, examples)).filter((name) => name !== 'index.json');
  const read = (name: string): Uint8Array => readFileSync(new URL(name, examples));
  const index = JSON.parse(readFileSync(new URL('invalid/index.json', examples), 'utf8')) as Record<string, Expected>;

  test('the index names every invalid example and no other', () => {
    expect(Object.keys(index).toSorted()).toEqual(files('invalid').toSorted());
  });

  for (const name of files('valid')) {
    test(`valid/${name} passes on both sides`, () => {
      for (const side of BOTH) {
        const report = checkBatchBytes(read(`valid/${name}`), { contract, side, version });
        expect(report).toEqual({ ok: true, contract, version, problems: [] });
      }
    });
  }

  for (const [name, { code, pointer, sides = BOTH }] of Object.entries(index)) {
    test(`invalid/${name} is refused by the ${sides.join(' and the ')} for ${code} alone`, () => {
      for (const side of BOTH) {
        const { ok, problems } = checkBatchBytes(read(`invalid/${name}`), { contract, side, version });
        expect({ ok, problems: problems.map((found) => ({ code: found.code, pointer: found.pointer })) }).toEqual(
          sides.includes(side) ? { ok: false, problems: [{ code, pointer }] } : { ok: true, problems: [] },
        );
      }
    });
  }
});
