import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  openSync,
  ftruncateSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { BATCH_ID } from './cases.ts';
import type { Pieces } from './pieces.ts';

const PROGRAM = fileURLToPath(new URL('../../../bin/handoff.js', import.meta.url));
const SYSTEM = 'nextier-execution';
const SAMPLE_MS = 10;
/** What Linux shows to programs, whatever it counts in. */
const TICKS_PER_SECOND = 100;
/** A file that was changed just now may still be growing. */
const SETTLED_MS = 60_000;

export interface Polled {
  readonly bytes: number;
  /** The reason code, or `ingested`. */
  readonly outcome: string;
  readonly records: number;
  /** Rows in the consumer's database afterwards. */
  readonly rows: number;
  readonly seconds: number;
  /** Of all its threads: what else the machine does meanwhile hardly moves it. */
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  /** Where the bytes lie afterwards. */
  readonly kept: 'inbox' | 'archive' | 'quarantine' | 'nowhere';
}

/** Puts the bytes as one file into the inbox of a new directory store and polls it with the real program, once. */
export async function pollFile(pieces: Pieces, zeroBytes?: number): Promise<Polled> {
  const folder = mkdtempSync(join(tmpdir(), 'handoff-hostile-'));
  try {
    const path = join(folder, 'handoff-data', 'bucket', 'exports', 'lead-batches', `${BATCH_ID}.json`);
    mkdirSync(dirname(path), { recursive: true });
    if (zeroBytes === undefined) await pipeline(Readable.from(pieces), createWriteStream(path));
    else writeZeros(path, zeroBytes);
    const { size: bytes } = statSync(path);
    const settled = new Date(Date.now() - SETTLED_MS);
    utimesSync(path, settled, settled);
    const usage = await watchPoll(folder);
    const verdict = readVerdict(folder);
    if (verdict.outcome === 'none')
      throw new Error('the poll ended before it had judged the file: somebody stopped it');
    return { bytes, ...usage, ...verdict };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeZeros(path: string, bytes: number): void {
  const file = openSync(path, 'w');
  ftruncateSync(file, bytes);
  closeSync(file);
}

export interface Usage {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
}

/** The command from its start to its end, and what the kernel says that it took. */
export async function watchPoll(folder: string, env: Readonly<Record<string, string>> = {}): Promise<Usage> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'poll', '--once', '--no-breaker', '--json'], {
    cwd: folder,
    env: { ...plainEnvironment(), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  const closed = once(child, 'close');
  let usage = { cpuSeconds: 0, peakBytes: 0 };
  while (child.exitCode === null && child.signalCode === null) {
    usage = usageOf(child.pid ?? 0) ?? usage;
    await sleep(SAMPLE_MS);
  }
  const seconds = (performance.now() - startedMs) / 1000;
  await closed;
  if (child.exitCode !== 0 && child.exitCode !== 1) {
    throw new Error(`handoff poll ended with ${child.exitCode ?? child.signalCode}: ${stderr}`);
  }
  return { seconds, ...usage };
}

/** Without the settings of whoever runs this; every start but the first finds the program compiled. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !/^(?:HANDOFF|AWS)_/.test(name));
  return { ...Object.fromEntries(others), NODE_COMPILE_CACHE: join(tmpdir(), 'handoff-compile-cache') };
}

/** So far; undefined when it has ended. Both numbers only grow, so that the last look is the one that counts. */
function usageOf(pid: number): Omit<Usage, 'seconds'> | undefined {
  try {
    const peakKb = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    // Fields 14 and 15 of proc(5), counted from behind the name, which may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    if (peakKb === undefined) return undefined;
    return {
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
      peakBytes: Number(peakKb) * 1024,
    };
  } catch {
    return undefined;
  }
}

interface FileVerdict {
  readonly verdict: string | null;
  readonly code: string | null;
  readonly records: number | null;
  readonly destination: string | null;
}

function readVerdict(folder: string): Pick<Polled, 'outcome' | 'records' | 'rows' | 'kept'> {
  const database = new Sqlite(join(folder, 'handoff-data', `${SYSTEM}.db`), { readonly: true });
  try {
    const file = database.prepare<[], FileVerdict>('select verdict, code, records, destination from file').get();
    const rows = database.prepare<[], { n: number }>('select count(*) as n from lead_card').get()?.n ?? 0;
    const outcome = file?.verdict === 'ingested' ? 'ingested' : (file?.code ?? 'none');
    return { outcome, records: file?.records ?? 0, rows, kept: keptAt(folder, file?.destination ?? undefined) };
  } finally {
    database.close();
  }
}

function keptAt(folder: string, destination: string | undefined): Polled['kept'] {
  const bucket = join(folder, 'handoff-data', 'bucket');
  const isThere = (key: string): boolean => statSync(join(bucket, key), { throwIfNoEntry: false }) !== undefined;
  if (isThere(`exports/lead-batches/${BATCH_ID}.json`)) return 'inbox';
  if (destination === undefined || !isThere(destination)) return 'nowhere';
  return destination.startsWith('archive/') ? 'archive' : 'quarantine';
}
