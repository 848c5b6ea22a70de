import {
  type CampaignCommand,
  campaignIdOf,
  type CampaignRow,
  cancelIn,
  dryRunSchedule,
  type HubDeps,
  pauseIn,
  type Refused,
  resumeIn,
  scheduleIn,
} from '../../outreach/index.ts';
import type { Transaction } from '../../database/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withHub } from '../compose-hub.ts';
import { type CommonFlags, readSettings } from '../settings.ts';
import { actorOf } from './actor.ts';
import { printPlan } from './print-plan.ts';
import { rehearse } from './rehearse.ts';

export interface SteerFlags extends CommonFlags {
  readonly reason?: string;
  readonly by?: string;
  readonly dryRun?: boolean;
}

export type Verb = 'schedule' | 'pause' | 'resume' | 'cancel';

/** One move of one campaign by an operator. */
export async function campaignSteer(command: Command<SteerFlags>, verb: Verb, named: string): Promise<number> {
  const { flags, environment } = command;
  const settings = await readSettings('hub', flags, environment);
  const actor = actorOf(flags.by);
  return withHub(command, settings, async (deps) => {
    const request = { campaignId: await campaignIdOf(deps.database, named), actor, reason: flags.reason };
    if (verb === 'schedule' && flags.dryRun === true) return showPlan(command, deps, request);
    const dryRun = flags.dryRun ?? false;
    const moved = await rehearse(deps.database, dryRun, (tx) => move(tx, deps, verb, request));
    return 'error' in moved ? sayRefused(command, request.campaignId, moved) : sayMoved(command, moved);
  });
}

async function move(
  tx: Transaction,
  deps: HubDeps,
  verb: Verb,
  request: CampaignCommand,
): Promise<{ readonly campaign: CampaignRow } | Refused> {
  if (verb === 'schedule') return scheduleIn(tx, deps, request);
  if (verb === 'resume') return resumeIn(tx, deps, request);
  return { campaign: await (verb === 'pause' ? pauseIn : cancelIn)(tx, deps, request) };
}

async function showPlan(command: Command<SteerFlags>, deps: HubDeps, request: CampaignCommand): Promise<number> {
  const { output } = command;
  const run = await dryRunSchedule(deps, request);
  if (run.outcome === 'refused') return sayRefused(command, request.campaignId, run);
  if (run.outcome === 'planned') {
    output.document({ campaign_id: request.campaignId, gate: run.campaign, plan: run.plan, dry_run: true });
    printPlan(output, run);
  }
  return EXIT.ok;
}

function sayMoved(
  { flags, output }: Command<SteerFlags>,
  { campaign, ...more }: { readonly campaign: CampaignRow },
): number {
  const { campaign_id, outreach_id, status, scheduled_at, correlation_id } = campaign;
  const counts = Object.fromEntries(Object.entries(more).filter(([, value]) => typeof value === 'number'));
  const dryRun = flags.dryRun ?? false;
  output.document({ campaign_id, outreach_id, status, scheduled_at, correlation_id, ...counts, dry_run: dryRun });
  output.line(`${campaign_id} of ${outreach_id} ${dryRun ? 'would be' : 'is'} ${output.good(status)}`);
  return EXIT.ok;
}

function sayRefused({ flags, output }: Command<SteerFlags>, campaignId: string, { error }: Refused): number {
  output.document({ campaign_id: campaignId, error, dry_run: flags.dryRun ?? false });
  output.line(`${campaignId}: ${output.bad(error.code)} ${error.severity}: ${error.message}`);
  return EXIT.refused;
}
