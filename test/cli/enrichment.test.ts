import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { enrichment, lead, without } from '../contract/leads.ts';
import { type Answer, BIN, freshFolder, handoff, handoffJson, plainEnvironment } from '../support/handoff.ts';

const LEAD = String(lead()['lead_id']);
const OTHER = '0b8f6c1e-52a4-4c1d-9a67-3f1e2d4c5b6b';
const INBOX = 'handoff-data/bucket/exports/lead-batches';
const PRODUCER = 'social-xpress-engine';

interface Entry {
  readonly event: string;
  readonly outcome: string;
  readonly actor: string;
  readonly detail: Record<string, unknown>;
}

interface Card {
  readonly [field: string]: unknown;
}

/** A folder with the attachment of a lead in it. */
function place(): string {
  const folder = freshFolder();
  writeFileSync(join(folder, 'found.json'), JSON.stringify(enrichment()));
  return folder;
}

const run = (folder: string, ...args: string[]) => handoff(folder, ['enrichment', ...args]);
const request = (folder: string, leadId = LEAD) => run(folder, 'request', leadId, '--by', 'dana');
const complete = (folder: string, file = 'found.json') => run(folder, 'complete', LEAD, '--file', file);
const show = (folder: string, leadId = LEAD) => handoffJson(folder, ['enrichment', 'show', leadId]);

function entries(folder: string): Entry[] {
  const { stdout } = handoff(folder, ['audit', 'log', '--system', PRODUCER, '--json']);
  return stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Entry); // prettier-ignore
}

const moves = (folder: string) => entries(folder).filter(({ event }) => event === 'enrichment.moved');

function exportCards(folder: string, cards: readonly Card[], name = 'cards.ndjson') {
  writeFileSync(join(folder, name), cards.map((card) => `${JSON.stringify(card)}\n`).join(''));
  return handoffJson(folder, ['export', name]);
}

function published(folder: string): Card[] {
  const names = existsSync(join(folder, INBOX)) ? readdirSync(join(folder, INBOX)) : [];
  return names
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .flatMap((name) => (JSON.parse(readFileSync(join(folder, INBOX, name), 'utf8')) as { records: Card[] }).records);
}

function acceptEnrichment(folder: string): void {
  expect(handoff(folder, ['contract', 'accept', 'lead-card-batch', '--range', '^1.1.0']).status).toBe(0);
}

describe('from the approval to the card', () => {
  test('a lead is requested and enriched, its card carries what was attached, and the log says who approved it', () => {
    const folder = place();
    acceptEnrichment(folder);
    expect(show(folder)).toEqual({
      lead_id: LEAD,
      state: 'NONE',
      approved_by: null,
      approved_at: null,
      updated_at: null,
      enrichment: null,
      status: 0,
    });
    const at = '2026-01-11T10:00:00Z';
    expect(handoffJson(folder, ['enrichment', 'request', LEAD, '--by', 'dana', '--at', at])).toEqual({
      lead_id: LEAD,
      from: 'NONE',
      to: 'REQUESTED',
      approved_by: 'dana',
      approved_at: at,
      dry_run: false,
      status: 0,
    });
    expect(show(folder)).toMatchObject({ state: 'REQUESTED', approved_by: 'dana', approved_at: at, enrichment: null });
    expect(complete(folder)).toMatchObject({ status: 0, stderr: '' });
    expect(show(folder)).toMatchObject({ state: 'ENRICHED', approved_by: 'dana', enrichment: enrichment() });
    expect(exportCards(folder, [lead({ enrichment_status: 'ENRICHED' })])).toMatchObject({ status: 0 });
    expect(published(folder)).toEqual([lead({ enrichment_status: 'ENRICHED', enrichment: enrichment() })]);
    expect(moves(folder)).toMatchObject([
      { outcome: 'success', actor: 'approved-by:dana', detail: { lead_id: LEAD, from: 'NONE', to: 'REQUESTED' } },
      { outcome: 'success', actor: 'approved-by:dana', detail: { from: 'REQUESTED', to: 'ENRICHED', approved_at: at } },
    ]);
    expect(handoffJson(folder, ['audit', 'verify', '--system', PRODUCER])).toMatchObject({
      status: 0,
      integrity: 'ok',
      completeness: 'ok',
    });
  });

  test('a target that accepted nothing is sent the status alone', () => {
    const folder = place();
    request(folder);
    complete(folder);
    expect(exportCards(folder, [lead({ enrichment_status: 'ENRICHED' })])).toMatchObject({ status: 0 });
    expect(published(folder)).toEqual([lead({ enrichment_status: 'ENRICHED' })]);
  });

  test('a card goes out where it agrees with its lead, and is set aside where it does not', () => {
    const folder = place();
    acceptEnrichment(folder);
    request(folder);
    complete(folder);
    const card = lead({ enrichment_status: 'ENRICHED', enrichment: enrichment() });
    const other = { ...card, enrichment: enrichment({ provider: 'other-data' }) };
    const stale = lead({ enrichment_status: 'REQUESTED' });
    for (const [bad, pointer] of [
      [other, '/enrichment'],
      [stale, '/enrichment_status'],
    ] as const) {
      expect(exportCards(folder, [bad], `${pointer.slice(1)}.ndjson`)).toMatchObject({ status: 1, batches: [] });
      const [reject] = readFileSync(join(folder, `${pointer.slice(1)}.ndjson.rejects.ndjson`), 'utf8').split('\n');
      expect(JSON.parse(reject ?? '')).toMatchObject({ problems: [{ code: 'SEMANTIC_INVALID', pointer }] });
    }
    expect(exportCards(folder, [card])).toMatchObject({ status: 0 });
    expect(published(folder)).toEqual([card]);
  });

  test('nothing found: FAILED, in the log as a failure, and it may be requested again by somebody else', () => {
    const folder = place();
    request(folder);
    expect(run(folder, 'fail', LEAD).status).toBe(0);
    expect(show(folder)).toMatchObject({ state: 'FAILED', approved_by: 'dana', enrichment: null });
    expect(exportCards(folder, [lead({ enrichment_status: 'FAILED' })])).toMatchObject({ status: 0 });
    expect(run(folder, 'request', LEAD, '--by', 'kim').status).toBe(0);
    expect(show(folder)).toMatchObject({ state: 'REQUESTED', approved_by: 'kim' });
    expect(moves(folder).map(({ outcome, actor }) => [outcome, actor])).toEqual([
      ['success', 'approved-by:dana'],
      ['failure', 'approved-by:dana'],
      ['success', 'approved-by:kim'],
    ]);
  });

  test('without an id show counts the leads of each state', () => {
    const folder = place();
    const counts = () => handoffJson(folder, ['enrichment', 'show'])['counts'];
    expect(counts()).toEqual({ REQUESTED: 0, ENRICHED: 0, FAILED: 0 });
    request(folder);
    request(folder, OTHER);
    complete(folder);
    expect(counts()).toEqual({ REQUESTED: 1, ENRICHED: 1, FAILED: 0 });
    expect(run(folder, 'show').stdout).toContain('REQUESTED  1');
  });
});

