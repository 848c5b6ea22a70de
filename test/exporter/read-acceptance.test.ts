import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type Acceptance,
  acceptanceFolder,
  acceptanceKey,
  encodeAcceptance,
} from '../../src/contract/acceptance/acceptance.ts';
import { makeSigningKey, type SigningKey, type TrustList } from '../../src/contract/index.ts';
import { readAcceptedRange } from '../../src/exporter/read-acceptance.ts';
import { openContext } from '../../src/exporter/resume-outbox.ts';
import { payloadOf } from '../../src/objectstore/index.ts';
import { trusting } from '../contract/statement/signed.ts';
import { openWorkspace, requestFor, type Workspace } from './support/workspace.ts';

const TARGET = 'nextier-execution';
const CONTRACT = 'lead-card-batch';
const FOLDER = acceptanceFolder(TARGET, CONTRACT);
const ACCEPTED_MS = Date.parse('2026-01-11T18:22:00.000Z');
const DAY_MS = 24 * 60 * 60 * 1_000;

let workspace: Workspace;
let key: SigningKey;
let trust: TrustList;
let warnings: string[];

beforeEach(async () => {
  workspace = await openWorkspace({ clock: { now: () => ACCEPTED_MS + DAY_MS } });
  key = await makeSigningKey(TARGET);
  trust = await trusting(key, { system: TARGET, purpose: ['acceptance'] });
  warnings = [];
});

afterEach(async () => {
  await workspace.database.close();
});

function acceptance(range: string, atMs = ACCEPTED_MS): Acceptance {
  return {
    contract: 'handoff-acceptance',
    schema_version: 'v1',
    target: TARGET,
    accepts: CONTRACT,
    range,
    revisions: ['1.0.0'],
    examples: 40,
    accepted_at: new Date(atMs).toISOString(),
  };
}

async function put(name: string, bytes: Uint8Array): Promise<void> {
  await workspace.store.putIfAbsent(`${FOLDER}${name}`, payloadOf(bytes), {}, workspace.deps.signal);
}

/** Signed, and under its own name unless another is given. */
async function accept(said: Acceptance, name = acceptanceKey(said, true).slice(FOLDER.length)): Promise<void> {
  await put(name, await encodeAcceptance(said, key));
}

async function junk(count: number, nameOf: (place: number) => string): Promise<void> {
  for (let place = 0; place < count; place += 1) await put(nameOf(place), Buffer.from('junk'));
}

function laterName(place: number): string {
  return acceptanceKey(acceptance('^1', ACCEPTED_MS + 1 + place), true).slice(FOLDER.length);
}

async function read(): Promise<string | undefined> {
  const log = { ...workspace.deps.log, warn: (_fields: object, message: string) => void warnings.push(message) };
  const settings = requestFor(workspace.folder);
  const ctx = { ...openContext({ ...workspace.deps, log }, settings.spoolFolder), settings, again: false };
  return readAcceptedRange(ctx, trust, { contract: CONTRACT, target: TARGET });
}

test('the latest acceptance that its target signed binds', async () => {
  await accept(acceptance('^1'));
  await accept(acceptance('^1.1.0', ACCEPTED_MS + 1));
  expect(await read()).toBe('^1.1.0');
});

test('junk under names that an acceptance could have hides none', async () => {
  await accept(acceptance('^1.1.0'));
  await junk(30, laterName);
  expect(await read()).toBe('^1.1.0');
});

test('names of another form and of the future are not even looked at, however many there are', async () => {
  await accept(acceptance('^1.1.0'));
  await junk(600, (place) => `zz-${place}.jws`);
  await junk(600, (place) => `99990101T000000${String(place).padStart(3, '0')}Z.jws`);
  expect(await read()).toBe('^1.1.0');
  expect(warnings).toEqual([]);
});

test('behind a thousand possible names nothing is looked at, and the log says so', async () => {
  await accept(acceptance('^1.1.0'));
  await junk(1_000, laterName);
  expect(await read()).toBeUndefined();
  expect(warnings.filter((message) => message.includes('than is looked at'))).toHaveLength(1);
});

test('what was read once binds behind any junk, and is all that is looked for among what is older', async () => {
  await accept(acceptance('^1.1.0'));
  expect(await read()).toBe('^1.1.0');
  await junk(1_000, laterName);
  expect(await read()).toBe('^1.1.0');
});

test('an old acceptance that somebody copies to a later name does not hide the one between', async () => {
  await accept(acceptance('^1'));
  await accept(acceptance('^1.1.0', ACCEPTED_MS + 1));
  await accept(acceptance('^1'), laterName(5));
  expect(await read()).toBe('^1.1.0');
});

test('one of the next day is believed where clocks differ, one from after that is not', async () => {
  await accept(acceptance('^1', ACCEPTED_MS + 2 * DAY_MS));
  expect(await read()).toBe('^1');
  await accept(acceptance('^1.1.0', ACCEPTED_MS + 2 * DAY_MS + 1));
  expect(await read()).toBe('^1');
});
