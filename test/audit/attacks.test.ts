import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type AuditVerdict, verifyAudit, type VerifyOptions } from '../../src/audit/index.ts';
import { openDatabase } from '../../src/database/index.ts';
import { type AnchoredLog, anchoredLog, ATTACKS, forgetCheckpoints } from './attacks.ts';
import { SYSTEM } from './open-anchored.ts';

type Expected = Pick<AuditVerdict, 'integrity' | 'first_bad_seq' | 'rows' | 'checkpoints' | 'unanchored_tail'>;

/** Levels that are not named come to what the anchors come to. */
interface Levels {
  readonly chain_only: Expected;
  readonly own_checkpoints?: Expected;
  readonly anchored: Expected;
}

const fixture = JSON.parse(readFileSync(new URL('../../fixtures/audit/attacks.json', import.meta.url), 'utf8')) as {
  readonly attacks: Readonly<Record<string, Levels>>;
};

async function verdictOn(url: string, options: Omit<VerifyOptions, 'system'>): Promise<AuditVerdict> {
  const database = await openDatabase(url);
  const verdict = await verifyAudit(database, { system: SYSTEM, ...options });
  await database.close();
  return verdict;
}

function witnessesOf({ store, signer, copies }: AnchoredLog) {
  const verifiers = [signer.verifier];
  return { keys: { verifiers }, anchors: { verifiers, store }, copies: { verifiers, copies } };
}

test('there are twelve attacks, and the fixture names them all', () => {
  expect(Object.keys(ATTACKS)).toHaveLength(12);
  expect(Object.keys(fixture.attacks)).toEqual(Object.keys(ATTACKS));
});

test('before any attack the log is whole at every level', async () => {
  const log = await anchoredLog();
  const levels = witnessesOf(log);
  const whole = { integrity: 'ok', completeness: 'ok', evidence: 'ok', first_bad_seq: null, rows: 12, findings: [] };
  const vouched = { ...whole, checkpoints: 2, unanchored_tail: 4, signatures: 'checked' };
  expect(await verdictOn(log.url, levels.anchors)).toMatchObject({ ...vouched, anchors: 'read' });
  expect(await verdictOn(log.url, levels.copies)).toMatchObject({ ...vouched, anchors: 'not_asked' });
  expect(await verdictOn(log.url, {})).toMatchObject({ ...whole, signatures: 'unchecked', unanchored_tail: 12 });
});

describe.each(Object.entries(fixture.attacks))('%s', (name, expected) => {
  const attack = async (): Promise<AnchoredLog> => {
    const log = await anchoredLog();
    return { ...log, url: await ATTACKS[name]!(log) };
  };

  test('by the chain alone', async () => {
    const { url } = await attack();
    forgetCheckpoints(url);
    expect(await verdictOn(url, {})).toMatchObject(expected.chain_only);
  });

  test('with the own checkpoints', async () => {
    const log = await attack();
    const verdict = await verdictOn(log.url, witnessesOf(log).keys);
    expect(verdict).toMatchObject(expected.own_checkpoints ?? expected.anchored);
  });

  test('with the anchors in the store alone, and with a copy of them', async () => {
    const log = await attack();
    forgetCheckpoints(log.url);
    expect(await verdictOn(log.url, witnessesOf(log).anchors)).toMatchObject(expected.anchored);
    expect(await verdictOn(log.url, witnessesOf(log).copies)).toMatchObject(expected.anchored);
  });
});

test('two histories under one key are called a fork when both of them are at hand', async () => {
  const log = await anchoredLog();
  const url = await ATTACKS['forked: two histories, one key']!(log);
  const { findings, first_bad_seq: firstBad } = await verdictOn(url, witnessesOf(log).anchors);
  expect(firstBad).toBe(5);
  expect(findings).toMatchObject([
    { seq: 5, kind: 'forked' },
    { seq: 8, kind: 'anchor-missing' },
  ]);
  expect(findings[0]?.detail).toContain('own checkpoint 8');
});
