import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { coversStep, stepBetween } from '../../../src/contract/compatibility/change.ts';
import {
  checkContracts,
  type ContractCheck,
  pairsOf,
  stepFindings,
} from '../../../src/contract/compatibility/check-contracts.ts';
import { lockFindings } from '../../../src/contract/compatibility/check-lock.ts';
import { diffSchemas } from '../../../src/contract/compatibility/diff-schemas.ts';
import {
  type Released,
  folderOf,
  releasedContracts,
  releasedSchema,
} from '../../../src/contract/compatibility/released.ts';
import { contracts, objectContracts } from '../../../src/contract/index.ts';
import { LOCKED_CONTRACTS } from '../../../scripts/lock-contracts.ts';
import { aroundDocument } from './boundary-instances.ts';
import { cross } from './readers.ts';

test('everything that is checked is in order', () => {
  const isReleased = ({ name, contract }: ContractCheck) => name !== 'lock' || LOCKED_CONTRACTS.includes(contract);
  expect(checkContracts().filter((check) => isReleased(check) && !check.ok)).toEqual([]);
});

test('every release of every contract is checked, and every pair of them', () => {
  const checked = checkContracts().map(({ name, contract, version }) => `${name} ${contract} ${version ?? ''}`);
  for (const { name, revisions } of [...contracts(), ...objectContracts()]) {
    expect(checked).toContain(`lock ${name} `);
    for (const { version } of revisions) {
      expect(checked).toEqual(expect.arrayContaining([`schema ${name} ${version}`, `examples ${name} ${version}`]));
    }
  }
  expect(checked).toContain('compatibility lead-card-batch 1.0.0 → 1.1.0');
});

test('lead-card-batch 1.1.0 is a minor of 1.0.0: its enrichment is all that changed', () => {
  const [older, newer] = [releasedSchema('lead-card-batch', '1.0.0'), releasedSchema('lead-card-batch', '1.1.0')];
  expect(diffSchemas(older, newer)).toEqual({
    verdict: 'minor',
    changes: [
      { pointer: '/$defs/leadCard/properties/enrichment', change: 'optional property added', verdict: 'minor' },
    ],
  });
  expect(diffSchemas(newer, older)).toMatchObject({ verdict: 'major' });
});

/** The valid examples of a release, and what differs from one of them in one place. */
function documentsOf(contract: string, version: string): unknown[] {
  const folder = new URL(`${version}/examples/valid/`, folderOf(contract));
  const examples = readdirSync(folder).map(
    (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown,
  );
  return [
    ...examples,
    ...examples.slice(0, 3).flatMap((good) => aroundDocument(good, releasedSchema(contract, version))),
  ];
}

test('between any two releases of a major no document at a boundary is refused', () => {
  for (const { name, versions, readerOf } of releasedContracts()) {
    for (const [older, newer] of pairsOf(versions).filter(([from, to]) => stepBetween(from, to) !== 'major')) {
      const documents = [...documentsOf(name, older), ...documentsOf(name, newer)];
      const found = cross(releasedSchema(name, older), releasedSchema(name, newer), readerOf, documents);
      expect(found.made).toBeGreaterThan(200);
      expect(found).toMatchObject({ oldRefused: [], newRefused: [] });
    }
  }
});

test('a version that steps too short for its changes is found', () => {
  const leads = releasedContracts().find(({ name }) => name === 'lead-card-batch') as Released;
  expect(stepFindings(leads, '1.0.0', '1.1.0')).toEqual([]);
  // The same two schemas, told the other way round.
  expect(stepFindings(leads, '1.1.0', '1.0.0')).toEqual(['1.0.0: is not after 1.1.0']);
  expect(stepBetween('1.0.0', '1.0.1')).toBe('patch');
  expect(stepBetween('1.9.9', '2.0.0')).toBe('major');
  expect(stepBetween('1.9.0', '1.10.0')).toBe('minor');
  expect(stepBetween('1.1.0', '1.1.0')).toBeUndefined();
  expect(coversStep('patch', 'minor')).toBe(false);
  expect(coversStep('minor', 'major')).toBe(false);
  expect(coversStep('major', 'minor')).toBe(true);
});

test('a released file that changed, went or came is found', () => {
  const copy = mkdtempSync(join(tmpdir(), 'handoff-lock-'));
  try {
    cpSync(folderOf('lead-card-batch'), copy, { recursive: true });
    const folder = pathToFileURL(`${copy}/`);
    expect(lockFindings(folder)).toEqual([]);
    const schema = join(copy, '1.0.0/schema.json');
    writeFileSync(schema, `${readFileSync(schema, 'utf8')} `);
    rmSync(join(copy, '1.0.0/examples/valid/one-record.json'));
    writeFileSync(join(copy, '1.1.0/examples/valid/late.json'), '{}');
    expect(lockFindings(folder)).toEqual([
      '1.0.0/examples/valid/one-record.json: was released and is gone',
      '1.0.0/schema.json: was released and has changed',
      '1.1.0/examples/valid/late.json: is not in LOCK',
    ]);
    rmSync(join(copy, 'LOCK'));
    expect(lockFindings(folder)).toEqual(['LOCK: is not there']);
  } finally {
    rmSync(copy, { recursive: true });
  }
});
