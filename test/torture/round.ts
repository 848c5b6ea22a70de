import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { leadText } from '../../fixtures/generate-leads.ts';
import { leversEnvironment } from '../support/levers/levers.ts';
import { type Books, openBooks } from './books.ts';
import { judge, type Judgement } from './judge.ts';
import { CONSUMER, type Delivery, lastDelivery, planDeliveries } from './deliveries.ts';
import type { Dice } from './dice.ts';
import { exists, put, type TorturePlace } from './place.ts';
import { type Ended, runHandoff } from './processes.ts';

/** Of the files of a round, so many come through the exporter, five records each. */
const EXPORTED_SHARE = 0.15;
const EXPORTED_RECORDS = 5;
/** Whatever the storm left waiting is due after so many runs, each hours later than the one before. */
const CALM_RUNS = 8;
const HOUR_MS = 3_600_000;
/** After a day, what killed writers left under temporary names goes too. */
const SWEEP_MS = 26 * HOUR_MS;

export interface RoundReport extends Judgement {
  readonly kills: number;
  readonly files: number;
}

/** One round as it goes on. */
interface Round {
  readonly place: TorturePlace;
  readonly dice: Dice;
  /** Not put yet. */
  pending: Delivery[];
  readonly delivered: Delivery[];
  readonly books: Books;
  /** What a process takes here and now to begin and do nothing. */
  readonly startMs: number;
  kills: number;
}

/** Delivers, kills at random, calms down, judges. `calm` ends the failures of the network. Throws on what no storm explains. */
export async function playRound(
  place: TorturePlace,
  dice: Dice,
  files: number,
  calm: () => void,
): Promise<RoundReport> {
  const exported = Math.max(1, Math.round(files * EXPORTED_SHARE));
  const pending = planDeliveries(dice, files - exported);
  const books = openBooks(place.folder);
  const startMs = await measureStart(place);
  const round: Round = { place, dice, pending, delivered: [], books, startMs, kills: 0 };
  const input = [...leadText('ndjson', exported * EXPORTED_RECORDS, dice.between(1, 1_000_000))].join('');
  await writeFile(join(place.folder, 'leads.ndjson'), input);
  await storm(round);
  calm();
  await settle(round);
  const judgement = await judge(place, round.delivered, leadIdsOf(input));
  round.books.close();
  return { ...judgement, kills: round.kills, files: exported + round.delivered.length };
}

async function storm(round: Round): Promise<void> {
  const { dice } = round;
  const attempts = dice.between(2, 5);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    await deliver(round, attempt === 0 ? 0.6 : 0.3);
    const polls = [run(round, lifeMs(round), 'poll', '--once', '--worker', 'one')];
    if (dice.chance(0.4)) polls.push(run(round, lifeMs(round), 'poll', '--once', '--worker', 'two'));
    await Promise.all([run(round, lifeMs(round), ...exportCommand()), ...polls]);
  }
}

async function measureStart({ folder, env }: TorturePlace): Promise<number> {
  const from = performance.now();
  await runHandoff({ folder, env, args: ['status', '--system', CONSUMER] });
  return performance.now() - from;
}

/** From a process that has hardly begun to one that may well reach its end. */
function lifeMs({ dice, startMs }: Round): number {
  return Math.round(startMs * (0.7 + (4 * dice.whole(1_000)) / 1_000));
}

/** The network is well again; runs follow each other, each later than any wait of the one before. */
async function settle(round: Round): Promise<void> {
  await expectEnd(round, [0], await run(round, undefined, ...exportCommand()));
  for (let later = 1; later <= CALM_RUNS; later += 1) {
    await deliver(round, 1);
    await poll(round, later * 2 * HOUR_MS);
    if (round.pending.length === 0 && !round.books.hasUnfinished()) break;
  }
  round.pending.push(lastDelivery(round.dice));
  await deliver(round, 1);
  await poll(round, SWEEP_MS);
  if (round.pending.length === 0 && !round.books.hasUnfinished()) return;
  throw new Error(`${round.place.folder}: not settled after ${CALM_RUNS} runs in peace`);
}

async function poll(round: Round, clockShiftMs: number): Promise<void> {
  const levers = leversEnvironment({ clockShiftMs });
  const ended = await runHandoff({
    folder: round.place.folder,
    env: { ...round.place.env, ...levers },
    args: ['poll', '--once', '--no-breaker', '--json'],
  });
  await expectEnd(round, [0, 1], ended);
}

function exportCommand(): string[] {
  return ['export', 'leads.ndjson', '--batch-size', String(EXPORTED_RECORDS), '--target', CONSUMER];
}

async function run(round: Round, killAfterMs: number | undefined, ...args: string[]): Promise<Ended> {
  const { folder, env } = round.place;
  const ended = await runHandoff({ folder, env, args, ...(killAfterMs !== undefined && { killAfterMs }) });
  if (ended.killed) round.kills += 1;
  // 75 and 78 are what a network that resets and refuses may lead to; a bug is never explained by it.
  else await expectEnd(round, [0, 1, 75, 78], ended);
  return ended;
}

async function expectEnd(round: Round, codes: readonly number[], ended: Ended): Promise<void> {
  if (ended.code !== null && codes.includes(ended.code)) return;
  throw new Error(`a command in ${round.place.folder} ended with ${ended.code}: ${ended.stderr}${ended.stdout}`);
}

/** Puts a share of what is pending; a second copy only once the first was taken and its key is free. */
async function deliver(round: Round, share: number): Promise<void> {
  const later: Delivery[] = [];
  for (const delivery of round.pending) {
    const isPut = round.dice.chance(share) && (await mayCome(round, delivery)) && (await put(round.place, delivery));
    (isPut ? round.delivered : later).push(delivery);
  }
  round.pending = later;
}

async function mayCome({ books, place }: Round, { after, key }: Delivery): Promise<boolean> {
  if (after === undefined) return true;
  return books.hasTaken(after.batchId, after.sha256) && !(await exists(place, key));
}

function leadIdsOf(text: string): string[] {
  return [...text.matchAll(/"lead_id":"([^"]+)"/g)].map(([, id]) => id ?? '');
}
