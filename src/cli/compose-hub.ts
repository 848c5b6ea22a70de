import { AppError } from '../base/errors.ts';
import type { HubDeps } from '../outreach/index.ts';
import type { Command } from './command.ts';
import { withDeps } from './compose.ts';
import { readHubSettings, type Settings } from './settings.ts';

/** Runs `fn` with everything that the hub's commands need, and closes it all afterwards. */
export async function withHub<T>(command: Command, settings: Settings, fn: (deps: HubDeps) => Promise<T>): Promise<T> {
  const { outreachModule } = await import('../outreach/index.ts');
  const { pollerModule } = await import('../poller/index.ts');
  const hubSettings = await readHubSettings(command.flags, command.environment);
  // The tables that the hub reads are the poller's: a hub that never polled finds them empty, not missing.
  const kind = { role: 'hub', modules: [pollerModule, outreachModule] } as const;
  return withDeps(command, settings, kind, (deps) => {
    const { database, audit, clock, log, signal, system } = deps;
    return fn({
      database,
      audit,
      clock,
      log,
      signal,
      system,
      settings: hubSettings,
      resolveRef: (ref) => resolveRef(ref, command.environment),
    });
  });
}

/** `env:NAME` stands for what the environment holds: addresses with passwords stay out of the database. */
function resolveRef(ref: string, environment: Command['environment']): string {
  const name = /^env:([A-Za-z_][A-Za-z0-9_]*)$/.exec(ref)?.[1];
  const value = name === undefined ? undefined : environment[name];
  if (value !== undefined && value !== '') return value;
  throw new AppError('misconfigured', `find the mail server ${ref}: the environment does not hold it`, {
    hint: `set ${name ?? 'HANDOFF_SMTP'} to smtp://user:password@host:port, or change the mailbox with "outreach mailbox add"`,
  });
}
