import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findCampaign } from '../../../src/outreach/campaign-table.ts';
import { resumeCampaign, pauseCampaign } from '../../../src/outreach/campaign/steer-campaign.ts';
import { endCampaign } from '../../../src/outreach/end-outreach.ts';
import { suppressContact } from '../../../src/outreach/engagement/suppress-contact.ts';
import { stopOnReply } from '../../../src/outreach/engagement/stop-on-reply.ts';
import { moveEnrollment } from '../../../src/outreach/enrollment-table.ts';
import type { Transaction } from '../../../src/database/port.ts';
import { suppress } from '../../../src/outreach/suppression-table.ts';
import { openSending, type Sending } from '../support/sending.ts';

let sending: Sending;
beforeEach(async () => {
  sending = await openSending();
  await sending.mailbox();
  await sending.campaign('oid-1');
});
afterEach(() => sending.close());

/** Runs the worker, and `change` when the server has been told the recipient: the claim is made, the body not asked for. */
async function runWithChange(change: (tx: Transaction) => Promise<unknown>): Promise<void> {
  const { hub, smtp } = sending;
  smtp.choose = () => ({ at: 'rcpt', action: async () => void (await hub.database.transaction(change)) });
  expect(await sending.run()).toMatchObject({ sent: 0, withdrawn: 1 });
  smtp.choose = () => undefined;
}

async function campaign(tx: Transaction) {
  const [row] = await tx.query<{ campaign_id: string }>('select campaign_id from campaigns');
  return (await findCampaign(tx, row!.campaign_id))!;
}

async function used(): Promise<number> {
  const [row] = await sending.hub.database.query<{ used: number }>(
    `select used from mailbox_usage where kind = 'hour'`,
  );
  return row!.used;
}

const why = { trigger: 'test', actor: 'user:test', processId: 'outreach-execution-send-20260603-00000000' } as const;

describe('between claim and 354', () => {
  test('a cancelled campaign keeps the mail back for good', async () => {
    const { deps } = sending.hub;
    await runWithChange(async (tx) =>
      endCampaign(tx, deps, await campaign(tx), 'cancelled', { ...why, stopReason: 'campaign_cancelled' }),
    );
    expect(await sending.sends()).toMatchObject([{ state: 'cancelled' }]);
    expect(sending.smtp.mails).toEqual([]);
    expect(await used()).toBe(0);
    expect(await sending.run()).toMatchObject({ sent: 0 });
  });

  test('a suppressed address keeps it back, and its enrollment ends', async () => {
    const { deps } = sending.hub;
    const emailNorm = (await sending.sends())[0]!.to_email;
    await runWithChange((tx) => suppressContact(tx, deps, { emailNorm, reason: 'unsubscribe', actor: 'system:test' }));
    expect(await sending.sends()).toMatchObject([{ state: 'cancelled' }]);
    expect(sending.smtp.mails).toEqual([]);
  });

  test('a suppressed domain keeps it back too, though nobody ended anything; the next turn skips it', async () => {
    const { deps } = sending.hub;
    await runWithChange((tx) =>
      suppress(tx, deps, { scope: 'domain', key: 'oid-1.example', reason: 'manual', actor: 'user:test' }),
    );
    expect(await sending.sends()).toMatchObject([{ state: 'skipped' }]);
    expect(sending.smtp.mails).toEqual([]);
    const ended = await sending.hub.database.query('select state, end_reason from enrollments');
    expect(ended).toEqual([{ state: 'stopped', end_reason: 'suppressed' }]);
  });

  test('a reply keeps it back', async () => {
    const { deps } = sending.hub;
    const [send] = await sending.sends();
    await runWithChange((tx) => stopOnReply(tx, deps, send!));
    expect(await sending.sends()).toMatchObject([{ state: 'cancelled' }]);
    expect(sending.smtp.mails).toEqual([]);
  });

  test('a handoff keeps it back', async () => {
    await runWithChange((tx) =>
      tx.run(
        `insert into handoffs (outreach_id, booking_uid, jti, provider, booked_at, ended_at, created_at, correlation_id,
           process_id) values ('oid-1', 'b', 'j', 'standard', 't', 't', 't', 'c', 'p')`,
      ),
    );
    await sending.run();
    expect(sending.smtp.mails).toEqual([]);
  });

  test('a pause keeps it back until the campaign goes on', async () => {
    const { deps, database } = sending.hub;
    const [{ campaign_id: campaignId } = { campaign_id: '' }] = await database.query<{ campaign_id: string }>(
      'select campaign_id from campaigns',
    );
    const command = { campaignId, actor: 'user:test' } as const;
    sending.smtp.choose = () => ({ at: 'rcpt', action: async () => void (await pauseCampaign(deps, command)) });
    await sending.run();
    sending.smtp.choose = () => undefined;
    expect(await sending.sends()).toMatchObject([{ state: 'scheduled', claim_token: null, attempts: 0 }]);
    expect(await sending.run()).toMatchObject({ sent: 0 });
    await resumeCampaign(deps, command);
    expect(await sending.run()).toMatchObject({ sent: 1 });
  });

  test('a contact who is away until a date is written to after it', async () => {
    const { deps, clock } = sending.hub;
    const [send] = await sending.sends();
    const heldUntil = new Date(clock.now() + 20 * 60_000).toISOString();
    await runWithChange((tx) =>
      moveEnrollment(tx, deps, { enrollment_id: send!.enrollment_id, state: 'active' }, 'held', { heldUntil }),
    );
    expect(await sending.run()).toMatchObject({ sent: 0 });
    clock.advance(30 * 60_000);
    expect(await sending.run()).toMatchObject({ sent: 1 });
  });
});

test('a worker that slept over its lease may not hand over what another has', async () => {
  const { hub, smtp } = sending;
  const other = await hub.another();
  smtp.choose = (connection) =>
    connection > 1
      ? undefined
      : {
          at: 'rcpt',
          action: async () => {
            hub.clock.advance(10 * 60_000);
            const { runOnce } = await import('../support/sending.ts');
            expect(await runOnce(other.deps, { worker: 'other' })).toMatchObject({ sent: 1 });
          },
        };
  expect(await sending.run()).toMatchObject({ sent: 0, withdrawn: 1 });
  expect(smtp.mails).toHaveLength(1);
  expect((await sending.sends())[0]).toMatchObject({ state: 'sent', claimed_by: null });
  await other.close();
});

test('a worker that hears the answer after its lease resolves its own doubt', async () => {
  const { hub, smtp } = sending;
  const other = await hub.another();
  smtp.choose = (connection) =>
    connection > 1
      ? undefined
      : {
          at: 'dot',
          action: async () => {
            hub.clock.advance(10 * 60_000);
            const { runOnce } = await import('../support/sending.ts');
            await runOnce(other.deps, { worker: 'other' });
            expect((await sending.sends())[0]).toMatchObject({ state: 'uncertain' });
          },
        };
  await sending.run();
  expect((await sending.sends())[0]).toMatchObject({ state: 'sent', certainty: 'confirmed', resolution: 'late_reply' });
  expect(await hub.database.query('select 1 from outreach_errors where resolved_at is null')).toEqual([]);
  expect(smtp.mails).toHaveLength(1);
  await other.close();
});
