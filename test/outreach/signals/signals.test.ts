import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isoTime } from '../../../src/base/clock.ts';
import { AppError } from '../../../src/base/errors.ts';
import { type Database, openDatabase } from '../../../src/database/index.ts';
import { newId } from '../../../src/outreach/process-id.ts';
import { appendSignal, type Signal } from '../../../src/outreach/signal-table.ts';
import { drainSignals, MAX_SIGNALS, type PublishSignals } from '../../../src/outreach/signals/drain-signals.ts';
import { replaySignals } from '../../../src/outreach/signals/replay-signals.ts';
import { runHubEgress } from '../../../src/outreach/signals/run-hub-egress.ts';
import { freshFolder, handoff, handoffJson } from '../../support/handoff.ts';
import { openHub, type TestHub, WEDNESDAY } from '../support/hub.ts';
import { codeThrownBy } from '../support/sending.ts';

const HOUR_MS = 3_600_000;
const KILLED_DRAIN = fileURLToPath(new URL('../support/killed-drain.ts', import.meta.url));
const EXPORTS = 'handoff-data/bucket/exports/engagement-signals';

let hub: TestHub;
let folder: string;

beforeEach(async () => {
  folder = freshFolder();
  hub = await openHub({ folder });
});

afterEach(async () => {
  await hub.close();
});

async function happen(count: number, outreachId = 'acme'): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId(hub.clock.now()));
  await hub.database.transaction(async (tx) => {
    for (const id of ids) await appendSignal(tx, hub.deps, signalOf(id, outreachId));
  });
  return ids;
}

function signalOf(eventId: string, outreachId: string): Signal {
  return {
    event_id: eventId,
    event_type: 'engagement.reply',
    outreach_id: outreachId,
    sid: `sid-${outreachId}`,
    campaign_id: 'campaign-1',
    sequence_id: 'sequence-1',
    send_id: 'send-1',
    contact_id: 'contact-1',
    occurred_at: isoTime(hub.clock.now()),
    actor_class: 'human',
    confidence: 1,
    correlation_id: `corr-${outreachId}`,
    process_id: 'outreach-execution-engage-20260603-0a0b0c0d',
  };
}

interface Taken {
  readonly batchId: string;
  readonly text: string;
}

/** Somebody who takes all batches, and says so when one comes again. */
function taker(): { readonly publish: PublishSignals; readonly taken: Taken[] } {
  const taken: Taken[] = [];
  const publish: PublishSignals = async (batchId, createdAt, records) => {
    const batch = { batchId, text: JSON.stringify({ createdAt, records }) };
    const known = taken.find((one) => one.batchId === batchId);
    taken.push(batch);
    if (known !== undefined) expect(batch.text).toBe(known.text);
    return known === undefined ? 'published' : 'exists';
  };
  return { publish, taken };
}

function idsIn(taken: readonly Taken[]): string[] {
  return taken.flatMap(({ text }) =>
    (JSON.parse(text) as { records: Signal[] }).records.map((signal) => signal.event_id),
  );
}

