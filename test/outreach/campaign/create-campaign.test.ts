import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROCESS_ID } from '../../../src/outreach/process-id.ts';
import { createCampaign } from '../../../src/outreach/campaign/create-campaign.ts';
import { dryRunCreate, dryRunSchedule } from '../../../src/outreach/campaign/dry-run.ts';
import { launchCampaign } from '../../../src/outreach/campaign/launch-campaign.ts';
import type { CampaignRequest } from '../../../src/outreach/campaign/request-table.ts';
import { scheduleCampaign } from '../../../src/outreach/campaign/schedule-campaign.ts';
import { suppress } from '../../../src/outreach/suppression-table.ts';
import { addMailbox, campaignIn, draftCampaign, dumpTables } from '../support/campaigns.ts';
import { openHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
let company = 0;
const nextCompany = (): string => `o-${(company += 1)}`;
beforeAll(async () => {
  hub = await openHub();
  await addMailbox(hub);
});
afterAll(() => hub.close());

const request = (outreachId: string, more: Partial<CampaignRequest> = {}): CampaignRequest => ({
  outreachId,
  requestKey: `key-${outreachId}`,
  actor: 'user:anna',
  ...more,
});

const count = async (table: string, outreachId: string): Promise<number> => {
  const [row] = await hub.database.query<{ n: number }>(`select count(*) as n from ${table} where outreach_id = $1`, [
    outreachId,
  ]);
  return row?.n ?? -1;
};

describe('a campaign', () => {
  test('carries the evaluation, the sovereign id and the correlation id of its company', async () => {
    const outreachId = nextCompany();
    const seeded = await hub.seedTarget({ outreachId, score: 76.5, tier: 'PLATINUM', timezone: 'Asia/Tokyo' });
    const created = await createCampaign(hub.deps, request(outreachId));
    expect(created).toMatchObject({
      outcome: 'created',
      repeated: false,
      campaign: {
        outreach_id: outreachId,
        sid: `sid-${outreachId}`,
        bit_evaluation_id: seeded.evaluationId,
        correlation_id: seeded.correlationId,
        bit_score: 76.5,
        bit_tier: 'PLATINUM',
        strategy: 'immediate',
        status: 'draft',
        timezone: 'Asia/Tokyo',
      },
    });
    expect(created.outcome === 'created' && created.campaign.process_id).toMatch(PROCESS_ID);
  });

  test('takes the template that is named like its strategy, or the one that is asked for', async () => {
    const [first, second] = [nextCompany(), nextCompany()];
    await draftCampaign(hub, { outreachId: first, score: 60 });
    await draftCampaign(hub, { outreachId: second, score: 60 }, 'immediate');
    const rows = await hub.database.query(
      `select s.template, s.strategy from sequences s join campaigns c on c.campaign_id = s.campaign_id
        where c.outreach_id in ($1, $2) order by c.outreach_id`,
      [first, second],
    );
    expect(rows).toEqual([
      { template: 'nurture', strategy: 'nurture' },
      { template: 'immediate', strategy: 'nurture' },
    ]);
  });

  test('writes only to verified contacts that nobody suppressed, each address once', async () => {
    const outreachId = nextCompany();
    const contacts = [
      { contactId: 'a', email: 'A@Same.example' },
      { contactId: 'b', email: 'a@same.example' },
      { contactId: 'c', emailStatus: 'risky' as const },
      { contactId: 'd', email: 'gone@same.example' },
      { contactId: 'e', email: 'no address' },
      { contactId: 'f', email: 'x@blocked.example' },
    ];
    const add = (scope: 'global' | 'domain', key: string): Promise<boolean> =>
      hub.database.transaction((tx) => suppress(tx, hub.deps, { scope, key, reason: 'manual', actor: 'user:t' }));
    await add('global', 'gone@same.example');
    await add('domain', 'blocked.example');
    const draft = await draftCampaign(hub, { outreachId, contacts });
    const run = await dryRunSchedule(hub.deps, { campaignId: draft.campaign_id, actor: 'user:t' });
    expect(run.outcome === 'planned' && run.plan.left_out).toEqual([
      { contact_id: 'b', reason: 'same_address' },
      { contact_id: 'c', reason: 'not_verified' },
      { contact_id: 'd', reason: 'suppressed' },
      { contact_id: 'e', reason: 'no_address' },
      { contact_id: 'f', reason: 'suppressed' },
    ]);
    await scheduleCampaign(hub.deps, { campaignId: draft.campaign_id, actor: 'user:t' });
    expect(
      await hub.database.query('select contact_id, email_norm from enrollments where outreach_id = $1', [outreachId]),
    ).toEqual([{ contact_id: 'a', email_norm: 'a@same.example' }]);
  });
});

describe('the same request again', () => {
  test('returns the same campaign, and writes nothing', async () => {
    const outreachId = nextCompany();
    await hub.seedTarget({ outreachId, score: 80 });
    const first = await createCampaign(hub.deps, request(outreachId));
    const before = await dumpTables(hub);
    const second = await createCampaign(hub.deps, request(outreachId));
    expect(second).toMatchObject({ outcome: 'created', repeated: true });
    expect(second.outcome === 'created' && second.campaign).toEqual(first.outcome === 'created' && first.campaign);
    expect(await dumpTables(hub)).toBe(before);
  });

  test('from two connections at once makes one campaign', async () => {
    const outreachId = nextCompany();
    await hub.seedTarget({ outreachId, score: 80 });
    const other = await hub.another();
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) => createCampaign(index % 2 ? other.deps : hub.deps, request(outreachId))),
    );
    await other.close();
    const ids = results.map((one) => (one.outcome === 'created' ? one.campaign.campaign_id : one.error.code));
    expect(new Set(ids).size).toBe(1);
    expect(results.filter((one) => one.outcome === 'created' && !one.repeated)).toHaveLength(1);
    expect(await count('campaigns', outreachId)).toBe(1);
  });

  test('from two connections with two keys makes one campaign and one refusal', async () => {
    const outreachId = nextCompany();
    await hub.seedTarget({ outreachId, score: 80 });
    const other = await hub.another();
    const results = await Promise.all([
      createCampaign(hub.deps, request(outreachId, { requestKey: 'race-1' })),
      createCampaign(other.deps, request(outreachId, { requestKey: 'race-2' })),
    ]);
    await other.close();
    expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['created', 'refused']);
    expect(await count('campaigns', outreachId)).toBe(1);
  });

  test('for another company is refused', async () => {
    const [one, two] = [nextCompany(), nextCompany()];
    await draftCampaign(hub, { outreachId: one });
    await hub.seedTarget({ outreachId: two, score: 80 });
    expect(await createCampaign(hub.deps, request(two, { requestKey: `key-${one}` }))).toMatchObject({
      outcome: 'refused',
      error: { code: 'OUT-005', cause: 'request_key' },
    });
    expect(await count('campaigns', two)).toBe(0);
  });

  test('after a refusal is judged anew', async () => {
    const outreachId = nextCompany();
    await hub.seedTarget({ outreachId, score: 40 });
    expect(await createCampaign(hub.deps, request(outreachId))).toMatchObject({ outcome: 'refused' });
    hub.clock.advance(1_000);
    await hub.seedTarget({ outreachId, score: 60 });
    expect(await createCampaign(hub.deps, request(outreachId))).toMatchObject({ outcome: 'created', repeated: false });
  });

  test('finishes a launch that stopped between draft and schedule', async () => {
    const outreachId = nextCompany();
    await draftCampaign(hub, { outreachId });
    expect(await launchCampaign(hub.deps, request(outreachId), 'by_strategy')).toMatchObject({
      outcome: 'scheduled',
      campaign: { status: 'scheduled' },
    });
    expect(await launchCampaign(hub.deps, request(outreachId), 'by_strategy')).toMatchObject({ outcome: 'repeated' });
  });
});

