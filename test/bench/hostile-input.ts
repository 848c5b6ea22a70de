/**
 * What the hostile files cost, beside ordinary files of their size in the same run:
 *
 *   npm run bench:hostile                 600 MB of one string, a million records, and so on; about ten minutes
 *   npm run bench:hostile -- --share 0.1  a tenth of it
 *   npm run bench:hostile -- --only depth words in the names of the cases to run
 *
 * Each is one file in a directory store of its own, polled by the real program in a process of its own, and removed.
 * Exit 1 when a case got another verdict than it must, left its bytes nowhere, or cost more than the bounds below.
 */
import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { FULL, HOSTILE_CASES, type HostileCase, ordinary, type Scale } from './hostile/cases.ts';
import { type Polled, pollFile } from './hostile/poll-process.ts';

/** Peak memory against an ordinary file of at least the size. */
const MAX_MEMORY_RATIO = 1.25;
/** CPU seconds for each MB, beyond those that a poll of one lead takes, against an ordinary file of about the size. */
const MAX_CPU_RATIO = 2;
/** A poll of one lead is most of what a small file costs, and never twice the same. */
const START_RATIO = 2;
/** Sizes of the ordinary files, in bytes. */
const ORDINARY_BYTES = [4e6, 12e6, 25e6, 60e6, 120e6, 250e6, 350e6, 600e6];
/** The largest file and what the program makes of it lie on the disk at once. */
const ROOM_FACTOR = 4;

interface Peers {
  readonly smallest: Polled;
  readonly ordinary: readonly Polled[];
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { share: { type: 'string', default: '1' }, only: { type: 'string', default: '' } },
  });
  const scale = scaledBy(Number(values.share));
  requireRoom(scale.hugeBytes * ROOM_FACTOR);
  printHead();
  const peers = await measurePeers(scale);
  let isSound = true;
  for (const one of HOSTILE_CASES.filter(({ what }) => what.includes(values.only))) {
    const polled = await pollFile(one.pieces(scale), one.zeroBytes);
    const faults = faultsOf(one, polled, peers);
    printRow(one.what, polled, faults);
    isSound &&= faults.length === 0;
  }
  return isSound ? 0 : 1;
}

function scaledBy(share: number): Scale {
  return {
    hugeBytes: FULL.hugeBytes * share,
    largeBytes: FULL.largeBytes * share,
    records: Math.round(FULL.records * share),
  };
}

function requireRoom(bytes: number): void {
  const { bavail, bsize } = statfsSync(tmpdir());
  if (bavail * bsize < bytes) throw new Error(`${tmpdir()} has no ${bytes / 1e9} GB free`);
}

async function measurePeers({ hugeBytes }: Scale): Promise<Peers> {
  await pollFile(ordinary(1)); // the first start compiles
  const smallest = await pollFile(ordinary(1));
  printRow('one lead', smallest, []);
  const found: Polled[] = [];
  for (const bytes of ORDINARY_BYTES.filter((size) => size <= hugeBytes * 1.1)) {
    const polled = await pollFile(ordinary(bytes));
    printRow('ordinary leads', polled, []);
    found.push(polled);
  }
  return { smallest, ordinary: found };
}

/** What is wrong with how the case ended; empty when it kept all bounds. */
function faultsOf(
  { expected, allowed = {} }: HostileCase,
  polled: Polled,
  { smallest, ordinary: others }: Peers,
): string[] {
  const larger = others.filter(({ bytes }) => bytes >= polled.bytes * 0.9);
  const [peer = others.at(-1) ?? smallest] = larger;
  const perByte = Math.max(0, peer.cpuSeconds - smallest.cpuSeconds) / peer.bytes;
  const maxCpu = START_RATIO * smallest.cpuSeconds + (allowed.cpu ?? MAX_CPU_RATIO) * perByte * polled.bytes;
  const maxPeak =
    (allowed.memory ?? MAX_MEMORY_RATIO) * Math.max(peer.peakBytes, ...larger.map(({ peakBytes }) => peakBytes));
  return [
    ...(polled.outcome === expected ? [] : [`must be ${expected}`]),
    ...(polled.rows === (expected === 'ingested' ? polled.records : 0) ? [] : [`left ${polled.rows} rows`]),
    ...(polled.kept === 'nowhere' ? ['its bytes are gone'] : []),
    ...(polled.cpuSeconds <= maxCpu ? [] : [`over ${maxCpu.toFixed(1)} CPU seconds`]),
    ...(polled.peakBytes <= maxPeak ? [] : [`over ${(maxPeak / 1e6).toFixed(0)} MB`]),
  ];
}

function printHead(): void {
  console.log(cells('case', 'MB', 'verdict', 'kept in', 'seconds', 'CPU s', 'MB/CPU s', 'peak MB', ''));
}

function printRow(what: string, polled: Polled, faults: readonly string[]): void {
  const { bytes, outcome, kept, seconds, cpuSeconds, peakBytes } = polled;
  const size = (bytes / 1e6).toFixed(bytes < 10e6 ? 2 : 0);
  const speed = (bytes / 1e6 / cpuSeconds).toFixed(0);
  const peak = (peakBytes / 1e6).toFixed(0);
  console.log(
    cells(what, size, outcome, kept, seconds.toFixed(1), cpuSeconds.toFixed(1), speed, peak, faults.join(', ')),
  );
}

const WIDTHS = [48, 6, 18, 11, 8, 6, 9, 8, 0];

function cells(...texts: readonly string[]): string {
  return texts
    .map((text, column) => text.padEnd(WIDTHS[column] ?? 0))
    .join(' ')
    .trimEnd();
}

process.exitCode = await main();
