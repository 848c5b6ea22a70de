import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { liveCampaignOf } from '../../../src/outreach/campaign-table.ts';
import { pauseCampaign } from '../../../src/outreach/campaign/steer-campaign.ts';
import { handoff, handoffJson } from '../../support/handoff.ts';
import { addMailbox, dumpTables } from '../support/campaigns.ts';
import { openHub, TEMPLATES, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub({ now: Date.now() });
  await addMailbox(hub);
  await cp(TEMPLATES, join(hub.folder, 'outreach-templates'), { recursive: true });
  await hub.seedTarget({ outreachId: 'gold', score: 91, tier: 'PLATINUM' });
  await hub.seedTarget({ outreachId: 'silver', score: 60, contacts: [{ name: 'Bo <b>Li</b>' }] });
  await hub.seedTarget({ outreachId: 'bronze', score: 49.99 });
});
afterAll(() => hub.close());

interface Created {
  readonly campaigns: readonly {
    readonly outreach_id: string;
    readonly outcome: string;
    readonly campaign_id?: string;
    readonly status?: string;
    readonly error?: { readonly code: string };
  }[];
  readonly error?: Readonly<Record<string, string>>;
}

const campaign = <T = Record<string, unknown>>(...args: string[]): T & { readonly status: number | null } =>
  handoffJson<T>(hub.folder, ['outreach', 'campaign', ...args]);

test('create --dry-run shows the mails and writes nothing', async () => {
  const before = await dumpTables(hub);
  const { status, stdout } = handoff(hub.folder, ['outreach', 'campaign', 'create', 'silver', '--dry-run']);
  expect(status).toBe(0);
  expect(stdout).toContain('silver: the gate is open, score 60, SILVER: nurture');
  expect(stdout).toContain('Hello Bo,');
  expect(stdout).toMatch(/step 3, due 20\d\d-/);
  expect(await dumpTables(hub)).toBe(before);
});

test('create makes what may be made, refuses what may not, and is the same again', () => {
  const create = (): Created & { readonly status: number | null } =>
    campaign<Created>('create', 'gold', 'silver', 'bronze', '--batch', 'june', '--request-key', 'k1', '--by', 'anna');
  const first = create();
  expect(first.status).toBe(1);
  expect(first.campaigns.map(({ outreach_id: id, outcome, status }) => [id, outcome, status])).toEqual([
    ['gold', 'scheduled', 'scheduled'],
    ['silver', 'created', 'draft'],
    ['bronze', 'refused', undefined],
  ]);
  expect(first.error).toMatchObject({ code: 'OUT-001', severity: 'CRITICAL', correlation_id: 'corr-bronze-1' });
  expect(Object.keys(first.error ?? {})).toEqual(expect.arrayContaining(['message', 'process_id']));
  const second = create();
  expect(second.campaigns.map(({ campaign_id: id }) => id)).toEqual(first.campaigns.map(({ campaign_id: id }) => id));
});

describe('from there on', () => {
  let id: string;
  beforeAll(async () => {
    id = (await liveCampaignOf(hub.database, 'silver'))?.campaign_id ?? '';
  });

  test('schedule --dry-run, schedule, pause, resume and cancel move it', async () => {
    const before = await dumpTables(hub);
    expect(campaign('schedule', id, '--dry-run')).toMatchObject({ campaign_id: id, dry_run: true });
    expect(await dumpTables(hub)).toBe(before);
    expect(campaign<object>('schedule', id)).toMatchObject({ outreach_id: 'silver' });
    const scheduled = await dumpTables(hub);
    expect(handoff(hub.folder, ['outreach', 'campaign', 'pause', id, '--dry-run']).stdout).toContain('would be paused');
    expect(await dumpTables(hub)).toBe(scheduled);
    expect(handoff(hub.folder, ['outreach', 'campaign', 'pause', id, '--reason', 'holiday']).stdout).toContain(
      'is paused',
    );
    expect(handoff(hub.folder, ['outreach', 'campaign', 'resume', id]).stdout).toContain('is scheduled');
    expect(handoff(hub.folder, ['outreach', 'campaign', 'cancel', id]).stdout).toContain('is cancelled');
  });

  test('a move that there is not is refused with the moves that there are', () => {
    const { status, stderr } = handoff(hub.folder, ['outreach', 'campaign', 'resume', id]);
    expect(status).toBe(1);
    expect(stderr).toContain(`could not resume the campaign ${id}: it is cancelled`);
    expect(stderr).toContain('next: a cancelled campaign stays so');
  });

  test('show tells its history', () => {
    const shown = campaign<{ history: { trigger_name: string; actor: string; reason: string | null }[] }>('show', id);
    expect(shown.history.map(({ trigger_name: trigger }) => trigger)).toEqual([
      'create', 'schedule', 'pause', 'resume', 'cancel',
    ]); // prettier-ignore
    expect(shown.history[0]?.actor).toBe('user:anna');
    expect(shown.history[2]?.reason).toBe('holiday');
  });

  test('diagnose says what is in the way', () => {
    const { status, stdout } = handoff(hub.folder, ['outreach', 'campaign', 'diagnose', id]);
    expect(status).toBe(1);
    expect(stdout).toContain('no   status: it is cancelled');
  });
});

test('a resume with a closed gate is refused with the code, as JSON', async () => {
  const [row] = await hub.database.query<{ campaign_id: string }>(
    `select campaign_id from campaigns where outreach_id = 'gold'`,
  );
  const id = row?.campaign_id ?? '';
  await pauseCampaign(hub.deps, { campaignId: id, actor: 'user:test' });
  hub.clock.advance(1_000);
  await hub.seedTarget({ outreachId: 'gold', score: 10 });
  expect(campaign('resume', id)).toMatchObject({
    status: 1,
    campaign_id: id,
    error: { code: 'OUT-001', severity: 'CRITICAL', correlation_id: 'corr-gold-1' },
  });
});

test('what cannot be is a mistake of usage or not found', () => {
  const run = (...args: string[]): number | null => handoff(hub.folder, ['outreach', 'campaign', ...args]).status;
  expect(run('create', 'x', '--schedule', '--draft')).toBe(2);
  expect(run('create', 'x', '--by', 'a\nb')).toBe(2);
  expect(run('create', 'x', '--request-key', 'a b')).toBe(2);
  expect(run('show', 'nothing')).toBe(1);
});
