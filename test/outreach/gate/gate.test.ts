import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isoTime } from '../../../src/base/clock.ts';
import { advanceCampaigns } from '../../../src/outreach/campaign/advance.ts';
import { createCampaign } from '../../../src/outreach/campaign/create-campaign.ts';
import { scheduleCampaign } from '../../../src/outreach/campaign/schedule-campaign.ts';
import { resumeCampaign } from '../../../src/outreach/campaign/steer-campaign.ts';
import { checkGate } from '../../../src/outreach/gate/check-gate.ts';
import { gateIsOpen, gateParameters } from '../../../src/outreach/gate/gate-sql.ts';
import { newProcessId } from '../../../src/outreach/process-id.ts';
import { addMailbox, campaignIn, reread } from '../support/campaigns.ts';
import { openHub, type SeedTarget, type TestHub } from '../support/hub.ts';

const DAY_MS = 86_400_000;
let hub: TestHub;
let company = 0;
const nextCompany = (): string => `o-${(company += 1)}`;

beforeAll(async () => {
  hub = await openHub();
  await addMailbox(hub);
});
afterAll(() => hub.close());

const daysAgo = (days: number): string => isoTime(hub.clock.now() - days * DAY_MS);

interface Case {
  readonly name: string;
  readonly target: () => Pick<SeedTarget, 'score' | 'tier' | 'evaluatedAt'>;
  readonly expected: string;
}

const CASES: readonly Case[] = [
  { name: '49.99', target: () => ({ score: 49.99 }), expected: 'below_threshold' },
  { name: '49.999999999', target: () => ({ score: 49.999999999 }), expected: 'below_threshold' },
  { name: '50', target: () => ({ score: 50 }), expected: 'nurture' },
  { name: '74.99', target: () => ({ score: 74.99 }), expected: 'nurture' },
  { name: '75', target: () => ({ score: 75 }), expected: 'immediate' },
  { name: '100', target: () => ({ score: 100 }), expected: 'immediate' },
  { name: '100.01', target: () => ({ score: 100.01 }), expected: 'out_of_range' },
  { name: '101', target: () => ({ score: 101 }), expected: 'out_of_range' },
  { name: '-1', target: () => ({ score: -1 }), expected: 'out_of_range' },
  { name: '0', target: () => ({ score: 0 }), expected: 'below_threshold' },
  { name: 'no score', target: () => ({ score: null }), expected: 'no_score' },
  { name: '30 days old', target: () => ({ score: 80, evaluatedAt: daysAgo(30) }), expected: 'immediate' },
  { name: 'older', target: () => ({ score: 80, evaluatedAt: daysAgo(30.01) }), expected: 'stale' },
  { name: 'of tomorrow', target: () => ({ score: 80, evaluatedAt: daysAgo(-1) }), expected: 'from_the_future' },
  { name: 'another tier', target: () => ({ score: 80, tier: 'NONE' }), expected: 'immediate tier_mismatch' },
  { name: 'a better tier', target: () => ({ score: 60, tier: 'GOLD' }), expected: 'nurture tier_mismatch' },
];