/** How a lead comes into a state, and what it may not do from there; every pair of states is tried where no process starts. */
const ILLEGAL = [
  { state: 'NONE', way: [], not: ['complete'] },
  { state: 'ENRICHED', way: ['request', 'complete'], not: ['request', 'fail'] },
] as const;

const STEPS = { request, complete, fail: (folder: string) => run(folder, 'fail', LEAD) };

test.each(ILLEGAL)(
  'from $state every move that there is not is refused with exit 1 and a next step, and writes nothing',
  ({ state, way, not }) => {
    const folder = place();
    for (const step of way) expect(STEPS[step](folder).status).toBe(0);
    const before = show(folder);
    for (const step of not) {
      const { status, stdout, stderr } = STEPS[step](folder);
      expect([step, status, stdout]).toEqual([step, 1, '']);
      expect(stderr).toContain(`from ${state} to`);
      expect(stderr).toMatch(/^next: .*(handoff enrichment)/m);
    }
    expect(show(folder)).toEqual(before);
    expect(moves(folder)).toHaveLength(way.length);
  },
);

describe('--dry-run', () => {
  test('makes no database, and no move in one that is there', () => {
    const folder = place();
    expect(handoffJson(folder, ['enrichment', 'request', LEAD, '--by', 'dana', '--dry-run'])).toMatchObject({
      from: 'NONE',
      to: 'REQUESTED',
      dry_run: true,
    });
    expect(existsSync(join(folder, `handoff-data/${PRODUCER}.db`))).toBe(false);
    request(folder);
    const before = show(folder);
    expect(run(folder, 'complete', LEAD, '--file', 'found.json', '--dry-run').stdout).toContain('would go from');
    expect(run(folder, 'fail', LEAD, '--dry-run').status).toBe(0);
    expect(show(folder)).toEqual(before);
    expect(moves(folder)).toHaveLength(1);
  });

  test('refuses what the move would refuse', () => {
    const folder = place();
    expect(run(folder, 'fail', LEAD, '--dry-run').status).toBe(1);
    request(folder);
    expect(run(folder, 'request', LEAD, '--by', 'kim', '--dry-run').status).toBe(1);
    writeFileSync(join(folder, 'bad.json'), '{}');
    expect(run(folder, 'complete', LEAD, '--file', 'bad.json', '--dry-run').status).toBe(1);
  });
});

