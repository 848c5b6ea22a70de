/** When all is over: time passes, a healthy worker polls, the sleepers wake, and every promise is looked at once more. */
import { verifyAudit } from '../../../src/audit/index.ts';
import { thisProcess } from '../../../src/base/process-identity.ts';
import type { FileRow } from '../../../src/poller/file-table.ts';
import { runPoll } from '../../../src/poller/index.ts';
import { INBOX, ROUTES } from '../world.ts';
import { ALL_STEPS } from './commands.ts';
import { isGood, staysInInbox } from './deliveries.ts';
import type { Delivery } from './ground.ts';
import { holds, identityOfEtag, readTables } from './snapshot.ts';
import type { Stage } from './stage.ts';
import { isLeft } from './truth-rules.ts';
import { type Finding, firstOf, Violation } from './violation.ts';

/** Longer than any lease and any wait between retries. */
const LONG_MS = 2 * 60 * 60_000;
/** A file that is gone is missed twice, a hash that is wrong is read twice. */
const MAX_POLLS = 5;
const AT_REST = ['held', 'skipped'];

export async function healAndCheck(stage: Stage): Promise<void> {
  await heal(stage);
  if (stage.hasSleepers) {
    await stage.wakeAll(ALL_STEPS);
    await heal(stage);
  }
  const found = firstOf([
    ...[...stage.ground.deliveries].map(([identity, delivery]) => checkFate(stage, identity, delivery)),
    checkInbox(stage),
    await checkAudit(stage),
  ]);
  if (found !== undefined) throw new Violation(found, stage.story);
}

/** Polls until nothing is left to do. The healthy worker is not watched step by step: its deeds are. */
async function heal(stage: Stage): Promise<void> {
  const { ground } = stage;
  for (let poll = 1; !isQuiet(stage); poll += 1) {
    if (poll > MAX_POLLS) throw new Violation('the polls of a healthy worker do not come to an end', stage.story);
    ground.clock.advance(LONG_MS);
    stage.tell(`[a healthy worker polls]`);
    const request = { routes: ROUTES, worker: 'healthy', identity: thisProcess(), limit: 100, breaker: false };
    await runPoll(ground.deps, request);
    await stage.acceptAll();
  }
}

/** No row waits for anything, and no object in the inbox for a row. */
function isQuiet(stage: Stage): boolean {
  const rest = [...stage.tables.files.values()].filter((row) => isUnfinished(row.state) && !isBlocked(stage, row));
  return rest.length === 0 && checkInbox(stage) === undefined;
}

function isUnfinished(state: string): boolean {
  return !AT_REST.includes(state) && !['done', 'quarantined', 'superseded', 'vanished'].includes(state);
}

/** Something else lies where its copy has to go: somebody must look, and until then nothing is touched. */
function isBlocked({ ground }: Stage, row: FileRow): boolean {
  return isUnfinished(row.state) && ground.squatted.has(row.destination ?? '');
}

/** What became of one object. */
function checkFate(stage: Stage, identity: string, delivery: Delivery): Finding {
  const { id, kind, sha256, isTaken } = delivery;
  if (isTaken) return undefined;
  const rows = [...stage.tables.files.values()].filter((row) => identityOfEtag(row.etag) === identity);
  const isInQuarantine = holds(stage.objects, 'quarantine/', sha256);
  const name = `${id} (${kind}, ${rows.map(({ state }) => state).join(', ')})`;
  if (rows.some((row) => isBlocked(stage, row))) return isAtRest(stage, identity) ? undefined : `${name} is gone`;
  if (rows.some(isLeft) && isAtRest(stage, identity)) return undefined;
  if (rows.some((row) => row.code === 'CRASH_LOOP') && isInQuarantine) return undefined;
  if (staysInInbox(kind)) return isAtRest(stage, identity) ? undefined : `${name} does not lie in the inbox`;
  const taken = stage.tables.ledger.get(id);
  if (!isGood(kind)) return isInQuarantine ? undefined : `${name} is not in quarantine`;
  if (taken === undefined) return `${name} is not in the ledger`;
  if (taken.sha256 !== sha256) return isInQuarantine ? undefined : `${name} came second and is not in quarantine`;
  return holds(stage.objects, 'archive/', sha256) ? undefined : `${name} is not in the archive`;
}

function isAtRest(stage: Stage, identity: string): boolean {
  return [...stage.objects.values()].some((object) => object.key.startsWith(INBOX) && object.identity === identity);
}

/** The inbox holds what is held, skipped or marked, and nothing else. */
function checkInbox(stage: Stage): Finding {
  for (const object of stage.objects.values()) {
    if (!object.key.startsWith(INBOX)) continue;
    const rows = [...stage.tables.files.values()].filter((row) => identityOfEtag(row.etag) === object.identity);
    const isRight = rows.some((row) => AT_REST.includes(row.state) || row.marked === 1 || isBlocked(stage, row));
    if (!isRight) return `${object.key} is left in the inbox`;
  }
  return undefined;
}

interface Entry {
  readonly event: string;
  readonly run_id: string | null;
  readonly batch_id: string;
  readonly attempt: number;
  readonly correlation_id: string;
}

async function checkAudit(stage: Stage): Promise<Finding> {
  const { database } = stage.ground;
  const verdict = await verifyAudit(database);
  const entries = await database.query<Entry>(
    'select event, run_id, batch_id, attempt, correlation_id from audit_log order by seq',
  );
  const { files, ledger } = await readTables(database);
  const attempts = [...files.values()].reduce((sum, row) => sum + row.attempts, 0);
  const ingested = entries.filter(({ event }) => event === 'handoff.ingested').map((entry) => entry.batch_id);
  return firstOf([
    verdict.integrity === 'ok' && verdict.completeness === 'ok' ? undefined : JSON.stringify(verdict.findings),
    entries.filter(({ event }) => event === 'handoff.attempted').length === attempts
      ? undefined
      : 'an attempt is not told',
    ingested.length === ledger.size && new Set(ingested).size === ledger.size
      ? undefined
      : 'the log tells another ledger',
    checkClosers(entries),
  ]);
}

/** Who began an attempt ends it, unless it was taken over. */
function checkClosers(entries: readonly Entry[]): Finding {
  const owners = new Map<string, string | null>();
  for (const { event, run_id: runId, attempt, correlation_id: correlation } of entries) {
    const key = `${correlation} ${attempt}`;
    if (event === 'handoff.attempted') owners.set(key, runId);
    else if (event === 'handoff.abandoned') owners.delete(key);
    else if (event === 'handoff.verified' && owners.get(key) !== runId)
      return `${runId} told of an attempt that is not its own`;
  }
  return undefined;
}