describe('refused with its cause', () => {
  const refused = async (
    outreachId: string,
    code: string,
    cause: string,
    more: Partial<CampaignRequest> = {},
  ): Promise<void> => {
    const outcome = await createCampaign(hub.deps, request(outreachId, more));
    expect(outcome).toMatchObject({ outcome: 'refused', error: { code, cause, outreach_id: outreachId } });
    const [row] = await hub.database.query<{ code: string; severity: string; detail: string; correlation_id: string }>(
      'select code, severity, detail, correlation_id from outreach_errors where outreach_id = $1 and resolved_at is null',
      [outreachId],
    );
    expect(row).toMatchObject({ code, severity: 'HIGH' });
    expect(JSON.parse(row?.detail ?? '{}')).toMatchObject({ cause });
    expect(outcome.outcome === 'refused' && outcome.error.correlation_id).toBe(row?.correlation_id);
  };

  test('each evaluation that is blocked is an error of its own, and all end when one is not', async () => {
    const outreachId = nextCompany();
    const told =
      'select correlation_id, occurrences from outreach_errors where outreach_id = $1 order by correlation_id';
    for (const [correlationId, score] of [
      ['corr-a', 49.99],
      ['corr-b', 10],
    ] as const) {
      hub.clock.advance(1_000);
      await hub.seedTarget({ outreachId, score, correlationId });
      for (const _ of [1, 2]) await createCampaign(hub.deps, request(outreachId));
    }
    expect(await hub.database.query(told, [outreachId])).toEqual([
      { correlation_id: 'corr-a', occurrences: 2 },
      { correlation_id: 'corr-b', occurrences: 2 },
    ]);
    hub.clock.advance(1_000);
    await hub.seedTarget({ outreachId, score: 90 });
    expect(await createCampaign(hub.deps, request(outreachId))).not.toMatchObject({ outcome: 'refused' });
    const open = 'select id from outreach_errors where outreach_id = $1 and resolved_at is null';
    expect(await hub.database.query(open, [outreachId])).toEqual([]);
  });

  test('a company that nobody evaluated', async () => {
    await refused('o-nowhere', 'OUT-005', 'unknown_outreach_id');
  });

  test('nobody with a verified address', async () => {
    const outreachId = nextCompany();
    await hub.seedTarget({ outreachId, score: 80, contacts: [{ emailStatus: 'unverified' }] });
    await refused(outreachId, 'OUT-002', 'no_contacts');
    expect(await count('campaigns', outreachId)).toBe(0);
  });

  test('everybody suppressed', async () => {
    const outreachId = nextCompany();
    await hub.seedTarget({ outreachId, score: 80 });
    const whole = { scope: 'outreach', key: outreachId, reason: 'manual', actor: 'user:t' } as const;
    await hub.database.transaction((tx) => suppress(tx, hub.deps, whole));
    await refused(outreachId, 'OUT-002', 'no_contacts');
  });

  test('a template that is not there, or has no good name', async () => {
    const [one, two] = [nextCompany(), nextCompany()];
    await hub.seedTarget({ outreachId: one, score: 80 });
    await hub.seedTarget({ outreachId: two, score: 80 });
    await refused(one, 'OUT-005', 'template', { template: 'missing' });
    await refused(two, 'OUT-005', 'template', { template: '../../etc/passwd' });
  });

  test('a live campaign, whatever its state; not one that ended', async () => {
    for (const status of ['draft', 'scheduled', 'active', 'paused'] as const) {
      const outreachId = nextCompany();
      await campaignIn(hub, status, { outreachId });
      await refused(outreachId, 'OUT-005', 'live_campaign', { requestKey: `again-${outreachId}` });
    }
    for (const status of ['completed', 'cancelled'] as const) {
      const outreachId = nextCompany();
      await campaignIn(hub, status, { outreachId });
      const again = await createCampaign(hub.deps, request(outreachId, { requestKey: `again-${outreachId}` }));
      expect(again).toMatchObject({ outcome: 'created' });
    }
  });

  test('a company that was handed over', async () => {
    const outreachId = nextCompany();
    await hub.seedTarget({ outreachId, score: 80 });
    await hub.database.run(
      `insert into handoffs (outreach_id, booking_uid, jti, provider, booked_at, ended_at, created_at, correlation_id,
         process_id) values ($1, $1, 'j', 'standard', 'x', 'x', 'x', 'c', 'p')`,
      [outreachId],
    );
    await refused(outreachId, 'OUT-005', 'handed_off');
  });

  test('a database that fails: the error is thrown, and recorded when that can be done', async () => {
    const outreachId = nextCompany();
    await hub.seedTarget({ outreachId, score: 80 });
    await hub.database.transaction((tx) =>
      hub.database.script(
        tx,
        `create trigger broken before insert on sequences begin select raise(abort, 'the disk is gone'); end;`,
      ),
    );
    await expect(createCampaign(hub.deps, request(outreachId))).rejects.toMatchObject({ code: 'refused' });
    await hub.database.transaction((tx) => hub.database.script(tx, 'drop trigger broken;'));
    expect(await count('campaigns', outreachId)).toBe(0);
    expect(await hub.database.query('select code from outreach_errors where outreach_id = $1', [outreachId])).toEqual([
      { code: 'OUT-005' },
    ]);
  });
});

