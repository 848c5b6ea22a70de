import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LEADS } from '../support/handoff.ts';
import { serverEnv, storeUrl, uniqueBucketName } from '../support/gateway.ts';
import { CONSUMER, makePlace, type Place, PRODUCER } from './place.ts';

const INPUT = join(LEADS, 'leads.csv');
const REQUIRED = { trust: { keys: './trust.jwks.json', require: true } };

/** A key of the producer, which signs with it from now on. */
async function makeKey(place: Place, name: string, ...more: string[]): Promise<string> {
  const { kid } = await place.json<{ kid: string }>(0, 'keys', 'new', '--system', PRODUCER, '--out', name, ...more);
  return kid;
}

function exportSigned(place: Place, key: string, ...more: string[]) {
  return place.runWith({ HANDOFF_SIGNING_KEY: key }, 'export', INPUT, '--again', ...more);
}

/** The consumer's own configuration. */
async function poll(place: Place, exitCode: number) {
  writeFileSync(join(place.folder, 'consumer.config.json'), JSON.stringify(REQUIRED));
  return place.json(exitCode, 'poll', '--config', 'consumer.config.json');
}

async function travel(place: Place): Promise<void> {
  const kid = await makeKey(place, 'one.json', '--trust', 'trust.jwks.json');
  expect((await exportSigned(place, 'one.json')).code).toBe(0);
  expect(await poll(place, 0)).toMatchObject({ ingested: 1, quarantined: 0 });
  // Unsigned, and signed by nobody that is trusted.
  expect((await place.run('export', INPUT, '--again')).code).toBe(0);
  await makeKey(place, 'stranger.json');
  expect((await exportSigned(place, 'stranger.json')).code).toBe(0);
  expect(await poll(place, 1)).toMatchObject({ ingested: 0, quarantined: 2 });
  const codes = place.query<{ code: string }>(`select code from file where code is not null order by id`, CONSUMER);
  expect(codes.map(({ code }) => code)).toEqual(['STATEMENT_MISSING', 'KEY_UNTRUSTED']);
  expect(place.count('select count(*) from batch', CONSUMER)).toBe(1);
  expect(
    place.count(`select count(*) from audit_log where detail like '%${kid}%' and event = 'handoff.verified'`, CONSUMER),
  ).toBe(1);
  expect(await place.json(0, 'audit', 'verify', '--system', CONSUMER)).toMatchObject({ integrity: 'ok' });
}

test('signed batches are taken, unsigned and forged ones are refused, through a folder', async () => {
  await travel(makePlace());
});

test('signed batches are taken, unsigned and forged ones are refused, through a bucket', async () => {
  const url = storeUrl(uniqueBucketName());
  const place = makePlace({ ...serverEnv(), HANDOFF_STORE: url });
  await place.json(0, 'init', '--create-bucket');
  await travel(place);
});

test('a key is rotated without a batch that is refused: both are trusted, then the former one is retired', async () => {
  const place = makePlace();
  const former = await makeKey(place, 'one.json', '--trust', 'trust.jwks.json');
  await exportSigned(place, 'one.json');
  await makeKey(place, 'two.json', '--trust', 'trust.jwks.json');
  await exportSigned(place, 'two.json');
  expect(await poll(place, 0)).toMatchObject({ ingested: 2, alerts: 0 });
  await place.json(0, 'keys', 'retire', former, '--trust', 'trust.jwks.json');
  await exportSigned(place, 'one.json');
  expect(await poll(place, 1)).toMatchObject({ ingested: 0, quarantined: 1 });
  await exportSigned(place, 'two.json');
  // The refused one had the number before, and never came from anybody who is trusted.
  expect(await poll(place, 1)).toMatchObject({ ingested: 1, alerts: 1 });
});

test('a broken file of trusted keys ends the poll with exit 78, and every file stays as it is', async () => {
  const place = makePlace();
  await makeKey(place, 'one.json', '--trust', 'trust.jwks.json');
  await exportSigned(place, 'one.json');
  const good = readFileSync(join(place.folder, 'trust.jwks.json'), 'utf8');
  writeFileSync(join(place.folder, 'trust.jwks.json'), good.slice(1));
  writeFileSync(join(place.folder, 'consumer.config.json'), JSON.stringify(REQUIRED));
  expect((await place.run('poll', '--config', 'consumer.config.json')).code).toBe(78);
  writeFileSync(join(place.folder, 'trust.jwks.json'), good);
  expect(await poll(place, 0)).toMatchObject({ ingested: 1 });
});

test('a batch that is taken out of the inbox before it was read is missed', async () => {
  const place = makePlace();
  await makeKey(place, 'one.json', '--trust', 'trust.jwks.json');
  for (const _ of [1, 2, 3]) await exportSigned(place, 'one.json');
  const [, second] = place.query<{ key: string }>('select key from outbox order by id', PRODUCER);
  rmSync(join(place.folder, 'handoff-data/bucket', second?.key ?? ''));
  expect(await poll(place, 1)).toMatchObject({ ingested: 2, alerts: 1 });
  expect(await place.json(0, 'status', '--system', CONSUMER)).toMatchObject({
    stream_gaps: [{ source: PRODUCER, first: 2, last: 2 }],
  });
});