describe.each(CASES)('an evaluation with $name', ({ target, expected }) => {
  test(`is ${expected}, and the SQL of the gate says the same`, async () => {
    const outreachId = nextCompany();
    await hub.seedTarget({ outreachId, ...target() });
    const verdict = await hub.database.transaction((tx) =>
      checkGate(tx, hub.deps, { outreachId, stage: 'create', processId: newProcessId('campaign', hub.clock.now()) }),
    );
    const words =
      verdict.decision === 'blocked'
        ? verdict.reason
        : `${verdict.strategy}${verdict.tierMismatch ? ' tier_mismatch' : ''}`;
    expect(words).toBe(expected);
    const open = await hub.database.query(
      `select 1 as open from outreach o where o.outreach_id = $3 and ${gateIsOpen('o.outreach_id', 1)}`,
      [...gateParameters(hub.deps), outreachId],
    );
    expect(open.length === 1).toBe(verdict.decision === 'passed');
    const rows = await hub.database.query<{ decision: string; reason: string | null; bit_evaluation_id: string }>(
      'select decision, reason, bit_evaluation_id from bit_gate_checks where outreach_id = $1',
      [outreachId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.decision).toBe(verdict.decision);
    expect(rows[0]?.bit_evaluation_id).toBe(`eval-${outreachId}-1`);
    expect(rows[0]?.reason ?? '').toBe(expected.replace(/^(immediate|nurture) ?/, ''));
  });
});

test('a blocked company gets no campaign, but a row of the gate, an error OUT-001 and an audit entry', async () => {
  const outreachId = nextCompany();
  const { correlationId } = await hub.seedTarget({ outreachId, score: 49.99 });
  const request = { outreachId, requestKey: outreachId, actor: 'user:test' } as const;
  const first = await createCampaign(hub.deps, request);
  expect(first).toMatchObject({
    outcome: 'refused',
    error: { code: 'OUT-001', severity: 'CRITICAL', cause: 'gate', correlation_id: correlationId },
  });
  await createCampaign(hub.deps, request);
  const count = async (sql: string): Promise<unknown> => (await hub.database.query(sql, [outreachId]))[0];
  expect(await count('select count(*) as n from campaigns where outreach_id = $1')).toEqual({ n: 0 });
  expect(await count(`select count(*) as n from bit_gate_checks where outreach_id = $1 and decision = 'blocked'`)).toEqual({ n: 2 }); // prettier-ignore
  expect(await count(`select count(*) as n, max(occurrences) as times from outreach_errors where outreach_id = $1`)).toEqual({ n: 1, times: 2 }); // prettier-ignore
  expect(await count(`select error_code from campaign_requests where outreach_id = $1`)).toEqual({
    error_code: 'OUT-001',
  });
});

describe('a score that drops below 50', () => {
  let outreachId: string;
  beforeEach(() => {
    outreachId = nextCompany();
  });
  const drop = async (): Promise<void> => {
    hub.clock.advance(1_000);
    await hub.seedTarget({ outreachId, score: 49 });
  };
  const stages = async (): Promise<unknown[]> =>
    hub.database.query(
      `select stage, decision, correlation_id from bit_gate_checks where outreach_id = $1 and decision = 'blocked'`,
      [outreachId],
    );

  test('before it is scheduled: it stays a draft, and nothing is enrolled', async () => {
    const draft = await campaignIn(hub, 'draft', { outreachId });
    await drop();
    const refused = await scheduleCampaign(hub.deps, { campaignId: draft.campaign_id, actor: 'user:test' });
    expect(refused).toMatchObject({ outcome: 'refused', error: { code: 'OUT-001' } });
    expect((await reread(hub, draft.campaign_id)).status).toBe('draft');
    expect(await hub.database.query('select * from enrollments where outreach_id = $1', [outreachId])).toEqual([]);
    // The check is of a newer evaluation; the trace is the campaign's own.
    expect(await stages()).toEqual([
      { stage: 'schedule', decision: 'blocked', correlation_id: `corr-${outreachId}-1` },
    ]);
  });

  test('before it begins: it is paused', async () => {
    const scheduled = await campaignIn(hub, 'scheduled', { outreachId });
    await drop();
    const report = await advanceCampaigns(hub.deps);
    expect(report.paused).toEqual([{ campaign_id: scheduled.campaign_id, reason: 'gate_dropped' }]);
    const paused = await reread(hub, scheduled.campaign_id);
    expect(paused).toMatchObject({ status: 'paused', paused_from: 'scheduled', bit_last_score: 49, bit_score: 80 });
    expect(await stages()).toMatchObject([{ stage: 'activate' }]);
  });

  test('while it is under way: it is paused with OUT-001, and said once', async () => {
    const active = await campaignIn(hub, 'active', { outreachId });
    await drop();
    await advanceCampaigns(hub.deps);
    await advanceCampaigns(hub.deps);
    expect(await reread(hub, active.campaign_id)).toMatchObject({ status: 'paused', paused_from: 'active' });
    expect(await stages()).toMatchObject([{ stage: 'claim' }]);
    const errors = await hub.database.query('select code, occurrences from outreach_errors where outreach_id = $1', [
      outreachId,
    ]);
    expect(errors).toEqual([{ code: 'OUT-001', occurrences: 1 }]);
  });

  test('while it is paused: it is not resumed before the score is back, which resolves the error', async () => {
    const paused = await campaignIn(hub, 'paused', { outreachId });
    await drop();
    const command = { campaignId: paused.campaign_id, actor: 'user:test' } as const;
    expect(await resumeCampaign(hub.deps, command)).toMatchObject({ outcome: 'refused', error: { code: 'OUT-001' } });
    expect((await reread(hub, paused.campaign_id)).status).toBe('paused');
    hub.clock.advance(1_000);
    await hub.seedTarget({ outreachId, score: 50 });
    expect(await resumeCampaign(hub.deps, command)).toMatchObject({ outcome: 'resumed' });
    const open = await hub.database.query(
      'select 1 as open from outreach_errors where outreach_id = $1 and resolved_at is null',
      [outreachId],
    );
    expect(open).toEqual([]);
  });
});
