/** `node writer.ts count|hang|migrate <url> <name> <times>`: the other process of the database tests. */
import { openDatabase, migrate, type Database } from '../../src/database/index.ts';
import { testModule } from './test-module.ts';

const [, , mode = '', url = '', name = '', times = '1'] = process.argv;

async function count(database: Database): Promise<void> {
  for (let done = 0; done < Number(times); done += 1) {
    await database.transaction(async (tx) => {
      const [greatest] = await tx.query<{ n: number | null }>('select max(n) as n from counter');
      await tx.run('insert into counter (writer, n) values ($1, $2)', [name, (greatest?.n ?? 0) + 1]);
    });
  }
}

/** Says that it has written, and then holds the transaction until it is killed. */
async function hang(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.run('insert into counter (writer, n) values ($1, $2)', [name, 1]);
    console.log('written');
    await new Promise((resolve) => setTimeout(resolve, 600_000));
  });
}

const database = await openDatabase(url);
if (mode === 'count') await count(database);
else if (mode === 'hang') await hang(database);
else await migrate(database, [testModule(Number(times))], { now: () => 0 });
await database.close();
