import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditFacts, auditModule, openAuditLog } from '../../src/audit/index.ts';
import { type Database, migrate, openDatabase } from '../../src/database/index.ts';

/** A second later with each look. */
export function tickingClock(): { now(): number } {
  let ms = Date.UTC(2026, 0, 11, 18, 22);
  return { now: () => (ms += 1_000) };
}

export function freshLogUrl(): string {
  return `sqlite:${join(mkdtempSync(join(tmpdir(), 'handoff-audit-')), 'audit.db')}`;
}

export interface OpenLog extends AsyncDisposable {
  readonly database: Database;
  append(...facts: readonly AuditFacts[]): Promise<void>;
}

export async function openLog(url = freshLogUrl()): Promise<OpenLog> {
  const clock = tickingClock();
  const database = await openDatabase(url);
  await migrate(database, [auditModule], tickingClock());
  const log = openAuditLog('nextier-execution', clock);
  return {
    database,
    append: (...facts) => database.transaction((tx) => log.append(tx, ...facts)),
    [Symbol.asyncDispose]: () => database.close(),
  };
}

/** An attempt and its end, as one file leaves them. */
export function handoff(number: number): AuditFacts[] {
  const common = {
    contract: 'lead-card-batch',
    batch_id: `sxp_2026_01_11_${String(number).padStart(3, '0')}`,
    correlation_id: `correlation-${number}`,
    attempt: 1,
  };
  return [
    { ...common, event: 'handoff.attempted', outcome: 'pending', detail: { key: `exports/${number}.json` } },
    { ...common, event: 'handoff.ingested', outcome: 'success', records: 50 },
  ];
}
