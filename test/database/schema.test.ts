import { expect, test } from 'vitest';
import { auditModule } from '../../src/audit/tables.ts';
import { migrate, type Module, openDatabase, stampModule } from '../../src/database/index.ts';
import { exporterModule } from '../../src/exporter/tables.ts';
import { outreachModule } from '../../src/outreach/tables/module.ts';
import { pollerModule } from '../../src/poller/tables.ts';

const MODULES: readonly Module[] = [stampModule, auditModule, exporterModule, pollerModule, outreachModule];

async function schemaOf(module: Module): Promise<string> {
  const database = await openDatabase('sqlite::memory:');
  await migrate(database, [module], { now: () => 0 });
  const objects = await database.query<{ sql: string }>(
    `select sql from sqlite_master
      where sql is not null and name not in ('schema_version', 'sqlite_sequence') order by type, name`,
  );
  await database.close();
  return objects.map(({ sql }) => `${sql.replaceAll(/^ {8}/gm, '')};\n`).join('\n');
}

// After a step was added: vitest run -u test/database/schema.test.ts, and look at the difference.
test.each(MODULES)('the tables of $name are those of its dumped schema', async (module) => {
  await expect(await schemaOf(module)).toMatchFileSnapshot(`schema/${module.name}.sql`);
});
