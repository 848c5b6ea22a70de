import type { Command as Commander } from 'commander';
import type { On } from '../command.ts';

/** What comes back by mail, and the signals that go on to CL. */
export function addInbox(_outreach: Commander, _on: On, _addHiddenFlags: (group: Commander) => void): void {}