describe('batches', () => {
  test('all that waits goes in the order in which it happened, and once', async () => {
    const { publish, taken } = taker();
    const first = await happen(2);
    const second = await happen(1, 'other');
    const report = await drainSignals(hub.deps, publish);
    expect(report).toEqual({
      batches: [{ batch_id: 'eng_2026_06_03_001', signals: 3, status: 'published' }],
      waiting: 0,
      is_late: false,
      dry_run: false,
    });
    expect(idsIn(taken)).toEqual([...first, ...second]);
    expect((await drainSignals(hub.deps, publish)).batches).toEqual([]);
  });

  test('batches of a day have numbers without a gap, and the next day begins anew', async () => {
    const { publish } = taker();
    const ids: string[] = [];
    for (const hours of [0, 1, 24]) {
      hub.clock.set(WEDNESDAY + hours * HOUR_MS);
      await happen(1);
      ids.push(...(await drainSignals(hub.deps, publish)).batches.map((batch) => batch.batch_id));
    }
    expect(ids).toEqual(['eng_2026_06_03_001', 'eng_2026_06_03_002', 'eng_2026_06_04_001']);
  });

  test('more than one batch holds go in several, in order', async () => {
    const { publish, taken } = taker();
    const ids = await happen(MAX_SIGNALS + 1);
    const { batches } = await drainSignals(hub.deps, publish);
    expect(batches.map(({ signals }) => signals)).toEqual([MAX_SIGNALS, 1]);
    expect(idsIn(taken)).toEqual(ids);
  });

  test('a batch that could not be handed over goes again, the same, before any other', async () => {
    const { publish, taken } = taker();
    await happen(2);
    const broken: PublishSignals = async (...batch) => {
      await publish(...batch);
      throw new AppError('unavailable', 'hear the answer');
    };
    expect(await codeThrownBy(drainSignals(hub.deps, broken))).toBe('unavailable');
    await happen(1);
    hub.clock.advance(24 * HOUR_MS);
    const { batches } = await drainSignals(hub.deps, publish);
    expect(batches).toEqual([
      { batch_id: 'eng_2026_06_03_001', signals: 2, status: 'exists' },
      { batch_id: 'eng_2026_06_04_001', signals: 1, status: 'published' },
    ]);
    expect(taken.map(({ batchId }) => batchId)).toEqual([
      'eng_2026_06_03_001',
      'eng_2026_06_03_001',
      'eng_2026_06_04_001',
    ]);
  });

  test('of two who drain at once nobody brings a batch before the one ahead of it', async () => {
    const { publish, taken } = taker();
    const other = await hub.another();
    const [stuck, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await happen(1);
    let slow: Promise<unknown> | undefined;
    // Just before the first transaction of the one, the other has put a batch together and waits for its publishing.
    const transaction: Database['transaction'] = async (fn) => {
      if (slow === undefined) {
        slow = drainSignals(other.deps, async (...batch) => {
          stuck.resolve();
          await go.promise;
          return publish(...batch);
        });
        await stuck.promise;
        await happen(1);
      }
      return hub.database.transaction(fn);
    };
    const { database: real } = hub;
    const database: Database = {
      traits: real.traits,
      location: real.location,
      query: (...asked) => real.query(...asked),
      run: (...asked) => real.run(...asked),
      transaction,
      script: (...asked) => real.script(...asked),
      durabilityProblems: () => real.durabilityProblems(),
      close: () => real.close(),
    };
    const { batches } = await drainSignals({ ...hub.deps, database }, publish);
    go.resolve();
    await slow;
    await other.close();
    expect(batches.map((batch) => batch.batch_id)).toEqual(['eng_2026_06_03_001', 'eng_2026_06_03_002']);
    expect(taken.map(({ batchId }) => batchId)).toEqual([
      'eng_2026_06_03_001',
      'eng_2026_06_03_002',
      'eng_2026_06_03_001',
    ]);
  });

  test('a dry run says what would go and changes nothing', async () => {
    const { publish, taken } = taker();
    await happen(2);
    const report = await drainSignals(hub.deps, publish, { dryRun: true });
    expect(report.batches).toEqual([{ batch_id: 'eng_2026_06_03_001', signals: 2, status: 'planned' }]);
    expect(taken).toEqual([]);
    expect(await hub.database.query('select batch_id from cl_outbox where batch_id is not null')).toEqual([]);
  });

  test('a batch of the past can be handed over once more, and one that never was cannot', async () => {
    const { publish, taken } = taker();
    await happen(1);
    await drainSignals(hub.deps, publish);
    const again = await replaySignals(hub.deps, publish, 'eng_2026_06_03_001');
    expect(again).toEqual({ batch_id: 'eng_2026_06_03_001', signals: 1, status: 'exists' });
    expect(taken).toHaveLength(2);
    for (const id of ['eng_2026_06_03_002', 'nonsense', '']) {
      expect(await codeThrownBy(replaySignals(hub.deps, publish, id))).toBe('not_found');
    }
  });

  test('signals that wait too long are told once, and the trouble ends when they are handed over', async () => {
    const { publish } = taker();
    const away: PublishSignals = () => Promise.reject(new AppError('unavailable', 'reach the store'));
    await happen(1);
    expect(await runHubEgress(hub.deps, away)).toBeUndefined();
    expect(await errors()).toEqual([]);
    hub.clock.advance(HOUR_MS + 1);
    await runHubEgress(hub.deps, away);
    await runHubEgress(hub.deps, away);
    expect(await errors()).toMatchObject([{ code: 'OUT-004', outreach_id: 'acme', occurrences: 2, resolved_at: null }]);
    expect(await runHubEgress(hub.deps, publish)).toMatchObject({ waiting: 0, is_late: false });
    expect(await errors()).toMatchObject([{ resolved_at: isoTime(hub.clock.now()) }]);
  });
});

async function errors(): Promise<object[]> {
  return hub.database.query('select code, outreach_id, occurrences, resolved_at from outreach_errors');
}

describe('all the way to CL', () => {
  test.each(['put-together', 'published'])(
    'a worker that dies at "%s" loses nothing and tells nothing twice',
    async (point) => {
      const ids = await happen(3);
      const died = spawnSync(process.execPath, [KILLED_DRAIN, point], { cwd: folder, encoding: 'utf8' });
      expect(died.signal, died.stderr).toBe('SIGKILL');
      await happen(1, 'other');

      const batches = drained();
      expect(batches.map(({ signals }) => signals)).toEqual([3, 1]);
      expect(batches[0]?.status).toBe(point === 'published' ? 'exists' : 'published');
      expect(readdirSync(join(folder, EXPORTS)).filter((name) => name.endsWith('.json'))).toHaveLength(2);
      expect((await toldToCl()).filter((id) => ids.includes(id))).toEqual(ids.toSorted());
    },
  );

  test('what was handed over is told again without being counted again', async () => {
    await happen(2);
    const [batch] = drained();
    expect(await toldToCl()).toHaveLength(2);
    const replayed = handoff(folder, ['outreach', 'signals', 'replay', batch?.batch_id ?? '', '--json']);
    expect(JSON.parse(replayed.stdout)).toMatchObject({ status: 'published', signals: 2 });
    expect(readFileSync(join(folder, EXPORTS, `${batch?.batch_id}.json`), 'utf8')).toContain('engagement.reply');
    expect(await toldToCl()).toHaveLength(2);
    const listed = handoffJson<{ batches: object[]; waiting: number }>(folder, ['outreach', 'signals', 'ls']);
    expect(listed).toMatchObject({ waiting: 0, batches: [{ batch_id: batch?.batch_id, signals: 2 }] });
  });
});

function drained(): { batch_id: string; signals: number; status: string }[] {
  return handoffJson<{ batches: { batch_id: string; signals: number; status: string }[] }>(folder, [
    'outreach',
    'signals',
    'drain',
  ]).batches;
}

/** What a second system, playing CL, has in its own database. */
async function toldToCl(): Promise<string[]> {
  const polled = handoff(folder, ['poll', '--once', '--system', 'cl']);
  expect(polled.status, polled.stderr).toBe(0);
  const database = await openDatabase(`sqlite:${join(folder, 'handoff-data', 'cl.db')}`);
  try {
    const rows = await database.query<{ event_id: string }>('select event_id from engagement_signal order by event_id');
    return rows.map(({ event_id: id }) => id);
  } finally {
    await database.close();
  }
}
