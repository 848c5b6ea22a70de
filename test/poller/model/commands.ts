/** What can happen next, as commands that fast-check puts in any order and shrinks. */
import { fc } from '../../support/fast-check.ts';
import { storeTrip } from '../../../src/poller/breaker-table.ts';
import { LEASE_MS } from '../../../src/poller/context.ts';
import { insertFile } from '../../../src/poller/file-table.ts';
import { codeOf } from '../../../src/base/errors.ts';
import { type Id, IDS, type Kind, KINDS } from './deliveries.ts';
import type { Fault } from './gate.ts';
import { inboxKey, overwrite, putByProducer, squat, takeAway } from './ground.ts';
import { TASKS, type Task } from './simulated-process.ts';
import type { Stage } from './stage.ts';
import { Violation } from './violation.ts';

/** What the generator needs to know to leave out what makes no sense. */
export interface Model {
  isBusy(name: string): boolean;
  isThere(name: string): boolean;
  isStopped(name: string): boolean;
}

type Step = fc.AsyncCommand<Model, Stage>;

const WORKERS = ['a', 'b', 'c'] as const;
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
/** A young file settles; a first retry is due; half a lease; a lease is over; the longest wait; another day. */
const PAUSES_MS = [
  3 * SECOND_MS,
  40 * SECOND_MS,
  LEASE_MS / 2,
  LEASE_MS + 1,
  75 * MINUTE_MS,
  24 * 60 * MINUTE_MS,
] as const;
/** More steps than any task has. */
export const ALL_STEPS = 500;

function command(
  name: string,
  run: (stage: Stage) => Promise<void>,
  check: (model: Model) => boolean = () => true,
): Step {
  return {
    check,
    run: async (_model, stage) => {
      stage.tell(`[${name}]`);
      await run(stage);
    },
    toString: () => name,
  };
}

function put(id: Id, kind: Kind): Step {
  return command(`put ${id.slice(-3)} ${kind}`, async (stage) => {
    await putByProducer(stage.ground, id, kind);
    stage.acceptObjects();
  });
}

function strangerTakes(id: Id): Step {
  return command(`stranger takes ${id.slice(-3)}`, async (stage) => {
    // A file that is only seen and goes again costs every run two real seconds of waiting.
    if ([...stage.tables.files.values()].some((row) => row.key === inboxKey(id) && row.state === 'seen')) return;
    takeAway(stage.ground, id);
    stage.acceptObjects();
  });
}

function strangerWrites(id: Id, kind: Kind, isYoung: boolean): Step {
  return command(`stranger writes ${id.slice(-3)} ${kind}${isYoung ? ' (young)' : ''}`, async (stage) => {
    overwrite(stage.ground, id, kind, isYoung);
    stage.acceptObjects();
  });
}

function putSquatted(id: Id, kind: Kind): Step {
  return command(`put ${id.slice(-3)} ${kind}, its place taken by a stranger`, async (stage) => {
    // An archive beside an empty ledger is a lost database, which every run refuses.
    if (stage.tables.ledger.size > 0) squat(stage.ground, id, kind);
    await putByProducer(stage.ground, id, kind);
    stage.acceptObjects();
  });
}

function task(name: string, what: Task, limit: number, steps: number, choice: number): Step {
  return command(
    `${name} ${what} limit ${limit}, ${steps} steps`,
    async (stage) => {
      await stage.begin(name, what, limit);
      await stage.steps(name, steps, choice);
    },
    (model) => !model.isBusy(name) && !model.isStopped(name),
  );
}

/** What chance alone puts together too seldom: the leases of the others are over, and this one takes up what they hold. */
function inherit(name: string, what: Task, steps: number): Step {
  return command(
    `${name} inherits and does ${what} ${steps} steps`,
    async (stage) => {
      stage.ground.clock.advance(LEASE_MS + 1);
      await stage.begin(name, 'takeOver', 1);
      await stage.steps(name, ALL_STEPS, 0);
      await stage.begin(name, what, 1);
      await stage.steps(name, steps, 0);
    },
    (model) => !model.isBusy(name) && !model.isStopped(name),
  );
}

/** Three workers one after the other die with a file in their hands: the same one where there is no other. */
function threeDie(): Step {
  return command('three workers die', async (stage) => {
    for (const name of ['first', 'second', 'third']) {
      const { runId } = await stage.processOf(name);
      await stage.begin(name, 'takeOver', 1);
      await stage.steps(name, ALL_STEPS, 0);
      await stage.begin(name, 'hold', 1);
      while (stage.isBusy(name) && !isWorking(stage, runId)) await stage.steps(name, 1, 0);
      await stage.kill(name, true);
    }
  });
}

function isWorking(stage: Stage, runId: string): boolean {
  return [...stage.tables.files.values()].some((row) => row.state === 'working' && row.run_id === runId);
}

function goOn(name: string, steps: number, choice: number): Step {
  return command(
    `${name} goes on ${steps} steps${choice === 0 ? '' : ` by ${choice}`}`,
    async (stage) => stage.steps(name, steps, choice),
    (model) => model.isBusy(name),
  );
}

