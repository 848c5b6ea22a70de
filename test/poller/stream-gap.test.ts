import { expect, test } from 'vitest';
import { readStatus } from '../../src/poller/index.ts';
import { batch, believing, makeStatementWorld, newSigning, trusting } from './statement-world.ts';
import { envelope, lead, ROUTES } from './world.ts';

test('a batch that never came is told of once, at the end of the run', async () => {
  const world = await makeStatementWorld();
  const signing = await newSigning();
  const trust = believing(signing);
  for (const number of [1, 2, 4]) await world.deliver(number, signing);
  expect(await world.pollTrusting(trust)).toMatchObject({ ingested: 3, alerts: 1 });
  expect(await world.details('stream.gap')).toEqual([{ first: 3, last: 3, missing: 1 }]);
  expect(await world.pollTrusting(trust)).toMatchObject({ alerts: 0 });
  const status = await readStatus(world.database, world.store, ROUTES, Date.now(), world.deps.signal);
  expect(status.stream_gaps).toMatchObject([{ source: 'social-xpress-engine', first: 3, last: 3 }]);
});

test('when it comes late, the gap is closed, and the audit log says so', async () => {
  const world = await makeStatementWorld();
  const signing = await newSigning();
  const trust = believing(signing);
  for (const number of [1, 5]) await world.deliver(number, signing);
  expect(await world.pollTrusting(trust)).toMatchObject({ alerts: 1 });
  await world.deliver(3, signing);
  expect(await world.pollTrusting(trust)).toMatchObject({ alerts: 0 });
  expect(await world.details('stream.closed')).toEqual([{ stream_seq: 3, how: 'it came' }]);
  const left = await world.database.query('select first, last from stream_gap order by first');
  expect(left).toEqual([
    { first: 2, last: 2 },
    { first: 4, last: 4 },
  ]);
  for (const number of [2, 4]) await world.deliver(number, signing);
  expect(await world.pollTrusting(trust)).toMatchObject({ alerts: 0 });
  expect(await world.count('select count(*) from stream_gap')).toBe(0);
  await world.auditEvents();
});

test('within a run batches may come in any order', async () => {
  const world = await makeStatementWorld();
  const signing = await newSigning();
  // The inbox is read by name, and the names are in the other order than the numbers.
  for (const [place, number] of [4, 2, 3, 1].entries()) await world.deliver(place + 1, signing, { stream_seq: number });
  expect(await world.pollTrusting(believing(signing))).toMatchObject({ ingested: 4, alerts: 0 });
  expect(await world.count('select count(*) from stream_gap')).toBe(0);
});

test('a number that a later statement names void is not missed', async () => {
  const world = await makeStatementWorld();
  const signing = await newSigning();
  const trust = believing(signing);
  await world.deliver(1, signing);
  await world.deliver(4, signing, { void: [2, 3] });
  expect(await world.pollTrusting(trust)).toMatchObject({ ingested: 2, alerts: 0 });
  await world.deliver(6, signing);
  expect(await world.pollTrusting(trust)).toMatchObject({ alerts: 1 });
  await world.deliver(7, signing, { void: [5] });
  expect(await world.pollTrusting(trust)).toMatchObject({ alerts: 0 });
  expect(await world.details('stream.closed')).toEqual([{ stream_seq: 5, how: 'it was named void' }]);
});

test('the first batches of a stream are missed as well', async () => {
  const world = await makeStatementWorld();
  const signing = await newSigning();
  await world.deliver(3, signing);
  expect(await world.pollTrusting(believing(signing))).toMatchObject({ alerts: 1 });
  expect(await world.details('stream.gap')).toEqual([{ first: 1, last: 2, missing: 2 }]);
});

test('where batches came before anybody verified them, the stream begins with the first that is verified', async () => {
  const world = await makeStatementWorld();
  const signing = await newSigning();
  for (const number of [1, 2]) await world.deliver(number, signing);
  await world.pollTrusting(undefined);
  await world.deliver(3, signing);
  expect(await world.pollTrusting(believing(signing))).toMatchObject({ ingested: 1, alerts: 0 });
  await world.deliver(5, signing);
  expect(await world.pollTrusting(believing(signing))).toMatchObject({ ingested: 1, alerts: 1 });
});

