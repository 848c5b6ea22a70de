import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { advanceCampaigns } from '../../../src/outreach/campaign/advance.ts';
import { findCampaign } from '../../../src/outreach/campaign-table.ts';
import { resumeCampaign, pauseCampaign } from '../../../src/outreach/campaign/steer-campaign.ts';
import { endCampaign } from '../../../src/outreach/end-outreach.ts';
import { suppressContact } from '../../../src/outreach/engagement/suppress-contact.ts';
import { stopOnReply } from '../../../src/outreach/engagement/stop-on-reply.ts';
import { moveEnrollment } from '../../../src/outreach/enrollment-table.ts';
import type { Transaction } from '../../../src/database/port.ts';
import { type Claimed, claimSends } from '../../../src/outreach/send/claim.ts';
import type { Delivery } from '../../../src/outreach/send/delivery.ts';
import { settleSend } from '../../../src/outreach/send/settle.ts';
import { submitSend } from '../../../src/outreach/send/submit.ts';
import { suppress } from '../../../src/outreach/suppression-table.ts';
import type { SeedContact } from '../support/hub.ts';
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

  test('an evaluation below 50 keeps it back', async () => {
    const { hub, smtp } = sending;
    smtp.choose = () => ({
      at: 'rcpt',
      action: async () => void (await hub.seedTarget({ outreachId: 'oid-1', score: 49.99 })),
    });
    expect(await sending.run()).toMatchObject({ sent: 0, withdrawn: 1 });
    expect(smtp.mails).toEqual([]);
  });

  test('an evaluation that keeps the gate open does not', async () => {
    const { hub, smtp } = sending;
    smtp.choose = () => ({
      at: 'rcpt',
      action: async () => void (await hub.seedTarget({ outreachId: 'oid-1', score: 50 })),
    });
    expect(await sending.run()).toMatchObject({ sent: 1, withdrawn: 0 });
  });
});

describe('a list of people that is newer than the enrollment', () => {
  const TAKEN_BACK: readonly (readonly [string, SeedContact])[] = [
    ['contact_gone', { contactId: 'somebody-else' }],
    ['not_verified', { emailStatus: 'risky' }],
    ['address_changed', { email: 'new@oid-1.example' }],
  ];
  const seed = (contact: SeedContact) =>
    sending.hub.seedTarget({ outreachId: 'oid-1', score: 80, contacts: [contact] });

  async function expectStopped(why: string): Promise<void> {
    const { database } = sending.hub;
    expect(await sending.sends()).toMatchObject([{ state: 'skipped' }]);
    expect(sending.smtp.mails).toEqual([]);
    const ended = await database.query('select state, end_reason from enrollments');
    expect(ended).toEqual([{ state: 'stopped', end_reason: 'suppressed' }]);
    expect(await database.query('select 1 from audit_log where entry like $1', [`%"why":"${why}"%`])).toHaveLength(1);
  }

  test.each(TAKEN_BACK)('keeps the mail back at its turn: %s', async (why, contact) => {
    await seed(contact);
    expect(await sending.run()).toMatchObject({ sent: 0, withdrawn: 0 });
    expect(sending.smtp.connections()).toBe(0);
    await expectStopped(why);
  });

  test.each(TAKEN_BACK)('keeps it back between claim and 354: %s', async (why, contact) => {
    sending.smtp.choose = () => ({ at: 'rcpt', action: async () => void (await seed(contact)) });
    expect(await sending.run()).toMatchObject({ sent: 0, withdrawn: 1 });
    await expectStopped(why);
  });

  test('lets it go to the same verified address, however it is written', async () => {
    await seed({ name: 'Ada Renamed', email: 'Ada1@OID-1.example' });
    expect(await sending.run()).toMatchObject({ sent: 1 });
  });
});

describe('a try that came to nothing', () => {
  const worker = { name: 'w', processId: why.processId, leaseMs: 60_000 };
  const LATER: Delivery = {
    kind: 'refused',
    phase: 'body',
    command: 'data',
    reply: { code: 451, enhanced: '4.3.0', text: '451 4.3.0 later' },
  };

  async function claimOne(): Promise<Claimed> {
    const { claimed } = await claimSends(sending.hub.deps, worker, 1);
    return claimed[0]!;
  }

  async function submitOne(): Promise<Claimed> {
    const claim = await claimOne();
    expect(await submitSend(sending.hub.deps, worker, claim, { sha256: 'x', variant: undefined })).toBe(true);
    return claim;
  }

  async function reply(claim: Claimed): Promise<void> {
    await sending.hub.database.transaction((tx) => stopOnReply(tx, sending.hub.deps, claim.send));
  }

  async function expectCompleted(): Promise<void> {
    await advanceCampaigns(sending.hub.deps);
    expect(await sending.hub.database.query('select status from campaigns')).toEqual([{ status: 'completed' }]);
  }

  test('is tried again after a 4xx to the body', async () => {
    const claim = await submitOne();
    await settleSend(sending.hub.deps, worker, claim, LATER);
    expect(await sending.sends()).toMatchObject([{ state: 'scheduled', attempts: 1, claim_token: null }]);
  });

  test('is not after a reply came meanwhile, and its campaign completes', async () => {
    const claim = await submitOne();
    await reply(claim);
    await settleSend(sending.hub.deps, worker, claim, LATER);
    expect(await sending.sends()).toMatchObject([
      { state: 'cancelled', send_status: null, claim_token: null, lease_until: null },
    ]);
    expect(await used()).toBe(0);
    await expectCompleted();
  });

  test('is not after its campaign was cancelled', async () => {
    const { database, deps } = sending.hub;
    const claim = await submitOne();
    await database.transaction(async (tx) =>
      endCampaign(tx, deps, await campaign(tx), 'cancelled', { ...why, stopReason: 'campaign_cancelled' }),
    );
    await settleSend(deps, worker, claim, LATER);
    expect(await sending.sends()).toMatchObject([{ state: 'cancelled' }]);
  });

  test('is not after a reply when its lease ran out before the 4xx came', async () => {
    const { clock, database, deps } = sending.hub;
    const claim = await submitOne();
    clock.advance(worker.leaseMs);
    await claimSends(deps, worker, 1);
    expect(await sending.sends()).toMatchObject([{ state: 'uncertain' }]);
    const send = claim.send;
    await database.transaction((tx) =>
      moveEnrollment(tx, deps, { enrollment_id: send.enrollment_id, state: 'active' }, 'finished', {
        reason: 'replied',
      }),
    );
    await settleSend(deps, worker, claim, LATER);
    expect(await sending.sends()).toMatchObject([{ state: 'cancelled' }]);
    expect(await database.query('select 1 from outreach_errors where resolved_at is null')).toEqual([]);
    await expectCompleted();
  });

  test.each([
    ['open', 'scheduled'],
    ['stopped', 'cancelled'],
  ] as const)('of a worker that died with a claim, of an enrollment that is %s, is %s', async (part, state) => {
    const { clock, database, deps } = sending.hub;
    const { send } = await claimOne();
    const enrollment = { enrollment_id: send.enrollment_id, state: 'active' } as const;
    if (part === 'stopped') {
      await database.transaction((tx) => moveEnrollment(tx, deps, enrollment, 'stopped', { reason: 'manual' }));
    }
    clock.advance(worker.leaseMs);
    await claimSends(deps, worker, 0);
    expect(await sending.sends()).toMatchObject([{ state, claim_token: null }]);
    expect(await used()).toBe(0);
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
