import { isoTime } from '../../base/clock.ts';
import { AppError, codeOf } from '../../base/errors.ts';
import type { Transaction } from '../../database/port.ts';
import { type CampaignRow, findCampaign, insertCampaign, liveCampaignOf } from '../campaign-table.ts';
import type { HubDeps, Trace } from '../context.ts';
import { readTarget, type Target } from '../gate/read-target.ts';
import { recordCreation } from '../move-campaign.ts';
import { newId, newProcessId } from '../process-id.ts';
import { resolveZone } from '../schedule/zone.ts';
import { insertSequence } from '../sequence/sequence-table.ts';
import type { SequenceTemplate } from '../sequence/parse-template.ts';
import { readContacts } from './contacts.ts';
import { loadTemplates, type Templates } from './load-templates.ts';
import { passGate } from './pass-gate.ts';
import { policyFor, windowFor } from './policy.ts';
import { NO_EVALUATION, type Refused, refuse, type RefusalCause, resolveRefusals } from './refusal.ts';
import { BY_STRATEGY, type CampaignRequest, findRequest, saveRequest } from './request-table.ts';

export type CreateOutcome =
  | {
      readonly outcome: 'created';
      readonly campaign: CampaignRow;
      /** True: an earlier request with the same key made it. */
      readonly repeated: boolean;
    }
  | Refused;

/**
 * Makes a draft of a campaign for one company, with its sequence. A refusal is an answer: it is recorded, and no campaign
 * is there. Whatever else goes wrong is recorded as OUT-005 if that can be done, and thrown.
 */
export async function createCampaign(deps: HubDeps, request: CampaignRequest): Promise<CreateOutcome> {
  const templates = await loadTemplates(deps.settings.templates, request.template);
  try {
    return await deps.database.transaction((tx) => createIn(tx, deps, request, templates));
  } catch (thrown) {
    await noteUnforeseen(deps, request, thrown);
    throw thrown;
  }
}

/** The same in the caller's transaction. */
export async function createIn(
  tx: Transaction,
  deps: HubDeps,
  request: CampaignRequest,
  templates: Templates,
): Promise<CreateOutcome> {
  const processId = newProcessId('campaign', deps.clock.now());
  const target = await readTarget(tx, request.outreachId);
  const trace = { correlation_id: target?.correlation_id ?? NO_EVALUATION, process_id: processId };
  const earlier = await earlierAnswer(tx, deps, trace, request);
  if (earlier !== undefined) return earlier;
  const result = await attempt(tx, deps, request, templates, trace, target);
  if (result.outcome === 'refused') await saveRequest(tx, deps, trace, request, { errorCode: result.error.code });
  else await resolveRefusals(tx, deps, request.outreachId);
  return result;
}

/** What the same key led to before; undefined where it is new, or was refused. */
async function earlierAnswer(
  tx: Transaction,
  deps: HubDeps,
  trace: Trace,
  request: CampaignRequest,
): Promise<CreateOutcome | undefined> {
  const earlier = await findRequest(tx, request.requestKey);
  if (earlier === undefined || earlier.campaign_id === null) return undefined;
  const campaign = await findCampaign(tx, earlier.campaign_id);
  const isSame =
    earlier.outreach_id === request.outreachId && earlier.sequence_template === (request.template ?? BY_STRATEGY);
  if (isSame && campaign !== undefined) return { outcome: 'created', campaign, repeated: true };
  return refuse(tx, deps, trace, {
    cause: 'request_key',
    message: `the request key ${request.requestKey} was used for another request`,
    outreachId: request.outreachId,
  });
}

