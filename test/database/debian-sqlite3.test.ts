import { execFileSync } from 'node:child_process';
import { beforeAll, expect, test } from 'vitest';
import { ensureInstalled } from '../../scripts/gateway/install.ts';
import { auditModule, openAuditLog, verifyAudit } from '../../src/audit/index.ts';
import { claimStamp, migrate, openDatabase, stampModule } from '../../src/database/index.ts';
import { exporterModule } from '../../src/exporter/tables.ts';
import { pollerModule } from '../../src/poller/tables.ts';
import { freshUrl } from './fresh-sqlite.ts';
import { sqlite3 } from './sqlite3-program.ts';

const clock = { now: () => Date.UTC(2026, 0, 11, 18, 22) };

beforeAll(() => ensureInstalled({ what: 'sqlite3', programs: ['sqlite3'], packages: ['sqlite3'], otherwise: '' }));

/** A database with all tables and two entries; gives its file. */
async function filledDatabase(): Promise<string> {
  const url = await freshUrl();
  const database = await openDatabase(url);
  await migrate(database, [stampModule, auditModule, exporterModule, pollerModule], clock);
  await claimStamp(database, { system: 'nextier-execution', role: 'consumer' }, clock);
  const log = openAuditLog('nextier-execution', clock);
  await database.transaction((tx) =>
    log.append(
      tx,
      { event: 'run.started', outcome: 'success', run_id: 'run-1' },
      { event: 'handoff.verified', outcome: 'success', batch_id: 'sxp_2026_01_11_001', records: 50 },
    ),
  );
  await database.close();
  return url.slice('sqlite:'.length);
}

test('reads every table, view and generated column without a function of ours', async () => {
  const file = await filledDatabase();
  const tables = sqlite3(file, `select name from sqlite_master where type in ('table', 'view') order by name`);
  for (const table of tables.split('\n')) sqlite3(file, `select * from ${table}`);
  expect(sqlite3(file, 'select seq, ts, event, batch_id, records, system from audit_log order by seq')).toBe(
    '1|2026-01-11T18:22:00.000Z|run.started|||nextier-execution\n' +
      '2|2026-01-11T18:22:00.000Z|handoff.verified|sxp_2026_01_11_001|50|nextier-execution',
  );
  expect(sqlite3(file, 'pragma integrity_check')).toBe('ok');
});

test('writes what it may, through the checks and triggers', async () => {
  const file = await filledDatabase();
  sqlite3(file, `insert into batch_sequence (contract, prefix, day, next) values ('c', 'sxp', '2026-01-11', 7)`);
  expect(sqlite3(file, 'select next from batch_sequence')).toBe('7');
});

test.each([
  ['update audit_log set entry_hash = 0', 'append-only'],
  ['delete from audit_log', 'append-only'],
  [
    `insert or replace into audit_log (seq, entry, entry_hash) select seq, entry, 'x' from audit_log where seq = 2`,
    'follow',
  ],
])('is refused: %s', async (sql, message) => {
  const file = await filledDatabase();
  expect(() => sqlite3(file, sql)).toThrow(message);
});

test('a dump that is loaded into an empty file is the same log, and goes on', async () => {
  const file = await filledDatabase();
  const copy = `${file}.copy`;
  execFileSync('sqlite3', ['-batch', copy], { input: sqlite3(file, '.dump') });
  const database = await openDatabase(`sqlite:${copy}`);
  const log = openAuditLog('nextier-execution', clock);
  await database.transaction((tx) => log.append(tx, { event: 'run.finished', outcome: 'success', run_id: 'run-1' }));
  expect(await verifyAudit(database)).toMatchObject({ integrity: 'ok', rows: 3 });
  await database.close();
});
