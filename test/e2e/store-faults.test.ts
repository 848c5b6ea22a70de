import { describe, expect, test, vi } from 'vitest';
import type { PollReport } from '../../src/poller/index.ts';
import type { Call, Fault } from '../support/fault-proxy.ts';
import {
  expectHandedOver,
  expectNobodyBlamed,
  type FaultyWorld,
  fillInbox,
  makeFaultyWorld,
  pollOutcome,
  pollUntilDone,
} from './store-faults-world.ts';

vi.setConfig({ testTimeout: 120_000 });

/** How a run ends. `done`: all files, `waiting`: some wait for a retry; otherwise the code that it ends with. */
type Ending = 'done' | 'waiting' | 'unavailable' | 'denied';

interface Case {
  readonly call: Call;
  readonly fault: Fault;
  /** With the fault at the first such call only, and at every one. */
  readonly once: Ending;
  readonly always: Ending;
}

const CALLS = ['list', 'head', 'get', 'put', 'delete'] as const;

/** At every call. What three attempts within a second overcome is no failure; without its listing a run cannot go on. */
const EVERYWHERE: readonly (readonly [name: string, fault: Fault, once: Ending, always: Ending])[] = [
  ['a reset', { kind: 'reset' }, 'done', 'waiting'],
  ['500', { kind: 'status', status: 500, code: 'InternalError' }, 'done', 'waiting'],
  ['503', { kind: 'status', status: 503, code: 'SlowDown' }, 'done', 'waiting'],
  ['503 with Retry-After: 1', { kind: 'status', status: 503, code: 'SlowDown', retryAfter: 1 }, 'done', 'waiting'],
  [
    '503 with Retry-After: 3600',
    { kind: 'status', status: 503, code: 'SlowDown', retryAfter: 3_600 },
    'done',
    'waiting',
  ],
  ['429', { kind: 'status', status: 429, code: 'TooManyRequests' }, 'done', 'waiting'],
  ['403', { kind: 'status', status: 403, code: 'AccessDenied' }, 'denied', 'denied'],
  ['an answer that takes its time', { kind: 'latency', ms: 300 }, 'done', 'done'],
];

/** Where there are bytes to be hurt, or an answer to be lost after something was done. */
const SOMEWHERE: readonly Case[] = [
  { call: 'list', fault: { kind: 'reset-body' }, once: 'done', always: 'unavailable' },
  { call: 'list', fault: { kind: 'stop-body' }, once: 'done', always: 'unavailable' },
  { call: 'get', fault: { kind: 'reset-body' }, once: 'waiting', always: 'waiting' },
  { call: 'get', fault: { kind: 'stop-body' }, once: 'waiting', always: 'waiting' },
  { call: 'get', fault: { kind: 'flip-down' }, once: 'done', always: 'waiting' },
  { call: 'put', fault: { kind: 'flip-up' }, once: 'done', always: 'waiting' },
  { call: 'put', fault: { kind: 'lose-answer' }, once: 'done', always: 'waiting' },
  { call: 'delete', fault: { kind: 'lose-answer' }, once: 'done', always: 'waiting' },
];

function endingOf(outcome: PollReport | string): string {
  if (typeof outcome === 'string') return outcome;
  return outcome.retried > 0 ? 'waiting' : 'done';
}

async function requestsOfCleanRun(faulty: FaultyWorld): Promise<PollReport['requests']> {
  const { requests, ...report } = await faulty.world.poll();
  expect(report).toMatchObject({ ingested: 5, archived: 5, quarantined: 1, retried: 0 });
  return requests;
}

let measured: Promise<PollReport['requests']> | undefined;

/** Calls by verb of a third run in a world where nothing ever went wrong. */
async function undisturbed(): Promise<PollReport['requests']> {
  measured ??= (async () => {
    const calm = await makeFaultyWorld();
    for (const day of [11, 12]) {
      await fillInbox(calm, day);
      await calm.world.poll();
    }
    await fillInbox(calm, 13);
    return requestsOfCleanRun(calm);
  })();
  return measured;
}

/** The fault once, then for a whole run, then no more; three inboxes, all of which must be handed over in the end. */
async function endure({ call, fault, once, always }: Case, usual: PollReport['requests']): Promise<void> {
  const faulty = await makeFaultyWorld();
  const { proxy } = faulty;

  const first = await fillInbox(faulty, 11);
  proxy.setRules([{ call, fault, times: 1 }]);
  expect(endingOf(await pollOutcome(faulty))).toBe(once);
  expect(proxy.stats({ reset: true }).faults).toEqual({ [fault.kind]: 1 });
  await expectNobodyBlamed(faulty, [first]);
  await pollUntilDone(faulty);

  const second = await fillInbox(faulty, 12);
  proxy.setRules([{ call, fault }]);
  expect(endingOf(await pollOutcome(faulty))).toBe(always);
  expect(proxy.stats({ reset: true }).faults[fault.kind]).toBeGreaterThan(0);
  await expectNobodyBlamed(faulty, [first, second]);
  await pollUntilDone(faulty);

  const third = await fillInbox(faulty, 13);
  expect(await requestsOfCleanRun(faulty)).toEqual(usual);
  await expectHandedOver(faulty, [first, second, third]);
}

/** Each in a world of its own; most of the time is spent waiting, so they do it together. */
async function endureAll(cases: readonly Case[]): Promise<void> {
  const usual = await undisturbed();
  await Promise.all(
    cases.map(async (each) => {
      try {
        await endure(each, usual);
      } catch (cause) {
        throw new Error(`${each.fault.kind} at ${each.call}`, { cause });
      }
    }),
  );
}

describe('once, for a whole run, and then no more: no file is blamed, all is handed over once, no call is left over', () => {
  test.each(EVERYWHERE)('%s at every call', async (_, fault, once, always) => {
    const lasting = (call: Call) => (call === 'list' && always === 'waiting' ? 'unavailable' : always);
    await endureAll(CALLS.map((call) => ({ call, fault, once, always: lasting(call) })));
  });

  test.each(['list', 'get', 'put', 'delete'] as const)(
    'bytes that are hurt and answers that are lost at %s',
    async (call) => {
      await endureAll(SOMEWHERE.filter((each) => each.call === call));
    },
  );
});
