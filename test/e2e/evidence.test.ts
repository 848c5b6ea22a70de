/** Two systems with keys: what each keeps of the other, and what neither can take back. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LEADS } from '../support/handoff.ts';
import { CONSUMER, makePlace, type Place, PRODUCER } from './place.ts';

const INPUT = join(LEADS, 'leads.csv');
const TRUST = 'trust.jwks.json';
const KEYS = { [PRODUCER]: 'producer.json', [CONSUMER]: 'consumer.json' };

async function placeWithKeys(): Promise<Place> {
  const place = makePlace();
  for (const [system, file] of Object.entries(KEYS))
    await place.json(0, 'keys', 'new', '--system', system, '--out', file, '--trust', TRUST);
  return place;
}

async function runAs(place: Place, system: keyof typeof KEYS, exitCode: number, ...args: string[]) {
  const env = { HANDOFF_SIGNING_KEY: KEYS[system], HANDOFF_TRUST: TRUST };
  const { code, stdout, stderr } = await place.runWith(env, ...args, '--system', system, '--json');
  expect(code, `${args.join(' ')}\n${stderr}${stdout}`).toBe(exitCode);
  return JSON.parse(stdout) as Record<string, unknown>;
}

const exportAgain = async (place: Place) => runAs(place, PRODUCER, 0, 'export', INPUT, '--again');
const poll = async (place: Place) => runAs(place, CONSUMER, 0, 'poll', '--once');
const verify = async (place: Place, system: keyof typeof KEYS, exitCode = 0) =>
  runAs(place, system, exitCode, 'audit', 'verify');
const anchors = (place: Place, system: string): string[] => {
  const folder = join(place.folder, 'handoff-data/bucket/audit-checkpoints', system);
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.note')) : [];
};

test('every run that hands over signs how the log ends, and the consumer keeps what the producer said of its log', async () => {
  const place = await placeWithKeys();
  for (let round = 1; round <= 2; round += 1) {
    await exportAgain(place);
    await poll(place);
    expect(anchors(place, PRODUCER)).toHaveLength(round);
    expect(anchors(place, CONSUMER)).toHaveLength(round);
  }
  // The first statement was signed before there was a checkpoint to tell of.
  expect(place.query('select system, size from audit_peer_checkpoint')).toEqual([{ system: PRODUCER, size: 2 }]);
  for (const system of [PRODUCER, CONSUMER] as const) {
    expect(await verify(place, system)).toMatchObject({
      integrity: 'ok',
      completeness: 'ok',
      evidence: 'ok',
      signatures: 'checked',
      checkpoints: 2,
      unanchored_tail: 0,
    });
  }
});

test('a poll that finds nothing signs nothing', async () => {
  const place = await placeWithKeys();
  await poll(place);
  await poll(place);
  expect(anchors(place, CONSUMER)).toEqual([]);
});

test('a log that was put away and begun anew contradicts what lies in the store', async () => {
  const place = await placeWithKeys();
  await exportAgain(place);
  for (const end of ['', '-wal', '-shm'])
    rmSync(join(place.folder, `handoff-data/${PRODUCER}.db${end}`), { force: true });
  await exportAgain(place);
  expect(await verify(place, PRODUCER, 1)).toMatchObject({ integrity: 'broken' });
});

test('with trusted keys only an acceptance that its target signed is believed', async () => {
  const place = await placeWithKeys();
  await place.json(0, 'contract', 'accept', 'lead-card-batch', '--range', '^1', '--system', CONSUMER);
  writeFileSync(
    join(place.folder, 'require.json'),
    JSON.stringify({ acceptance: { require: true }, trust: { keys: TRUST } }),
  );
  const send = async (exitCode: number) =>
    runAs(place, PRODUCER, exitCode, 'export', INPUT, '--again', '--config', 'require.json');
  expect(await send(1)).toMatchObject({ batches: [{ status: 'refused', code: 'CONTRACT_NOT_ACCEPTED' }] });
  expect(await runAs(place, CONSUMER, 0, 'contract', 'accept', 'lead-card-batch', '--range', '^1')).toMatchObject({
    signed: true,
  });
  expect(await send(0)).toMatchObject({ batches: [{ status: 'published' }] });
});

test('a context travels with a statement, and one that nobody signed is refused where statements are required', async () => {
  const place = makePlace();
  const { EXAMPLES } = await import('../contract/execution-handoff-context/contexts.ts');
  const { copyFileSync } = await import('node:fs');
  copyFileSync(new URL('valid/content-gap.json', EXAMPLES), join(place.folder, 'context.json'));
  await place.json(0, 'keys', 'new', '--system', 'geo-os', '--out', 'geo.json', '--trust', TRUST);
  writeFileSync(join(place.folder, 'require.json'), JSON.stringify({ trust: { keys: TRUST, require: true } }));
  const pollContexts = async (exitCode: number) =>
    place.json(exitCode, 'poll', '--once', '--system', 'seo-os', '--config', 'require.json');
  const signed = await place.runWith(
    { HANDOFF_SIGNING_KEY: 'geo.json' },
    'export',
    'context.json',
    '--system',
    'geo-os',
  );
  expect(signed.code, signed.stderr).toBe(0);
  expect(await pollContexts(0)).toMatchObject({ ingested: 1, quarantined: 0 });
  const inbox = join(place.folder, 'handoff-data/bucket/exports/handoff-contexts');
  copyFileSync(new URL('valid/every-part.json', EXAMPLES), join(inbox, 'handoff-2024-01-15-def456.json'));
  expect(await pollContexts(1)).toMatchObject({ ingested: 0, quarantined: 1 });
  expect(place.query('select code from file where code is not null', 'seo-os')).toEqual([
    { code: 'STATEMENT_MISSING' },
  ]);
});

test('a rebuild asks for the proof that came with each batch, as a poll did', async () => {
  const place = await placeWithKeys();
  writeFileSync(join(place.folder, 'require.json'), JSON.stringify({ trust: { keys: TRUST, require: true } }));
  const asConsumer = async (exitCode: number, ...args: string[]) =>
    runAs(place, CONSUMER, exitCode, ...args, '--config', 'require.json');
  await exportAgain(place);
  await asConsumer(0, 'poll', '--once');
  // Somebody who may write into the archive puts in what nobody signed.
  await place.json(0, 'export', INPUT, '--again', '--store', 'file:./elsewhere');
  const { execFileSync } = await import('node:child_process');
  const archive = join(place.folder, 'handoff-data/bucket/archive', CONSUMER, 'lead-batches');
  const inbox = join(place.folder, 'elsewhere/exports/lead-batches');
  const [name = ''] = readdirSync(inbox);
  const bytes = join(inbox, name);
  const { createHash } = await import('node:crypto');
  const { readFileSync } = await import('node:fs');
  const digits = createHash('sha256').update(readFileSync(bytes)).digest('hex').slice(0, 16);
  const day = readdirSync(archive, { recursive: true, encoding: 'utf8' }).find((path) =>
    /^[0-9]{4}.[0-9]{2}.[0-9]{2}$/.test(path),
  );
  execFileSync('cp', [bytes, join(archive, day ?? '', `${name.replace('.json', '')}.${digits}.json`)]);
  for (const end of ['', '-wal', '-shm'])
    rmSync(join(place.folder, `handoff-data/${CONSUMER}.db${end}`), { force: true });
  expect(await asConsumer(1, 'rebuild-ledger')).toMatchObject({
    taken: 1,
    damaged: [{ code: 'STATEMENT_MISSING' }],
  });
  expect(place.count('select count(*) from batch', CONSUMER)).toBe(1);
});

test('a run that failed after it took something is vouched for by the next one, though that finds nothing', async () => {
  const place = await placeWithKeys();
  await exportAgain(place);
  const receipts = join(place.folder, 'handoff-data/bucket/receipts');
  writeFileSync(receipts, 'in the way');
  const env = { HANDOFF_SIGNING_KEY: KEYS[CONSUMER], HANDOFF_TRUST: TRUST };
  const failed = await place.runWith(env, 'poll', '--once', '--system', CONSUMER);
  expect(failed.code, failed.stderr).toBe(78);
  rmSync(receipts);
  await poll(place);
  expect(await verify(place, CONSUMER)).toMatchObject({ unanchored_tail: 0 });
});
