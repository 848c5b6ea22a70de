import type { Command as Commander } from 'commander';
import type { On } from '../command.ts';
import type { CreateFlags } from './create-campaign.ts';
import type { SteerFlags } from './steer-campaign.ts';

const DRY_RUN = 'check everything, write nothing';

/** Campaigns and their states. */
export function addCampaigns(outreach: Commander, on: On, addHiddenFlags: (group: Commander) => void): void {
  const campaign = outreach.command('campaign').description('one company, one evaluation, one sequence of mails');
  addHiddenFlags(campaign);
  addCreate(campaign, on);
  addSteering(campaign, on);
  on(campaign.command('show [campaign-id]').description('all of one campaign, or the list'), async (command, id) =>
    (await import('./show-campaign.ts')).campaignShow(command, id),
  );
  on(
    campaign
      .command('diagnose <campaign-id>')
      .description('why nothing moves: every condition, and which is in the way'),
    async (command, id) => (await import('./show-campaign.ts')).campaignDiagnose(command, id),
  );
}

function addCreate(campaign: Commander, on: On): void {
  on<CreateFlags>(
    campaign
      .command('create <outreach-id...>')
      .description('make a campaign for each company whose BIT gate is open')
      .option('--template <name>', 'the sequence (default: the one that is named like the strategy)')
      .option('--batch <id>', 'puts these companies together')
      .option('--request-key <key>', 'the same key again gives the same campaigns')
      .option('--by <name>', 'who asks for it; the audit log names them')
      .option('--schedule', 'schedule it too, whatever its strategy (default: an immediate one)')
      .option('--draft', 'schedule nothing')
      .option('--any-time', 'mails go out at any hour of any day')
      .option('--dry-run', 'show the gate, the contacts, every due time and every mail; write nothing'),
    async (command, _first, ids) => (await import('./create-campaign.ts')).campaignCreate(command, ids),
  );
}

function addSteering(campaign: Commander, on: On): void {
  const verbs = [
    ['schedule', 'fix what is sent to whom, and make the first mails'],
    ['pause', 'send nothing more of it for now'],
    ['resume', 'go on where it was paused, if the gate is open'],
    ['cancel', 'end it: what has not left is cancelled'],
  ] as const;
  for (const [verb, description] of verbs) {
    on<SteerFlags>(
      campaign
        .command(`${verb} <campaign-id>`)
        .description(description)
        .option('--reason <text>', 'why, for its history')
        .option('--by <name>', 'who does it; the audit log names them')
        .option('--dry-run', verb === 'schedule' ? 'show every due time and every mail; write nothing' : DRY_RUN),
      async (command, id) => (await import('./steer-campaign.ts')).campaignSteer(command, verb, id),
    );
  }
}