function fault(name: string, what: Fault): Step {
  return command(
    `${name} will meet ${what.code}${what.after ? ' too late' : ''}`,
    async (stage) => stage.fault(name, what),
    (model) => model.isBusy(name),
  );
}

function whenThere(name: string, verb: string, run: (stage: Stage) => Promise<void>): Step {
  return command(`${name} ${verb}`, run, (model) => model.isThere(name));
}

function end(name: string): Step {
  return command(
    `${name} ends`,
    async (stage) => stage.end(name),
    (model) => model.isThere(name) && !model.isBusy(name),
  );
}

function wait(ms: number): Step {
  return command(`${ms / SECOND_MS} s pass`, async (stage) => stage.ground.clock.advance(ms));
}

/** An earlier run found something systemic: the next one probes with a single file. */
function trip(): Step {
  return command('an earlier run tripped the breaker', async ({ ground }) => {
    await ground.database.transaction(async (tx) => storeTrip(tx, 'SCHEMA_INVALID', 'run-earlier', ground.clock.now()));
  });
}

/** The index refuses what the code would never try: a second live row of a key. */
function secondLiveRow(): Step {
  return command('a second live row is tried', async (stage) => {
    const live = [...stage.tables.files.values()].find((row) => row.state === 'working' || row.state === 'committed');
    if (live === undefined) return;
    const { ground } = stage;
    const object = { key: live.key, etag: 'another', sizeBytes: 1, modifiedMs: 0, unsettled: false };
    const facts = { contract: live.contract, state: 'ready', generation: 1, correlationId: 'none', nowMs: 0 } as const;
    const refusal = await ground.database
      .transaction(async (tx) => insertFile(tx, object, facts))
      .then(
        () => undefined,
        (thrown: unknown) => codeOf(thrown),
      );
    if (refusal !== 'refused') throw new Violation(`a second live row of ${live.key} was let in`, stage.story);
  });
}

const worker = fc.constantFrom(...WORKERS);
const id = fc.constantFrom(...IDS);
const kind = fc.oneof({ weight: 3, arbitrary: fc.constantFrom<Kind>('good', 'bad') }, fc.constantFrom(...KINDS));
const untold = fc.constantFrom(...KINDS.filter((each) => each !== 'torn'));
const steps = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }) }, fc.constant(ALL_STEPS));
const few = fc.integer({ min: 1, max: 3 });
const choice = fc.nat({ max: 2 });
const aTask = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<Task>('look', 'work', 'run') },
  fc.constantFrom(...TASKS),
);
const heirTask = fc.constantFrom<Task>('hold', 'suspects', 'finish');
const aFault = fc.record({
  code: fc.constantFrom('unavailable', 'denied'),
  after: fc.boolean(),
}) as fc.Arbitrary<Fault>;

const pause = fc.oneof(fc.constant(LEASE_MS + 1), fc.constantFrom(...PAUSES_MS));

const ANY: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(id, kind).map(([...args]) => put(...args)) },
  { weight: 1, arbitrary: id.map(strangerTakes) },
  { weight: 2, arbitrary: fc.tuple(id, untold, fc.boolean()).map(([...args]) => strangerWrites(...args)) },
  { weight: 2, arbitrary: fc.tuple(id, kind).map(([...args]) => putSquatted(...args)) },
  { weight: 10, arbitrary: fc.tuple(worker, aTask, few, steps, choice).map(([...args]) => task(...args)) },
  { weight: 6, arbitrary: fc.tuple(worker, heirTask, few).map(([...args]) => inherit(...args)) },
  { weight: 8, arbitrary: fc.tuple(worker, steps, choice).map(([...args]) => goOn(...args)) },
  { weight: 2, arbitrary: fc.tuple(worker, aFault).map(([...args]) => fault(...args)) },
  { weight: 2, arbitrary: fc.tuple(worker, fc.boolean()).map(([name, isKnown]) => kill(name, isKnown)) },
  { weight: 1, arbitrary: worker.map((name) => whenThere(name, 'stands still', async (stage) => stage.lose(name))) },
  {
    weight: 1,
    arbitrary: worker.map((name) => whenThere(name, 'is asked to stop', async (stage) => stage.stop(name))),
  },
  { weight: 1, arbitrary: worker.map((name) => whenThere(name, 'renews', async (stage) => stage.renew(name))) },
  { weight: 2, arbitrary: worker.map(end) },
  { weight: 5, arbitrary: pause.map(wait) },
  { weight: 1, arbitrary: fc.constant(undefined).map(secondLiveRow) },
  { weight: 1, arbitrary: fc.constant(undefined).map(threeDie) },
);

function kill(name: string, isKnown: boolean): Step {
  const how = isKnown ? 'is killed' : 'is killed on another machine';
  return whenThere(name, how, async (stage) => stage.kill(name, isKnown));
}

/** Now and then an earlier run has tripped the breaker, so that workers probe. */
export function interleavings(maxCommands: number): fc.Arbitrary<Iterable<Step>> {
  const any = fc.oneof({ weight: 40, arbitrary: ANY }, fc.constant(undefined).map(trip));
  return fc.commands([any], { maxCommands, size: 'max', disableReplayLog: true });
}
