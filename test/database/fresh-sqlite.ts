import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of the test's own; it stays when the test fails. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'handoff-database-'));
}

export async function freshUrl(): Promise<string> {
  return `sqlite:${join(freshFolder(), 'test.db')}`;
}
