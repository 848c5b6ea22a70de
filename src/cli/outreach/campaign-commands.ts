import type { Command as Commander } from 'commander';
import type { On } from '../command.ts';

/** Campaigns and their states. */
export function addCampaigns(_outreach: Commander, _on: On, _addHiddenFlags: (group: Commander) => void): void {}
