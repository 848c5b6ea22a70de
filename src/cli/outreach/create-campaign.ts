import { randomUUID } from 'node:crypto';
import { AppError } from '../../base/errors.ts';
import {
  type CampaignRequest,
  type DryRun,
  dryRunCreate,
  type HubDeps,
  type Launch,
  launchCampaign,
} from '../../outreach/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withHub } from '../compose-hub.ts';
import type { Output } from '../output.ts';
import { type CommonFlags, readSettings } from '../settings.ts';
import { actorOf } from './actor.ts';
import { printPlan } from './print-plan.ts';

export interface CreateFlags extends CommonFlags {
  readonly template?: string;
  readonly batch?: string;
  readonly requestKey?: string;
  readonly by?: string;
  readonly schedule?: boolean;
  readonly draft?: boolean;
  readonly anyTime?: boolean;
  readonly dryRun?: boolean;
}

/** As the contract has outreach ids; keys and batches are named alike. */
const WORD = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

/** One run of the command at most. */
const MAX_COMPANIES = 1_000;

/** A campaign for each company; a refusal of one does not keep the others from theirs. */
export async function campaignCreate(command: Command<CreateFlags>, ids: readonly string[]): Promise<number> {
  const { flags, environment, output } = command;
  checkFlags(flags, ids);
  const settings = await readSettings('hub', flags, environment);
  const requests = requestsOf(flags, ids);
  return withHub(command, settings, async (deps) => {
    const results = flags.dryRun === true ? await rehearseAll(deps, requests) : await launchAll(deps, requests, flags);
    const [error] = results.flatMap((one) => one.document.error ?? []);
    output.document({
      campaigns: results.map((one) => one.document),
      dry_run: flags.dryRun ?? false,
      ...(error !== undefined && { error }),
    });
    for (const one of results) one.print(output);
    return error === undefined ? EXIT.ok : EXIT.refused;
  });
}

function checkFlags(flags: CreateFlags, ids: readonly string[]): void {
  if (flags.schedule === true && flags.draft === true) {
    throw new AppError('usage', 'create a campaign: --schedule and --draft exclude each other');
  }
  for (const word of [flags.batch, flags.requestKey, ...ids]) {
    if (word === undefined || WORD.test(word)) continue;
    throw new AppError('usage', `create a campaign: ${JSON.stringify(word)} is no id`, {
      hint: 'ids and keys are letters, digits and . _ : -, 128 at most',
    });
  }
  if (ids.length > MAX_COMPANIES)
    throw new AppError('usage', `create campaigns: name ${MAX_COMPANIES} companies at most`);
}

/** A key of one's own is joined with the company, so that one key can stand for several. */
function requestsOf(flags: CreateFlags, ids: readonly string[]): CampaignRequest[] {
  const actor = actorOf(flags.by);
  const key = flags.requestKey ?? randomUUID();
  return [...new Set(ids)].map((outreachId) => ({
    outreachId,
    template: flags.template,
    requestKey: `${key}:${outreachId}`,
    actor,
    batchId: flags.batch,
    anyTime: flags.anyTime ?? false,
  }));
}

interface Result {
  readonly document: {
    readonly outreach_id: string;
    readonly outcome: Launch['outcome'] | DryRun['outcome'];
    readonly error?: NonNullable<Launch['error']>;
  };
  print(output: Output): void;
}

async function launchAll(deps: HubDeps, requests: readonly CampaignRequest[], flags: CreateFlags): Promise<Result[]> {
  const when = flags.draft === true ? 'never' : flags.schedule === true ? 'asked' : 'by_strategy';
  const results: Result[] = [];
  for (const request of requests) results.push(launched(request, await launchCampaign(deps, request, when)));
  return results;
}

function launched({ outreachId }: CampaignRequest, { outcome, campaign, error }: Launch): Result {
  return {
    document: {
      outreach_id: outreachId,
      outcome,
      ...(campaign && {
        campaign_id: campaign.campaign_id,
        status: campaign.status,
        strategy: campaign.strategy,
        bit_score: campaign.bit_score,
        scheduled_at: campaign.scheduled_at,
        correlation_id: campaign.correlation_id,
      }),
      ...(error && { error }),
    },
    print: (output) => {
      if (campaign) {
        const words = `${campaign.status}, ${campaign.strategy}, score ${campaign.bit_score}`;
        output.line(
          `${outreachId}: ${output.good(campaign.campaign_id)}, ${words}${outcome === 'repeated' ? ', made before' : ''}`,
        );
      }
      if (error) output.line(`${outreachId}: ${output.bad(error.code)} ${error.severity}: ${error.message}`);
    },
  };
}

async function rehearseAll(deps: HubDeps, requests: readonly CampaignRequest[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const request of requests) results.push(rehearsed(request, await dryRunCreate(deps, request)));
  return results;
}

function rehearsed({ outreachId }: CampaignRequest, run: DryRun): Result {
  return {
    document: {
      outreach_id: outreachId,
      outcome: run.outcome,
      ...(run.outcome === 'refused' && { error: run.error }),
      ...(run.outcome === 'repeated' && { campaign_id: run.campaign.campaign_id, status: run.campaign.status }),
      ...(run.outcome === 'planned' && { gate: run.campaign, plan: run.plan }),
    },
    print: (output) => {
      if (run.outcome === 'planned') printPlan(output, run);
      if (run.outcome === 'repeated') output.line(`${outreachId}: ${run.campaign.campaign_id} was made before`);
      if (run.outcome === 'refused') {
        output.line(`${outreachId}: ${output.bad(run.error.code)} ${run.error.severity}: ${run.error.message}`);
      }
    },
  };
}