async function attempt(
  tx: Transaction,
  deps: HubDeps,
  request: CampaignRequest,
  templates: Templates,
  trace: Trace,
  target: Target | undefined,
): Promise<CreateOutcome> {
  const { outreachId } = request;
  const no = async (cause: RefusalCause, message: string): Promise<Refused> =>
    refuse(tx, deps, trace, { cause, message, outreachId });
  if (target === undefined) {
    return no('unknown_outreach_id', `no evaluation of ${outreachId} was handed over`);
  }
  const gate = await passGate(tx, deps, { outreachId, stage: 'create', processId: trace.process_id });
  if ('outcome' in gate) return gate;
  const live = await liveCampaignOf(tx, outreachId);
  if (live !== undefined) return no('live_campaign', `${outreachId} has the campaign ${live.campaign_id} already`);
  const { eligible, leftOut } = await readContacts(tx, deps, outreachId);
  if (eligible.length === 0) return no('no_contacts', noContacts(outreachId, leftOut.length));
  const template = templates(gate.strategy);
  if (template instanceof AppError) return no('template', template.message);
  return insertDraft(tx, deps, request, trace, { target, gate, template });
}

export function noContacts(outreachId: string, leftOut: number): string {
  return `nobody at ${outreachId} has a verified address that may be written to (contacts: ${leftOut})`;
}

interface Draft {
  readonly target: Target;
  readonly gate: { readonly score: number; readonly strategy: 'immediate' | 'nurture'; readonly evaluationId: string };
  readonly template: SequenceTemplate;
}

async function insertDraft(
  tx: Transaction,
  deps: HubDeps,
  request: CampaignRequest,
  trace: Trace,
  draft: Draft,
): Promise<CreateOutcome> {
  const campaign = draftRow(deps, request, trace, draft);
  await insertCampaign(tx, campaign);
  const { actor } = request;
  await recordCreation(tx, deps, campaign, { trigger: 'create', actor, processId: trace.process_id });
  const sequenceTrace = { ...trace, process_id: newProcessId('sequence', deps.clock.now()) };
  await insertSequence(tx, deps, sequenceTrace, {
    campaignId: campaign.campaign_id,
    strategy: draft.gate.strategy,
    template: draft.template,
  });
  await saveRequest(tx, deps, trace, request, { campaignId: campaign.campaign_id });
  return { outcome: 'created', campaign, repeated: false };
}

function draftRow(deps: HubDeps, request: CampaignRequest, trace: Trace, { target, gate }: Draft): CampaignRow {
  const { settings, clock } = deps;
  const at = isoTime(clock.now());
  const anyTime = request.anyTime ?? false;
  return {
    campaign_id: newId(clock.now()),
    outreach_id: request.outreachId,
    sid: target.sid,
    company_ref: null,
    request_key: request.requestKey,
    bit_evaluation_id: gate.evaluationId,
    bit_score: gate.score,
    bit_tier: target.bit_tier ?? 'NONE',
    bit_last_score: gate.score,
    bit_checked_at: at,
    strategy: gate.strategy,
    status: 'draft',
    status_reason: null,
    paused_from: null,
    scheduled_at: null,
    activated_at: null,
    ended_at: null,
    timezone: resolveZone([target.timezone], settings.defaultTimezone, deps),
    window_json: JSON.stringify(windowFor(settings, anyTime)),
    policy_json: JSON.stringify(policyFor(settings, anyTime)),
    version: 1,
    created_at: at,
    ...trace,
  };
}

/** The transaction that failed is gone, so this is one of its own; when that fails too, the first failure is what counts. */
async function noteUnforeseen(deps: HubDeps, { outreachId }: CampaignRequest, thrown: unknown): Promise<void> {
  const cause = codeOf(thrown);
  const process_id = newProcessId('campaign', deps.clock.now());
  try {
    await deps.database.transaction(async (tx) => {
      const target = await readTarget(tx, outreachId);
      const trace = { correlation_id: target?.correlation_id ?? NO_EVALUATION, process_id };
      const message = `making a campaign for ${outreachId} failed: ${cause}`;
      await refuse(tx, deps, trace, { cause: 'unforeseen', message, outreachId, detail: { error: cause } });
    });
  } catch (second) {
    deps.log.warn({ outreach_id: outreachId, code: codeOf(second) }, 'the failure could not be recorded');
  }
}
