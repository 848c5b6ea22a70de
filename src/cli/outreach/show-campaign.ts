import {
  campaignIdOf,
  type CampaignView,
  diagnoseCampaign,
  type HubDeps,
  listCampaigns,
  showCampaign,
} from '../../outreach/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withHub } from '../compose-hub.ts';
import { formatTable, type Output } from '../output.ts';
import { readSettings } from '../settings.ts';

const MAX_LISTED = 1_000;

/** All of one campaign, or the list of them. */
export async function campaignShow(command: Command, named: string): Promise<number> {
  const { flags, environment, output } = command;
  const settings = await readSettings('hub', flags, environment);
  return withHub(command, settings, async (deps) => {
    if (named === '') return list(output, deps);
    const view = await showCampaign(deps.database, await campaignIdOf(deps.database, named));
    output.document(view);
    printView(output, view);
    return EXIT.ok;
  });
}

async function list(output: Output, { database }: HubDeps): Promise<number> {
  const campaigns = await listCampaigns(database, MAX_LISTED);
  output.document({ campaigns });
  if (campaigns.length === 0) {
    output.line('no campaigns yet');
    return EXIT.ok;
  }
  const head = ['campaign', 'outreach', 'status', 'reason', 'strategy', 'score', 'contacts', 'sent', 'waiting'];
  const rows = campaigns.map((one) => [
    one.campaign_id,
    one.outreach_id,
    one.status,
    one.status_reason ?? '',
    one.strategy,
    String(one.bit_last_score),
    String(one.contacts),
    String(one.sent),
    String(one.waiting),
  ]);
  for (const line of formatTable([head, ...rows])) output.line(line);
  return EXIT.ok;
}

function printView(output: Output, { campaign, ...parts }: CampaignView): void {
  const { campaign_id, outreach_id, status, status_reason, strategy, bit_last_score, correlation_id } = campaign;
  output.line(
    `${output.bold(campaign_id)} of ${outreach_id}: ${status}${status_reason === null ? '' : ` (${status_reason})`}`,
  );
  output.line(`${strategy}, score ${bit_last_score}, correlation id ${correlation_id}`);
  for (const [name, rows] of Object.entries(parts)) {
    const [first] = rows;
    if (first === undefined) continue;
    output.line();
    output.line(output.bold(name));
    const cells = rows.map((row) => Object.values(row).map((value) => String(value ?? '')));
    for (const line of formatTable([Object.keys(first), ...cells])) output.line(line);
  }
}

/** Every condition of a send, and which of them is in the way; exit 1 when one is. */
export async function campaignDiagnose(command: Command, named: string): Promise<number> {
  const { flags, environment, output } = command;
  const settings = await readSettings('hub', flags, environment);
  return withHub(command, settings, async (deps) => {
    const diagnosis = await diagnoseCampaign(deps.database, deps, await campaignIdOf(deps.database, named));
    output.document({ ...diagnosis, in_the_way: diagnosis.in_the_way ?? null });
    for (const { check, ok, answer } of diagnosis.checks) {
      output.line(`${ok ? output.good('ok  ') : output.bad('no  ')} ${check}: ${answer}`);
    }
    return diagnosis.in_the_way === undefined ? EXIT.ok : EXIT.refused;
  });
}
