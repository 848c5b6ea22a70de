import { isoTime } from '../../../src/base/clock.ts';
import type { Transaction } from '../../../src/database/index.ts';
import { insertCampaign } from '../../../src/outreach/campaign-table.ts';
import { insertEnrollment } from '../../../src/outreach/enrollment-table.ts';
import { newId } from '../../../src/outreach/process-id.ts';
import { findSend, insertSend, type SendRow } from '../../../src/outreach/send-table.ts';
import type { CampaignStatus, SendState } from '../../../src/outreach/states.ts';
import type { TokenKeys } from '../../../src/outreach/tokens/key-file.ts';
import type { TestHub } from './hub.ts';

/** Three keys of every status; the third signs. */
export const KEYS: TokenKeys = [
  { kid: 1, secret: Buffer.alloc(32, 1), status: 'retired' },
  { kid: 2, secret: Buffer.alloc(32, 2), status: 'verify_only' },
  { kid: 3, secret: Buffer.alloc(32, 3), status: 'active' },
];

export const LINKS = ['https://example.com/a?x=1&y=2', 'https://example.com/b', 'https://example.com/c'] as const;

export interface Engaged {
  readonly campaignId: string;
  readonly outreachId: string;
  readonly sid: string;
  readonly correlationId: string;
  /** One for each contact, in the state that was asked for. */
  readonly sends: readonly SendRow[];
}

export interface EngagedOptions {
  readonly outreachId?: string;
  readonly status?: CampaignStatus;
  readonly sendStates?: readonly SendState[];
  readonly replyScope?: 'contact' | 'company';
}

/** A company under way: one contact and one mail for each of `sendStates`, with three links in its step. */
export async function seedEngaged(hub: TestHub, options: EngagedOptions = {}): Promise<Engaged> {
  const {
    outreachId = 'acme',
    status = 'active',
    sendStates = ['sent', 'scheduled'],
    replyScope = 'company',
  } = options;
  const nowMs = hub.clock.now();
  const ids = { campaignId: newId(nowMs), outreachId, sid: `sid-${outreachId}`, correlationId: `corr-${outreachId}` };
  const trace = {
    created_at: isoTime(nowMs),
    correlation_id: ids.correlationId,
    process_id: 'outreach-execution-campaign-20260603-00000001',
  };
  const sendIds = await hub.database.transaction(async (tx) => {
    await seedCampaign(tx, ids, trace, { status, replyScope });
    const sent: string[] = [];
    for (const [index, state] of sendStates.entries())
      sent.push(await seedSend(tx, ids, trace, { index, state, status }));
    return sent;
  });
  const sends = await Promise.all(sendIds.map(async (id) => findSend(hub.database, id)));
  return { ...ids, sends: sends.filter((send) => send !== undefined) };
}

type Ids = Omit<Engaged, 'sends'>;
interface Traced {
  readonly created_at: string;
  readonly correlation_id: string;
  readonly process_id: string;
}

async function seedCampaign(
  tx: Transaction,
  { campaignId, outreachId, sid }: Ids,
  trace: Traced,
  { status, replyScope }: { readonly status: CampaignStatus; readonly replyScope: string },
): Promise<void> {
  await insertCampaign(tx, {
    campaign_id: campaignId,
    outreach_id: outreachId,
    sid,
    company_ref: null,
    request_key: `request-${campaignId}`,
    bit_evaluation_id: `eval-${outreachId}`,
    bit_score: 80,
    bit_tier: 'GOLD',
    bit_last_score: 80,
    bit_checked_at: trace.created_at,
    strategy: 'immediate',
    status,
    status_reason: null,
    paused_from: status === 'paused' ? 'active' : null,
    scheduled_at: trace.created_at,
    activated_at: null,
    ended_at: null,
    timezone: 'UTC',
    window_json: JSON.stringify({ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }),
    policy_json: JSON.stringify({ holidays: [], replyScope, tracking: true }),
    version: 1,
    ...trace,
  });
  const traced = [trace.created_at, trace.correlation_id, trace.process_id];
  await tx.run(
    `insert into sequences (sequence_id, campaign_id, template, strategy, status, content_sha256, created_at,
       correlation_id, process_id) values ($1, $2, 'gold', 'immediate', 'draft', '0', $3, $4, $5)`,
    [`seq-${campaignId}`, campaignId, ...traced],
  );
  await tx.run(
    `insert into sequence_steps (step_id, sequence_id, step_no, delay_n, delay_unit, thread, subject_tpl, text_tpl,
       content_sha256, created_at, correlation_id, process_id)
     values ($1, $2, 1, 0, 'day', 'new', 'Hello', 'Hello', '0', $3, $4, $5)`,
    [`step-${campaignId}`, `seq-${campaignId}`, ...traced],
  );
  await tx.run(`update sequences set status = 'frozen' where campaign_id = $1`, [campaignId]);
  for (const [idx, url] of LINKS.entries()) {
    await tx.run(
      `insert into links (link_id, step_id, idx, url, created_at, correlation_id, process_id)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [`link-${campaignId}-${idx}`, `step-${campaignId}`, idx, url, ...traced],
    );
  }
}

async function seedSend(
  tx: Transaction,
  { campaignId, outreachId }: Ids,
  trace: Traced,
  { index, state, status }: { readonly index: number; readonly state: SendState; readonly status: CampaignStatus },
): Promise<string> {
  const sendId = newId(Date.parse(trace.created_at) + index);
  const contactId = `${outreachId}-c${index + 1}`;
  const email = `ada${index + 1}@${outreachId}.example`;
  await insertEnrollment(tx, {
    enrollment_id: `enr-${sendId}`,
    campaign_id: campaignId,
    outreach_id: outreachId,
    contact_id: contactId,
    name: 'Ada',
    email,
    email_norm: email,
    email_status: 'verified',
    role: null,
    timezone: 'UTC',
    mailbox_id: 'box',
    state: status === 'active' || status === 'paused' ? 'active' : 'pending',
    current_step: 0,
    held_until: null,
    end_reason: null,
    ended_at: null,
    ...trace,
  });
  await insertSend(tx, {
    send_id: sendId,
    campaign_id: campaignId,
    sequence_id: `seq-${campaignId}`,
    step_id: `step-${campaignId}`,
    step_no: 1,
    enrollment_id: `enr-${sendId}`,
    outreach_id: outreachId,
    contact_id: contactId,
    mailbox_id: 'box',
    generation: 0,
    message_id: `<${sendId}.0@example.com>`,
    to_email: email,
    due_at: trace.created_at,
    priority: 10,
    ...trace,
  });
  const left = state === 'sent' || state === 'uncertain' ? trace.created_at : null;
  await tx.run('update send_log set state = $1, data_started_at = $2, sent_at = $3 where send_id = $4', [
    state,
    left,
    state === 'sent' ? left : null,
    sendId,
  ]);
  return sendId;
}
