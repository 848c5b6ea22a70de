/**
 * Are four pollers on one inbox and one SQLite database as fast as one? Whole runs, from the first start of a process to
 * the last end, one and several pollers by turns, so that a busy machine is busy for both.
 *
 *   npm run bench:pollers -- [--files 2000] [--records 50] [--pollers 4] [--rounds 5] [--store directory|gateway]
 *
 * Exits 1 when the several take more than TOLERANCE of the one, or when any row is missing or there twice.
 */
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { envelopeText } from '../../fixtures/generate-leads.ts';
import { CONSUMER, type InboxPlace, type MakePlace, median, PRODUCER, withPlaces } from './inbox-place.ts';

/**
 * Several starts of Node cost processor time that one start does not, and two rounds of the same differ by a twentieth
 * on a quiet machine. What this has to notice is pollers that hold each other up, which costs far more.
 */
const TOLERANCE = 1.1;
/** Linux counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

interface Size {
  readonly files: number;
  readonly records: number;
  readonly pollers: number;
  readonly rounds: number;
}

interface Run {
  readonly seconds: number;
  /** Processor time of all its processes together. */
  readonly cpuSeconds: number;
  /** Files that each of them took. */
  readonly shares: readonly number[];
}

/** One past file after another, each with leads of its own. */
function writeFiles(source: string, { files, records }: Size): void {
  const longAgo = new Date(Date.now() - 60_000);
  for (let n = 1; n <= files; n++) {
    const batchId = `sxp_2026_01_11_${String(n).padStart(4, '0')}`;
    const path = join(source, `${batchId}.json`);
    writeFileSync(path, [...envelopeText({ batchId, source: PRODUCER, target: CONSUMER }, records, n)].join(''));
    utimesSync(path, longAgo, longAgo);
  }
}

async function run(make: MakePlace, source: string, size: Size, pollers: number): Promise<Run> {
  const place = await make(source);
  const cpuBefore = childrenCpuSeconds();
  const startedMs = Date.now();
  const started = Array.from({ length: pollers }, (_, n) =>
    place.start('poll', '--once', '--json', '--worker', `worker-${n + 1}`),
  );
  const ended = await Promise.all(started.map((poller) => poller.ended));
  const seconds = (Date.now() - startedMs) / 1000;
  const cpuSeconds = childrenCpuSeconds() - cpuBefore;
  const bad = ended.find(({ code }) => code !== 0);
  if (bad !== undefined) throw new Error(`a poller ended with ${bad.code ?? bad.signal}: ${bad.stdout}`);
  const shares = ended.map(({ stdout }) => (JSON.parse(stdout) as { ingested: number }).ingested);
  await check(place, size, shares);
  await place.remove();
  return { seconds, cpuSeconds, shares };
}

/** Of children that have ended: fields 16 and 17 of the kernel's line, the name in parentheses being the second. */
function childrenCpuSeconds(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}

async function check(place: InboxPlace, { files, records }: Size, shares: readonly number[]): Promise<void> {
  const [found] = place.query<Record<string, number>>(
    `select (select count(*) from batch) as batches, (select count(*) from lead_card) as leads,
            (select count(distinct lead_id) from lead_card) as differentLeads,
            (select count(*) from file where state = 'done') as done, (select count(*) from file) as files`,
  );
  const counts = {
    ...found,
    taken: shares.reduce((sum, share) => sum + share, 0),
    ...(await place.objects()),
  };
  const all = files * records;
  const wanted = { batches: files, leads: all, differentLeads: all, done: files, files, taken: files, inbox: 0, archive: files }; // prettier-ignore
  if (JSON.stringify(counts) === JSON.stringify(wanted)) return;
  throw new Error(`not each row once: ${JSON.stringify(counts)} in ${place.folder}`);
}

function report(name: string, runs: readonly Run[]): number {
  const seconds = median(runs.map((one) => one.seconds));
  const all = runs.map((one) => one.seconds.toFixed(2)).join(' ');
  const cpu = median(runs.map((one) => one.cpuSeconds)).toFixed(2);
  console.log(`${name.padEnd(10)} median ${seconds.toFixed(2)} s   processor ${cpu} s   rounds ${all}`);
  return seconds;
}

async function compare(make: MakePlace, source: string, size: Size): Promise<boolean> {
  writeFiles(source, size);
  const one: Run[] = [];
  const several: Run[] = [];
  for (let round = 1; round <= size.rounds; round++) {
    // By turns, and each of them first every other time.
    const order = round % 2 === 1 ? [one, several] : [several, one];
    for (const runs of order) runs.push(await run(make, source, size, runs === one ? 1 : size.pollers));
    const shares = several.at(-1)?.shares.join(' ');
    console.log(`round ${round}: one ${one.at(-1)?.seconds} s, several ${several.at(-1)?.seconds} s (files ${shares})`);
  }
  const ratio = report(`${size.pollers} pollers`, several) / report('one poller', one);
  const isFine = ratio <= TOLERANCE;
  console.log(
    `ratio ${ratio.toFixed(3)}, at most ${TOLERANCE}: ${isFine ? 'fine' : 'TOO SLOW'}; each row once in all rounds`,
  );
  return isFine;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: '2000' },
      records: { type: 'string', default: '50' },
      pollers: { type: 'string', default: '4' },
      rounds: { type: 'string', default: '5' },
      store: { type: 'string', default: 'directory' },
    },
  });
  const size = {
    files: Number(values.files),
    records: Number(values.records),
    pollers: Number(values.pollers),
    rounds: Number(values.rounds),
  };
  const source = mkdtempSync(join(tmpdir(), 'handoff-bench-source-'));
  try {
    await withPlaces(values.store, async (make) => {
      if (!(await compare(make, source, size))) process.exitCode = 1;
    });
  } finally {
    rmSync(source, { recursive: true });
  }
}

await main();