describe('a dry run', () => {
  test('shows the gate, the contacts, every due time and every mail, and writes nothing', async () => {
    const outreachId = nextCompany();
    await hub.seedTarget({ outreachId, score: 60, contacts: [{ name: 'Bo Li', timezone: 'Asia/Tokyo' }, {}] });
    const before = await dumpTables(hub);
    const run = await dryRunCreate(hub.deps, request(outreachId));
    expect(await dumpTables(hub)).toBe(before);
    if (run.outcome !== 'planned') throw new Error(run.outcome);
    expect(run.campaign).toMatchObject({ bit_score: 60, strategy: 'nurture' });
    expect(run.plan.contacts.map(({ timezone }) => timezone)).toEqual(['Asia/Tokyo', 'UTC']);
    const mails = run.plan.contacts[0]?.mails ?? [];
    expect(mails.map(({ step_no: n }) => n)).toEqual([1, 2, 3]);
    expect(mails[0]?.text).toContain('Hello Bo,');
    expect(mails[2]?.subject).toBe('Re: How others did it');
    // What it said is what then happens, to the millisecond.
    const launched = await launchCampaign(hub.deps, request(outreachId), 'asked');
    expect(launched.campaign?.scheduled_at).toBe(run.plan.begins_at);
    const sends = await hub.database.query('select due_at from send_log where outreach_id = $1 order by contact_id', [
      outreachId,
    ]);
    expect(sends).toEqual(run.plan.contacts.map((contact) => ({ due_at: contact.mails[0]?.due_at })));
  });

  test('that is refused writes nothing either', async () => {
    const outreachId = nextCompany();
    await hub.seedTarget({ outreachId, score: 49 });
    const before = await dumpTables(hub);
    expect(await dryRunCreate(hub.deps, request(outreachId))).toMatchObject({ outcome: 'refused', error: { code: 'OUT-001' } }); // prettier-ignore
    expect(await dumpTables(hub)).toBe(before);
  });
});

