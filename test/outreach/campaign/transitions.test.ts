import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveCampaign } from '../../../src/outreach/move-campaign.ts';
import { newProcessId } from '../../../src/outreach/process-id.ts';
import { CAMPAIGN_STATES, type CampaignStatus } from '../../../src/outreach/states.ts';
import { scheduleCampaign } from '../../../src/outreach/campaign/schedule-campaign.ts';
import { cancelCampaign, pauseCampaign, resumeCampaign } from '../../../src/outreach/campaign/steer-campaign.ts';
import { addMailbox, campaignIn, dumpTables, reread } from '../support/campaigns.ts';
import { openHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  await addMailbox(hub);
});
afterAll(() => hub.close());

/** The table of the design, written down a second time. */
const EDGES: Readonly<Record<string, 'drawn' | 'added'>> = {
  'draft>scheduled': 'drawn',
  'scheduled>active': 'drawn',
  'active>completed': 'drawn',
  'scheduled>paused': 'drawn',
  'paused>cancelled': 'drawn',
  'active>paused': 'added',
  // A campaign that was paused while it was active goes back there alone.
  'paused>active': 'added',
  'draft>cancelled': 'added',
  'scheduled>cancelled': 'added',
  'active>cancelled': 'added',
};

const PAIRS = CAMPAIGN_STATES.flatMap((from) => CAMPAIGN_STATES.map((to) => ({ from, to })));

test('there are 36 pairs', () => expect(PAIRS).toHaveLength(36));

test.each(PAIRS)('$from to $to', async ({ from, to }) => {
  const campaign = await campaignIn(hub, from, { outreachId: `pair-${from}-${to}` });
  expect(campaign.status).toBe(from);
  const before = await dumpTables(hub);
  const move = hub.database.transaction((tx) =>
    moveCampaign(tx, hub.deps, campaign, to, {
      trigger: 'test',
      actor: 'user:test',
      processId: newProcessId('campaign', hub.clock.now()),
    }),
  );
  const kind = EDGES[`${from}>${to}`];
  if (kind === undefined) {
    await expect(move).rejects.toMatchObject({ code: 'refused' });
    expect(await dumpTables(hub)).toBe(before);
    return;
  }
  await expect(move).resolves.toMatchObject({ status: to, version: campaign.version + 1 });
  const [last] = await hub.database.query(
    'select from_status, to_status, kind from campaign_transitions where campaign_id = $1 order by seq desc limit 1',
    [campaign.campaign_id],
  );
  expect(last).toEqual({ from_status: from, to_status: to, kind });
});

test('one that was paused before it began goes back to scheduled, not to active', async () => {
  const campaign = await campaignIn(hub, 'scheduled', { outreachId: 'o-back' });
  const command = { campaignId: campaign.campaign_id, actor: 'user:test' } as const;
  const paused = await pauseCampaign(hub.deps, command);
  const why = { trigger: 'test', actor: 'user:test', processId: newProcessId('campaign', 0) } as const;
  await expect(
    hub.database.transaction((tx) => moveCampaign(tx, hub.deps, paused, 'active', why)),
  ).rejects.toMatchObject({ code: 'refused' });
  expect(await resumeCampaign(hub.deps, command)).toMatchObject({ campaign: { status: 'scheduled' } });
});

const DOORS = {
  schedule: { allowed: ['draft'], to: 'scheduled', open: scheduleCampaign },
  pause: { allowed: ['scheduled', 'active'], to: 'paused', open: pauseCampaign },
  resume: { allowed: ['paused'], to: 'active', open: resumeCampaign },
  cancel: { allowed: ['draft', 'scheduled', 'active', 'paused'], to: 'cancelled', open: cancelCampaign },
} as const;

const TRIES = Object.keys(DOORS).flatMap((door) =>
  CAMPAIGN_STATES.map((status) => ({ door: door as keyof typeof DOORS, status })),
);

describe.each(TRIES)('to $door a campaign that is $status', ({ door, status }) => {
  test('works where the table says so, and is refused without a write elsewhere', async () => {
    const campaign = await campaignIn(hub, status, { outreachId: `door-${door}-${status}` });
    const { allowed, to, open } = DOORS[door];
    const before = await dumpTables(hub);
    const done = open(hub.deps, { campaignId: campaign.campaign_id, actor: 'user:test' });
    if (!(allowed as readonly CampaignStatus[]).includes(status)) {
      await expect(done).rejects.toMatchObject({ code: 'refused' });
      expect(await dumpTables(hub)).toBe(before);
      return;
    }
    await done;
    expect((await reread(hub, campaign.campaign_id)).status).toBe(to);
  });
});

test('who decided on an older version is refused, also when the status is the same again', async () => {
  const seen = await campaignIn(hub, 'active', { outreachId: 'o-version' });
  const command = { campaignId: seen.campaign_id, actor: 'user:test' } as const;
  await pauseCampaign(hub.deps, command);
  await resumeCampaign(hub.deps, command);
  const before = await dumpTables(hub);
  const why = { trigger: 'test', actor: 'user:test', processId: 'p' } as const;
  await expect(hub.database.transaction((tx) => moveCampaign(tx, hub.deps, seen, 'paused', why))).rejects.toMatchObject(
    { code: 'refused' },
  );
  expect(await dumpTables(hub)).toBe(before);
});

test('a cancelled campaign has no open send and no open enrollment', async () => {
  const campaign = await campaignIn(hub, 'active', { outreachId: 'o-cancel', contacts: [{}, {}] });
  await cancelCampaign(hub.deps, { campaignId: campaign.campaign_id, actor: 'user:test', reason: 'enough' });
  const id = [campaign.campaign_id];
  expect(await hub.database.query('select distinct state from send_log where campaign_id = $1', id)).toEqual([
    { state: 'cancelled' },
  ]);
  expect(
    await hub.database.query('select distinct state, end_reason from enrollments where campaign_id = $1', id),
  ).toEqual([{ state: 'stopped', end_reason: 'campaign_cancelled' }]);
  expect(await hub.database.query('select status from sequences where campaign_id = $1', id)).toEqual([
    { status: 'stopped' },
  ]);
});
