/**
 * Peak memory of the processes that export and poll, on what is hardest for it: many small files, and one very large one.
 *
 *   node scripts/measure-memory.ts [--records 1000000] [--store directory|gateway]
 *
 * The gateway is one of our own, or the server in HANDOFF_TEST_S3. Everything lies in a temporary folder and is removed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { leadText } from '../fixtures/generate-leads.ts';
import { startGateway, stopGateway } from './gateway/gateway.ts';

const PROGRAM = fileURLToPath(new URL('../bin/handoff.js', import.meta.url));
const SAMPLE_MS = 20;

export interface Measured {
  readonly command: string;
  readonly peakBytes: number;
  readonly seconds: number;
  /** What the command printed with --json. */
  readonly report: Readonly<Record<string, unknown>>;
}

/** Runs the command and reads the kernel's own high-water mark of its memory until it ends. */
export async function measure(folder: string, env: NodeJS.ProcessEnv, ...args: string[]): Promise<Measured> {
  const startedMs = Date.now();
  const child = spawn(process.execPath, [PROGRAM, ...args, '--json'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let stdout = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  const closed = once(child, 'close');
  let peakBytes = 0;
  while (child.exitCode === null && child.signalCode === null) {
    peakBytes = Math.max(peakBytes, highWaterMark(child.pid ?? 0));
    await sleep(SAMPLE_MS);
  }
  await closed;
  if (child.exitCode !== 0)
    throw new Error(`handoff ${args.join(' ')} ended with ${child.exitCode ?? child.signalCode}`);
  const seconds = (Date.now() - startedMs) / 1000;
  return { command: args[0] ?? '', peakBytes, seconds, report: JSON.parse(stdout) as Measured['report'] };
}

function highWaterMark(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0; // it has just ended
  }
}

/** Exports so many leads in batches of that size, and polls them. */
export async function measureRoad(
  folder: string,
  env: NodeJS.ProcessEnv,
  { records, batchSize }: { readonly records: number; readonly batchSize: number },
): Promise<{ exported: Measured; polled: Measured }> {
  const input = join(folder, `leads-${batchSize}.ndjson`);
  await pipeline(Readable.from(leadText('ndjson', records)), createWriteStream(input));
  const exported = await measure(folder, env, 'export', input, '--batch-size', String(batchSize));
  rmSync(input);
  const polled = await measure(folder, env, 'poll', '--once');
  return { exported, polled };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { records: { type: 'string', default: '1000000' }, store: { type: 'string', default: 'directory' } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'handoff-memory-'));
  const records = Number(values.records);
  try {
    await withStore(values.store, async (env) => {
      print('200 files of 50', await measureRoad(folder, env, { records: 10_000, batchSize: 50 }));
      print(`1 file of ${records}`, await measureRoad(folder, env, { records, batchSize: records }));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function withStore(kind: string, use: (env: NodeJS.ProcessEnv) => Promise<void>): Promise<void> {
  const env = { ...process.env };
  delete env['HANDOFF_STORE'];
  if (kind !== 'gateway') return use(env);
  const given = env['HANDOFF_TEST_S3'];
  const gateway = given === undefined ? await startGateway() : undefined;
  try {
    const keys =
      gateway === undefined ? {} : { AWS_ACCESS_KEY_ID: gateway.accessKey, AWS_SECRET_ACCESS_KEY: gateway.secretKey };
    const endpoint = encodeURIComponent(gateway?.endpoint ?? given ?? '');
    const store = {
      HANDOFF_STORE: `s3://handoff-memory-${Date.now()}?endpoint=${endpoint}`,
      AWS_EC2_METADATA_DISABLED: 'true',
    };
    const s3 = { ...env, ...keys, ...store };
    const folder = mkdtempSync(join(tmpdir(), 'handoff-memory-'));
    await measure(folder, s3, 'init', '--create-bucket');
    rmSync(folder, { recursive: true });
    await use(s3);
  } finally {
    if (gateway !== undefined) await stopGateway(gateway);
  }
}

function print(what: string, { exported, polled }: { exported: Measured; polled: Measured }): void {
  for (const { command, peakBytes, seconds, report } of [exported, polled]) {
    const counts =
      command === 'poll' ? `, ${String(report['ingested'])} ingested, ${String(report['records'])} records` : '';
    console.log(`${what}: ${command} ${(peakBytes / 1e6).toFixed(0)} MB, ${seconds.toFixed(1)} s${counts}`);
  }
}

if (import.meta.main) await main();
