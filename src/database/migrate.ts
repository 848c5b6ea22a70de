import type { Clock } from '../base/clock.ts';
import { isoTime } from '../base/clock.ts';
import { AppError } from '../base/errors.ts';
import type { Database, Module, Queries, Transaction } from './port.ts';

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
  if (await isUpToDate(database, modules)) return;
  await database.transaction(async (tx) => {
    await database.script(tx, VERSION_TABLE);
    // Asked again under the write lock: another process may have been faster.
    for (const module of modules) await migrateModule(database, tx, module, clock);
  });
}

/** Without a lock: a command that only reads neither waits for a writer nor needs the permission to write. */
async function isUpToDate(database: Database, modules: readonly Module[]): Promise<boolean> {
  const table = await database.query(database.traits.tableExists, ['schema_version']);
  if (table.length === 0) return false;
  let upToDate = true;
  for (const module of modules) {
    const applied = await stepsApplied(database, database.location, module);
    upToDate &&= applied === module.steps.length;
  }
  return upToDate;
}

async function migrateModule(database: Database, tx: Transaction, module: Module, clock: Clock): Promise<void> {
  const applied = await stepsApplied(tx, database.location, module);
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

async function stepsApplied(queries: Queries, location: string, module: Module): Promise<number> {
  const [row] = await queries.query<{ n: number | null }>('select max(n) as n from schema_version where module = $1', [
    module.name,
  ]);
  const applied = row?.n ?? 0;
  const known = module.steps.length;
  if (applied <= known) return applied;
  throw new AppError(
    'misconfigured',
    `open ${location}: its ${module.name} tables are at step ${applied}, this build knows ${known}`,
    { hint: 'run the newer version of handoff that wrote it' },
  );
}
