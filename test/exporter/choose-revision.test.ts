import { expect, test } from 'vitest';
import { type Contract, leadCardBatch, type Revision } from '../../src/contract/index.ts';
import { projectionTo, revisionFor } from '../../src/exporter/choose-revision.ts';

const [first, second] = leadCardBatch.revisions as [Revision, Revision];
const without = (name: string) => (record: unknown) =>
  Object.hasOwn(record as object, name)
    ? Object.fromEntries(Object.entries(record as object).filter(([field]) => field !== name))
    : record;

/** 1.0.0 and 1.1.0, then 1.2.0 with a field of its own, then another major. */
const contract: Contract = {
  ...leadCardBatch,
  revisions: [
    first,
    second,
    { ...second, version: '1.2.0', project: without('later') },
    { ...first, version: '2.0.0', schemaVersion: 'v2' },
    { ...second, version: '2.1.0', schemaVersion: 'v2' },
  ],
};
const chosen = (accepted?: string) => revisionFor(contract, 'nextier-execution', accepted).version;

test('without an acceptance the first revision is sent', () => {
  expect(chosen()).toBe('1.0.0');
});

test('with one, the newest that is not after what was accepted', () => {
  const ranges = {
    '^1': '1.0.0',
    '^1.0.5': '1.0.0',
    '^1.1': '1.1.0',
    '^1.1.0': '1.1.0',
    '^1.1.9': '1.1.0',
    '^1.9.0': '1.2.0',
    '^2': '2.0.0',
    '^2.1.0': '2.1.0',
  };
  for (const [range, version] of Object.entries(ranges)) expect(chosen(range), range).toBe(version);
});

test('a target that accepted nothing that can be sent is sent nothing', () => {
  for (const range of ['^3', '^0.9.0']) {
    expect(() => chosen(range), range).toThrow(
      expect.objectContaining({ code: 'refused', reason: 'CONTRACT_NOT_ACCEPTED' }),
    );
  }
});

test('what is no range is a fault of the configuration, and accepts nothing', () => {
  for (const range of ['', '1', '^', '>=1.1.0', '^1.1.0 || ^2', '^01.1.0', '^1.1.0.0', '^1.1.0\n', 'v1']) {
    expect(() => chosen(range), range).toThrow(expect.objectContaining({ code: 'misconfigured' }));
  }
});

test('a record is taken down through every revision in between, and not across a major', () => {
  const record = { lead_id: 'x', enrichment: {}, later: 1 };
  const down = (version: string) =>
    projectionTo(
      contract,
      contract.revisions.find((one) => one.version === version)!,
    )?.(record);
  expect(down('1.0.0')).toEqual({ lead_id: 'x' });
  expect(down('1.1.0')).toEqual({ lead_id: 'x', enrichment: {} });
  expect(down('1.2.0')).toBeUndefined();
  expect(down('2.0.0')).toEqual({ lead_id: 'x', later: 1 });
});
