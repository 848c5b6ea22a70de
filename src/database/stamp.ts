import type { Clock } from '../base/clock.ts';
import { isoTime } from '../base/clock.ts';
import { AppError } from '../base/errors.ts';
import type { Database, Module } from './port.ts';

export type Role = 'producer' | 'consumer' | 'hub';

export interface Stamp {
  readonly system: string;
  readonly role: Role;
}

/** One row for ever: whose database this is. */
export const stampModule: Module = {
  name: 'stamp',
  steps: [
    {
      sqlite: `
        create table system_stamp (
          only integer primary key check (only = 1),
          system text not null,
          role text not null check (role in ('producer', 'consumer', 'hub')),
          created_at text not null
        )`,
    },
  ],
};

/** Undefined when nobody stamped it yet. */
export async function readStamp(database: Database): Promise<Stamp | undefined> {
  const [stamp] = await database.query<{ system: string; role: Role }>('select system, role from system_stamp');
  return stamp;
}

/**
 * Stamps a new database; refuses another system's or another role's with `misconfigured`. Two systems in one
 * database would share the state that the contract exists to keep apart.
 */
export async function claimStamp(database: Database, wanted: Stamp, clock: Clock): Promise<void> {
  const stamp = (await readStamp(database)) ?? (await stampFirst(database, wanted, clock));
  if (stamp?.system === wanted.system && stamp.role === wanted.role) return;
  throw new AppError(
    'misconfigured',
    `open ${database.location} as ${wanted.role} ${wanted.system}: it belongs to ${stamp?.role} ${stamp?.system}`,
    { hint: `name this system's own database with --database, or the owner with --system ${stamp?.system}` },
  );
}

async function stampFirst(database: Database, wanted: Stamp, clock: Clock): Promise<Stamp | undefined> {
  await database.run(
    'insert into system_stamp (only, system, role, created_at) values (1, $1, $2, $3) on conflict do nothing',
    [wanted.system, wanted.role, isoTime(clock.now())],
  );
  // Read back: of two processes that stamp at once, one finds the other's.
  return readStamp(database);
}