test('a batch that came and was refused did come; a forged one did not', async () => {
  const world = await makeStatementWorld();
  const signing = await newSigning();
  const bad = batch(1, { records: [lead(1, { confidence_score: 7 })] });
  await world.put(bad.name, bad.body, { sha256: bad.payload.sha256, statement: await signing.sign(bad.payload) });
  await world.deliver(2, await newSigning());
  await world.deliver(3, signing);
  expect(await world.pollTrusting(believing(signing))).toMatchObject({ ingested: 1, quarantined: 2, alerts: 1 });
  expect(await world.details('stream.gap')).toEqual([{ first: 2, last: 2, missing: 1 }]);
});

test('status tells what never came from what may be in quarantine: files that nothing proves the number of', async () => {
  const world = await makeStatementWorld();
  const [signing, stranger] = [await newSigning(), await newSigning()];
  const gaps = async () =>
    (await readStatus(world.database, world.store, ROUTES, Date.now(), world.deps.signal)).stream_gaps;
  await world.deliver(1, signing);
  await world.deliver(3, signing);
  const bad = batch(4, { records: [lead(1, { confidence_score: 7 })] });
  await world.put(bad.name, bad.body, { sha256: bad.payload.sha256, statement: await signing.sign(bad.payload) });
  expect(await world.pollTrusting(believing(signing))).toMatchObject({ ingested: 2, quarantined: 1 });
  // Number 4 is in quarantine too, and its statement is proven: it cannot be number 2.
  expect(await gaps()).toMatchObject([{ first: 2, last: 2, quarantined: 0 }]);
  await world.deliver(2, stranger);
  const other = batch(5, { source: 'geo-os' });
  await world.put(other.name, other.body, {
    sha256: other.payload.sha256,
    statement: await stranger.sign(other.payload),
  });
  expect(await world.pollTrusting(believing(signing))).toMatchObject({ quarantined: 2 });
  expect(await gaps()).toMatchObject([{ first: 2, last: 2, quarantined: 1 }]);
  await world.put('sxp_2026_01_11_006.json', '');
  await world.pollTrusting(believing(signing));
  // Nobody knows whose an empty file is.
  expect(await gaps()).toMatchObject([{ first: 2, last: 2, quarantined: 2 }]);
});

test('nothing is told of a contract whose files still wait to be read', async () => {
  const world = await makeStatementWorld();
  const signing = await newSigning();
  for (const number of [2, 1]) await world.deliver(number, signing, { stream_seq: 3 - number });
  const held = JSON.stringify(envelope({ id: 'sxp_2026_01_11_009' }));
  await world.put('sxp_2026_01_11_009.json', held);
  const limited = { ...world.deps, trust: believing(signing) };
  const { runPoll } = await import('../../src/poller/index.ts');
  const { thisProcess } = await import('../../src/base/process-identity.ts');
  const request = { routes: ROUTES, worker: 'default', identity: thisProcess(), limit: 1, breaker: false };
  expect(await runPoll(limited, request)).toMatchObject({ ingested: 1, alerts: 0 });
  expect(await world.count('select count(*) from stream_gap')).toBe(1);
  expect(await runPoll(limited, { ...request, limit: 10 })).toMatchObject({ ingested: 2, alerts: 0 });
  expect(await world.count('select count(*) from stream_gap')).toBe(0);
});

test('streams of different sources are counted apart', async () => {
  const world = await makeStatementWorld();
  const [one, other] = [await newSigning(), await newSigning('geo-os')];
  const trust = trusting([
    { ...one.key.publicJwk, system: 'social-xpress-engine', purpose: ['statement'] },
    { ...other.key.publicJwk, system: 'geo-os', purpose: ['statement'] },
  ]);
  await world.deliver(1, one);
  const { body, payload, name } = batch(2, { source: 'geo-os' });
  const statement = await other.sign({ ...payload, source: 'geo-os', stream_seq: 1 });
  await world.put(name, body, { sha256: payload.sha256, statement });
  expect(await world.pollTrusting(trust)).toMatchObject({ ingested: 2, alerts: 0 });
  expect(await world.count('select count(*) from stream where highest = 1')).toBe(2);
});
