import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../house/copy-of-the-tree.ts';
import { playTranscript, readTranscript, withoutVolatile } from '../support/transcript.ts';

const page = readFileSync(join(ROOT, 'docs/outreach.md'), 'utf8');
let catcher: ChildProcess;
/** The page's own ports, and those that are free here. */
const ports = new Map<string, string>();

beforeAll(async () => {
  catcher = spawn(process.execPath, [join(ROOT, 'test/support/mail-catcher.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = (await once(catcher.stdout ?? catcher, 'data')) as [Buffer];
  ports.set(':1025', `:${printed.toString().trim()}`);
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const address = free.address();
  ports.set(':8080', `:${typeof address === 'object' && address !== null ? address.port : 0}`);
  free.close();
  await once(free, 'close');
});
afterAll(() => catcher.kill());

function withFreePorts(command: string): string {
  return [...ports].reduce(
    (text, [theirs, ours]) => text.replaceAll(`127.0.0.1${theirs}`, `127.0.0.1${ours}`),
    command,
  );
}

/** Ids are new in each run, and so are the days of a week. */
function comparable(lines: readonly string[]): string[] {
  const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;
  return withoutVolatile(lines.filter((line) => line !== '')).map((line) => line.replaceAll(uuid, '<id>'));
}

test('every command of the page on the hub prints what the page shows', () => {
  const exchanges = readTranscript(page);
  expect(exchanges.length).toBeGreaterThan(20);
  const commands = exchanges.map((exchange) => ({ ...exchange, command: withFreePorts(exchange.command) }));
  const outputs = playTranscript(commands, mkdtempSync(join(tmpdir(), 'handoff-outreach-page-')));
  for (const [index, { command, shown }] of exchanges.entries()) {
    expect({ command, printed: comparable(outputs[index] ?? []) }).toEqual({ command, printed: comparable(shown) });
  }
});
