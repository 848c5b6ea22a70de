/**
 * Kills and disturbs real processes at random, round after round, and judges what is left: see `USAGE`.
 * Its last line is the result; it exits with 0 only if nothing was lost, done twice, orphaned or wrongly blamed.
 */
import { parseOptions, type TortureOptions } from './options.ts';
import { diceOf } from './dice.ts';
import type { Judgement } from './judge.ts';
import { makePlace } from './place.ts';
import { playRound } from './round.ts';
import { type Bucket, openBucket } from './servers.ts';

const FIGURES = ['lost', 'twice', 'orphans', 'wronglyBlamed', 'unsound'] as const;

interface Totals extends Record<(typeof FIGURES)[number], number> {
  rounds: number;
  kills: number;
  faults: number;
  files: number;
}

async function main(argv: readonly string[]): Promise<number> {
  const options = parseOptions(argv, Date.now() % 1_000_000_000);
  console.log(`seed ${options.seed}: ${options.rounds} rounds of ${options.files} files, ${options.stores.join(', ')}`);
  const totals: Totals = {
    rounds: 0, kills: 0, faults: 0, files: 0, lost: 0, twice: 0, orphans: 0, wronglyBlamed: 0, unsound: 0,
  }; // prettier-ignore
  const bucket = options.stores.includes('s3') ? await openBucket(process.env) : undefined;
  try {
    await playAll(options, bucket, totals);
  } finally {
    await bucket?.close();
  }
  console.log(resultLine(totals));
  return FIGURES.every((figure) => totals[figure] === 0) ? 0 : 1;
}

async function playAll(options: TortureOptions, bucket: Bucket | undefined, totals: Totals): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < options.rounds) {
      next += 1;
      const store = options.stores[next % options.stores.length];
      await play(options, next, store === 's3' ? bucket : undefined, totals);
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, work));
}

async function play(options: TortureOptions, round: number, bucket: Bucket | undefined, totals: Totals): Promise<void> {
  const seed = options.seed + round;
  const dice = diceOf(seed);
  const lent = await bucket?.lend(round, dice);
  const place = await makePlace(round, lent);
  const report = await playRound(place, dice, options.files, () => lent?.calm());
  totals.rounds += 1;
  totals.faults += lent?.faults() ?? 0;
  await lent?.close();
  totals.kills += report.kills;
  totals.files += report.files;
  for (const figure of FIGURES) totals[figure] += report[figure].length;
  const wrongs = sentences(report);
  if (wrongs.length === 0) await place.remove();
  else console.log([`round ${round} (seed ${seed}) left ${place.folder}:`, ...wrongs].join('\n  '));
  if (process.stdout.isTTY || round % 10 === 0) console.log(`${round} of ${options.rounds}: ${resultLine(totals)}`);
}

function sentences(judgement: Judgement): string[] {
  return FIGURES.flatMap((figure) => judgement[figure].map((sentence) => `${figure}: ${sentence}`));
}

function resultLine(totals: Totals): string {
  const { rounds, kills, faults, files, lost, twice, orphans, wronglyBlamed } = totals;
  const counts = `rounds ${rounds} kills ${kills} faults ${faults} files ${files}`;
  return `${counts} lost ${lost} twice ${twice} orphans ${orphans} wrongly-blamed ${wronglyBlamed}`;
}

process.exitCode = await main(process.argv.slice(2));
