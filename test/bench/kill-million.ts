/**
 * A poll is killed in the middle of a file of a million records, so is the next one, and one that is left alone finishes.
 * Nothing may be missing, nothing there twice. Twice and not more often: a third time would be blamed on the file.
 *
 *   npm run bench:kill-million -- [--records 1000000] [--kills 20,60,95] [--store directory|gateway|both]
 *
 * The first kill of a round comes when so many per cent of the file's bytes were read, the second one when so many were
 * not, both moved by chance. Prints a line for each; exits 1 when anything differs from what was put into the inbox.
 */
import { createWriteStream, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { envelopeText } from '../../fixtures/generate-leads.ts';
import { CONSUMER, hashesOf, type InboxPlace, type MakePlace, PRODUCER, withPlaces } from './inbox-place.ts';

const BATCH_ID = 'sxp_2026_01_11_001';
const CHANCE_PERCENT = 4;
const LOOK_MS = 5;

interface Source {
  readonly folder: string;
  readonly records: number;
  readonly sha256: string;
  readonly sizeBytes: number;
}

async function writeSource(records: number): Promise<Source> {
  const folder = mkdtempSync(join(tmpdir(), 'handoff-bench-source-'));
  const path = join(folder, `${BATCH_ID}.json`);
  const text = envelopeText({ batchId: BATCH_ID, source: PRODUCER, target: CONSUMER }, records);
  await pipeline(Readable.from(text), createWriteStream(path));
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(path, longAgo, longAgo);
  return { folder, records, ...(await hashesOf(path)) };
}

/** Kills a poll when it has read that share of the file since it claimed it. Says how much it had read. */
async function killedPoll(place: InboxPlace, wantedBytes: number): Promise<number> {
  const tokenBefore = claimToken(place);
  const poll = place.start('poll', '--once', '--json');
  let isOver = false;
  void poll.ended.then(() => (isOver = true));
  // The claim of the one that was killed before still stands, until this one takes it over.
  while (!isOver && claimToken(place) <= tokenBefore) await sleep(LOOK_MS);
  const before = bytesReadBy(poll.pid);
  while (!isOver && bytesReadBy(poll.pid) - before < wantedBytes) await sleep(LOOK_MS);
  const read = bytesReadBy(poll.pid) - before;
  poll.kill();
  const { signal, stdout } = await poll.ended;
  if (signal !== 'SIGKILL') throw new Error(`the poll ended before it was killed: ${stdout}`);
  return read;
}

/** Of the claim on the file; 0 while there is none. */
function claimToken(place: InboxPlace): number {
  try {
    const working = "select claim_token from file where state = 'working'";
    return place.query<{ claim_token: number }>(working)[0]?.claim_token ?? 0;
  } catch {
    return 0; // its database or its tables are not there yet
  }
}

function bytesReadBy(pid: number): number {
  try {
    return Number(/^rchar: (\d+)/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1]);
  } catch {
    return 0; // it has just ended
  }
}

/** What is not as it must be after a kill: nothing of the batch may be seen. */
function halfDone(place: InboxPlace): string[] {
  const [found] = place.query<{ leads: number; batches: number; state: string }>(
    'select (select count(*) from lead_card) as leads, (select count(*) from batch) as batches, (select state from file) as state',
  );
  return found?.leads === 0 && found.batches === 0 && found.state === 'working' ? [] : [JSON.stringify(found)];
}

/** What is not as it must be at the end. */
async function differences(place: InboxPlace, source: Source, kills: number): Promise<string[]> {
  const [found] = place.query<object>(
    `select count(*) as leads, count(distinct lead_id) as differentLeads, min(position) as first, max(position) as last,
            (select count(*) from batch) as batches, (select state from file) as state,
            (select count(*) from audit_log where event = 'handoff.abandoned') as abandoned,
            (select count(*) from audit_log where event = 'handoff.ingested') as ingested from lead_card`,
  );
  const { records } = source;
  const wanted = { leads: records, differentLeads: records, first: 0, last: records - 1, batches: 1, state: 'done', abandoned: kills, ingested: 1 }; // prettier-ignore
  const verify = place.start('audit', 'verify', '--system', CONSUMER, '--json');
  const audit = JSON.parse((await verify.ended).stdout) as { integrity: string; completeness: string };
  const archived = (await place.archived()).map(({ sha256 }) => sha256);
  return [
    ...(JSON.stringify(found) === JSON.stringify(wanted) ? [] : [`rows ${JSON.stringify(found)}`]),
    ...(archived.join() === source.sha256 ? [] : [`archive ${archived.join()}`]),
    ...((await place.objects()).inbox === 0 ? [] : ['the inbox is not empty']),
    ...(audit.integrity === 'ok' && audit.completeness === 'ok'
      ? []
      : [`audit ${audit.integrity} ${audit.completeness}`]),
  ];
}

/** A bucket's file is read twice: from the network into the spool, and from there. */
const READINGS: Readonly<Record<string, number>> = { directory: 1, gateway: 2 };

async function round(kind: string, make: MakePlace, source: Source, percent: number): Promise<boolean> {
  const place = await make(source.folder);
  const wrong: string[] = [];
  const kills = [percent, 100 - percent];
  for (const wanted of kills) {
    const at = wanted + (Math.random() * 2 - 1) * CHANCE_PERCENT;
    const allBytes = source.sizeBytes * (READINGS[kind] ?? 1);
    const read = await killedPoll(place, (allBytes * at) / 100);
    const seen = halfDone(place);
    wrong.push(...seen);
    const share = ((100 * read) / allBytes).toFixed(1);
    console.log(`${kind} ${percent}: killed after ${share} % of its reading; ${seen[0] ?? 'nothing of it is seen'}`);
  }
  const startedMs = Date.now();
  const { code, stdout } = await place.start('poll', '--once', '--json').ended;
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  if (code !== 0) wrong.push(`the last poll ended with ${code}: ${stdout}`);
  wrong.push(...(await differences(place, source, kills.length)));
  const result = wrong.length === 0 ? `${source.records} rows once` : wrong.join('; ');
  console.log(`${kind} ${percent}: finished in ${seconds} s; ${result}`);
  if (wrong.length === 0) await place.remove();
  else console.log(`${kind} ${percent}: its files are in ${place.folder}`);
  return wrong.length === 0;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      records: { type: 'string', default: '1000000' },
      kills: { type: 'string', default: '20,60,95' },
      store: { type: 'string', default: 'both' },
    },
  });
  const percents = values.kills.split(',').map(Number);
  const source = await writeSource(Number(values.records));
  try {
    for (const kind of values.store === 'both' ? ['directory', 'gateway'] : [values.store]) {
      await withPlaces(kind, async (make) => {
        for (const percent of percents) if (!(await round(kind, make, source, percent))) process.exitCode = 1;
      });
    }
  } finally {
    rmSync(source.folder, { recursive: true });
  }
}

await main();
