import type { Command as Commander } from 'commander';
import type { On } from '../command.ts';

/** The worker that sends, its mailboxes, and the ledger of sends. */
export function addSends(_outreach: Commander, _on: On, _addHiddenFlags: (group: Commander) => void): void {}
