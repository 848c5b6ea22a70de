import { expect, test } from 'vitest';
import { type AuditFacts, EVENTS, verifyAudit } from '../../src/audit/index.ts';
import { handoff, openLog } from './open-log.ts';

async function verdictOn(...facts: readonly AuditFacts[]) {
  await using log = await openLog();
  await log.append(...facts);
  return await verifyAudit(log.database);
}

const [attempted, ingested] = handoff(1) as [AuditFacts, AuditFacts];

test('an attempt with one end is complete, whatever stands between them', async () => {
  const between: AuditFacts = { ...attempted, event: 'handoff.verified' };
  const verdict = await verdictOn(attempted, between, ...handoff(2), ingested);
  expect(verdict).toMatchObject({ integrity: 'ok', completeness: 'ok', findings: [] });
});

test('an attempt without an end is incomplete, and integrity is judged apart', async () => {
  const verdict = await verdictOn(...handoff(1), { ...attempted, attempt: 2 }, ...handoff(3));
  expect(verdict).toMatchObject({ integrity: 'ok', completeness: 'incomplete', first_bad_seq: null });
  expect(verdict.findings).toEqual([
    { seq: 3, kind: 'unfinished', detail: 'attempt 2 of correlation-1 has no end yet' },
  ]);
});

test('an attempt that ended twice is incomplete, at its second end', async () => {
  const verdict = await verdictOn(attempted, ingested, { ...ingested, event: 'handoff.failed' });
  expect(verdict.completeness).toBe('incomplete');
  expect(verdict.findings).toMatchObject([{ seq: 3, kind: 'ended-twice' }]);
});

test('an end without a beginning, and a beginning twice, are incomplete', async () => {
  expect((await verdictOn(ingested)).findings).toMatchObject([{ seq: 1, kind: 'ended-twice' }]);
  expect((await verdictOn(attempted, attempted, ingested)).findings).toMatchObject([{ seq: 2, kind: 'ended-twice' }]);
});

test('attempts are told apart by correlation id and number together', async () => {
  const second = { attempt: 2 };
  const verdict = await verdictOn(attempted, { ...attempted, ...second }, { ...ingested, ...second }, ingested);
  expect(verdict.completeness).toBe('ok');
});

test('every event that closes closes an attempt; every note leaves it open', async () => {
  for (const [event, part] of Object.entries(EVENTS)) {
    if (part === 'opens') continue;
    const verdict = await verdictOn(attempted, { ...attempted, event: event as AuditFacts['event'] });
    expect([event, verdict.completeness]).toEqual([event, part === 'closes' ? 'ok' : 'incomplete']);
  }
});

test('more open attempts than a report lists still break the verdict', async () => {
  const open = Array.from({ length: 250 }, (_, index) => ({ ...attempted, correlation_id: `c-${index}` }));
  const verdict = await verdictOn(...open);
  expect(verdict.completeness).toBe('incomplete');
  expect(verdict.findings).toHaveLength(100);
});