test('the correlation id of the evaluation is in every row of every table, and process ids are well formed', async () => {
  const own = await openHub();
  await addMailbox(own);
  const correlationId = 'corr-of-everything';
  await campaignIn(own, 'completed', { outreachId: 'o-all', correlationId, contacts: [{}, {}] });
  await createCampaign(own.deps, { outreachId: 'o-all', requestKey: 'second', actor: 'user:t' });
  await createCampaign(own.deps, { outreachId: 'o-all', requestKey: 'third', actor: 'user:t' });
  const tables = await own.database.query<{ name: string; process: number }>(
    `select t.name, exists (select 1 from pragma_table_info(t.name) p where p.name = 'process_id') as process
       from sqlite_master t join pragma_table_info(t.name) c
      where t.type = 'table' and c.name = 'correlation_id'`,
  );
  const seen: string[] = [];
  for (const { name, process } of tables) {
    const rows = await own.database.query<{ correlation_id: string; process_id?: string }>(`select * from "${name}"`);
    if (rows.length > 0) seen.push(name);
    for (const row of rows) {
      expect([name, row.correlation_id]).toEqual([name, correlationId]);
      if (process === 1) expect(row.process_id).toMatch(PROCESS_ID);
    }
  }
  expect(seen).toEqual(
    expect.arrayContaining([
      'campaigns', 'campaign_transitions', 'campaign_requests', 'bit_gate_checks', 'sequences', 'sequence_steps',
      'enrollments', 'send_log', 'links', 'engagement_events', 'cl_outbox', 'outreach_errors',
    ]),
  ); // prettier-ignore
  const entries = await own.database.query<{ entry: string }>('select entry from audit_log');
  for (const { entry } of entries) expect(JSON.parse(entry)).toMatchObject({ correlation_id: correlationId });
  await own.close();
});