const GOOD = JSON.stringify(enrichment());
/** The text of an attachment, the exit code, and what is said. */
const HOSTILE: readonly (readonly [string, string | Buffer, number, string])[] = [
  ['a key that stands twice', GOOD.replace('{', '{"provider":"other-data",'), 1, 'DUPLICATE_KEY'],
  ['__proto__', GOOD.replace('{', '{"__proto__":{"provider":"x-data"},'), 1, '/enrichment/__proto__'],
  ['an unknown field', GOOD.replace('{', '{"more":1,'), 1, '/enrichment/more'],
  ['a missing field', JSON.stringify(without(enrichment(), 'contact')), 1, '/enrichment/contact'],
  ['text behind its end', `${GOOD} {}`, 1, 'JSON_INVALID'],
  ['no UTF-8', Buffer.from(GOOD.replace('Tampa', 'Tämpa'), 'latin1'), 1, 'ENCODING_INVALID'],
  ['64 levels', '['.repeat(64) + ']'.repeat(64), 1, 'TOO_DEEP'],
  ['more than 64 KiB', `${GOOD}${' '.repeat(64 * 1024)}`, 2, '65.5 kB'],
];

describe('hostile attachments', () => {
  const folder = place();
  request(folder);

  function expectRefused({ status, stderr }: Pick<Answer, 'status' | 'stderr'>, exit: number, said: string): void {
    expect([status, stderr]).toEqual([exit, expect.stringContaining(said)]);
    expect(stderr).toMatch(/^next: /m);
    expect(stderr).not.toMatch(/^\s+at /m);
  }

  test.each(HOSTILE)('%s: refused, and nothing moves', (_, text, exit, said) => {
    writeFileSync(join(folder, 'bad.json'), text);
    expectRefused(complete(folder, 'bad.json'), exit, said);
  });

  test('from stdin they are refused alike', () => {
    expectRefused(completeByStdin(folder, GOOD.replace('{', '{"provider":"other-data",')), 1, 'DUPLICATE_KEY');
    expectRefused(completeByStdin(folder, `${GOOD}${' '.repeat(4 * 1024 * 1024)}`), 2, '65.5 kB');
  });

  test('neither the lead nor the log has anything of any of them', () => {
    expect(moves(folder)).toHaveLength(1);
    expect(show(folder)).toMatchObject({ state: 'REQUESTED', enrichment: null });
  });
});

function completeByStdin(folder: string, input: string | Buffer) {
  const args = [BIN, 'enrichment', 'complete', LEAD, '--file', '-'];
  return spawnSync(process.execPath, args, { cwd: folder, env: plainEnvironment(), input, encoding: 'utf8' });
}

test('- is stdin', () => {
  const folder = place();
  request(folder);
  expect(completeByStdin(folder, GOOD)).toMatchObject({ status: 0, stderr: '' });
  expect(show(folder)).toMatchObject({ state: 'ENRICHED', enrichment: enrichment() });
});

test('an approval without a name or a time, or of no lead, is an error of usage and makes no database', () => {
  const folder = place();
  for (const args of [
    [LEAD],
    [LEAD, '--by', ' '],
    [LEAD, '--by', 'x'.repeat(129)],
    [LEAD, '--by', 'dana\u001b[2J'],
    [LEAD, '--by', 'dana', '--at', '2026-02-30T10:00:00Z'],
    [LEAD, '--by', 'dana', '--at', '2026-01-11T10:00:00+01:00'],
    [LEAD.toUpperCase(), '--by', 'dana'],
  ]) {
    expect(run(folder, 'request', ...args).status).toBe(2);
  }
  expect(existsSync(join(folder, 'handoff-data'))).toBe(false);
});

test('who is not the source of lead cards has nothing to say about leads', () => {
  const folder = place();
  const { status, stderr } = handoff(folder, ['enrichment', 'request', LEAD, '--by', 'dana', '--system', 'geo-os']);
  expect([status, stderr]).toEqual([2, expect.stringContaining('not the source')]);
  expect(existsSync(join(folder, 'handoff-data'))).toBe(false);
});

test('of processes that move one lead at once exactly one does, and the log has one entry', async () => {
  const folder = place();
  request(folder);
  const before = moves(folder).length;
  const codes = await Promise.all([1, 2, 3].map(() => failing(folder)));
  expect(codes.toSorted((one, other) => Number(one) - Number(other))).toEqual([0, 1, 1]);
  expect(moves(folder)).toHaveLength(before + 1);
});

function failing(folder: string): Promise<number | null> {
  return new Promise((resolve) => {
    const args = [BIN, 'enrichment', 'fail', LEAD];
    const child = spawn(process.execPath, args, { cwd: folder, env: plainEnvironment(), stdio: 'ignore' });
    child.on('close', resolve);
  });
}
