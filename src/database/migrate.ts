import { AppError } from '../base/errors.ts';
import type { Clock } from '../base/clock.ts';
import { isoTime } from '../base/clock.ts';
import type { Database, Module, Transaction } from './port.ts';

const VERSION_TABLE = `
  create table if not exists schema_version (
    module text not null,
    n integer not null,
    applied_at text not null,
    primary key (module, n)
  )`;

/**
 * Brings the tables of all modules up to date, in one transaction. Throws `misconfigured` when the database was
 * written by a newer build: going on would write rows that the newer build does not expect.
 */
export async function migrate(database: Database, modules: readonly Module[], clock: Clock): Promise<void> {
  await database.transaction(async (tx) => {
    await database.script(tx, VERSION_TABLE);
    for (const module of modules) await migrateModule(database, tx, module, clock);
  });
}

async function migrateModule(database: Database, tx: Transaction, module: Module, clock: Clock): Promise<void> {
  const [row] = await tx.query<{ n: number | null }>('select max(n) as n from schema_version where module = $1', [
    module.name,
  ]);
  const applied = row?.n ?? 0;
  if (applied > module.steps.length) {
    throw new AppError('misconfigured', `open ${database.location}: its ${module.name} tables are at step ${applied}, this build knows ${module.steps.length}`, {
      hint: 'run the newer version of handoff that wrote it',
    });
  }
  for (const [index, step] of module.steps.entries()) {
    if (index < applied) continue;
    await tx.run('insert into schema_version (module, n, applied_at) values ($1, $2, $3)', [
      module.name,
      index + 1,
      isoTime(clock.now()),
    ]);
    await database.script(tx, step.sqlite);
  }
}
