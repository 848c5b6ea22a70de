import type { Command as Commander } from 'commander';
import type { On } from '../command.ts';

/** What comes back over HTTP, and the links that lead there. */
export function addEngagement(_outreach: Commander, _on: On, _addHiddenFlags: (group: Commander) => void): void {}
