import type { Command as Commander } from 'commander';
import type { On } from './command.ts';
import { addCampaigns } from './outreach/campaign-commands.ts';
import { addEngagement } from './outreach/engagement-commands.ts';
import { addInbox } from './outreach/inbox-commands.ts';
import { addSends } from './outreach/send-commands.ts';

/** The outreach hub. */
export function addOutreach(program: Commander, on: On, addHiddenFlags: (group: Commander) => void): void {
  const outreach = program.command('outreach').description('the outreach hub: campaigns, mails, and what comes back');
  addHiddenFlags(outreach);
  addCampaigns(outreach, on, addHiddenFlags);
  addSends(outreach, on, addHiddenFlags);
  addEngagement(outreach, on, addHiddenFlags);
  addInbox(outreach, on, addHiddenFlags);
}
