import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type EnrichmentMove, moveEnrichment } from '../../src/exporter/enrichment.ts';
import { ENRICHMENT_STATES, type EnrichmentState, findEnrichment } from '../../src/exporter/enrichment-table.ts';
import { enrichment } from '../contract/leads.ts';
import { envelope, lead, ndjson } from './support/leads.ts';
import { auditVerdict, jsonLines, openWorkspace, type Workspace } from './support/workspace.ts';

const APPROVAL = { by: 'dana', at: '2026-01-11T10:00:00Z' };
const MOVES: Readonly<Record<Exclude<EnrichmentState, 'NONE'>, EnrichmentMove>> = {
  REQUESTED: { to: 'REQUESTED', approval: APPROVAL },
  ENRICHED: { to: 'ENRICHED', enrichment: enrichment() },
  FAILED: { to: 'FAILED' },
};
/** How a lead comes into each state. */
const WAYS: Readonly<Record<EnrichmentState, readonly EnrichmentMove[]>> = {
  NONE: [],
  REQUESTED: [MOVES.REQUESTED],
  ENRICHED: [MOVES.REQUESTED, MOVES.ENRICHED],
  FAILED: [MOVES.REQUESTED, MOVES.FAILED],
};
const ALLOWED = ['NONE → REQUESTED', 'REQUESTED → ENRICHED', 'REQUESTED → FAILED', 'FAILED → REQUESTED'];
const LEAD = '00000000-0000-4000-8000-000000000001';

const move = (workspace: Workspace, one: EnrichmentMove, leadId = LEAD) =>
  workspace.database.transaction((tx) => moveEnrichment(tx, workspace.deps, leadId, one));
const entries = async (workspace: Workspace): Promise<unknown[]> =>
  (await workspace.database.query<{ entry: string }>('select entry from audit_log order by seq')).map(
    ({ entry }) => JSON.parse(entry) as unknown,
  );

test.each(ENRICHMENT_STATES)(
  'from %s only the moves of the table are made; every other is refused and leaves no trace',
  async (from) => {
    for (const one of Object.values(MOVES)) {
      const workspace = await openWorkspace();
      for (const step of WAYS[from]) await move(workspace, step);
      const before = await findEnrichment(workspace.database, LEAD);
      if (ALLOWED.includes(`${from} → ${one.to}`)) {
        expect(await move(workspace, one)).toMatchObject({ lead_id: LEAD, from, to: one.to });
        expect((await findEnrichment(workspace.database, LEAD))?.state).toBe(one.to);
      } else {
        await expect(move(workspace, one)).rejects.toMatchObject({ code: 'refused' });
        expect(await findEnrichment(workspace.database, LEAD)).toEqual(before);
      }
      const made = WAYS[from].length + (ALLOWED.includes(`${from} → ${one.to}`) ? 1 : 0);
      expect(await entries(workspace)).toHaveLength(made);
      expect(await auditVerdict(workspace)).toBe('ok ok');
    }
  },
);

test('the audit log says who approved what, and where the lead came from', async () => {
  const workspace = await openWorkspace();
  await move(workspace, MOVES.REQUESTED);
  await move(workspace, MOVES.FAILED);
  await move(workspace, { to: 'REQUESTED', approval: { by: 'kim', at: '2026-01-12T10:00:00Z' } });
  expect(await entries(workspace)).toMatchObject([
    {
      event: 'enrichment.moved',
      outcome: 'success',
      actor: 'approved-by:dana',
      detail: { from: 'NONE', to: 'REQUESTED', approved_at: APPROVAL.at },
    },
    { outcome: 'failure', actor: 'approved-by:dana', detail: { from: 'REQUESTED', to: 'FAILED' } },
    { outcome: 'success', actor: 'approved-by:kim', detail: { lead_id: LEAD, from: 'FAILED', to: 'REQUESTED' } },
  ]);
});

test('nobody passes the gate without an approval, and nobody is enriched with what breaks the contract', async () => {
  const workspace = await openWorkspace();
  for (const approval of [
    { by: ' ', at: APPROVAL.at },
    { by: 'x'.repeat(129), at: APPROVAL.at },
    { by: 'dana', at: 'today' },
  ]) {
    await expect(move(workspace, { to: 'REQUESTED', approval })).rejects.toMatchObject({ code: 'usage' });
  }
  await expect(move(workspace, MOVES.REQUESTED, 'no-uuid')).rejects.toMatchObject({ code: 'usage' });
  await move(workspace, MOVES.REQUESTED);
  for (const bad of [
    undefined,
    null,
    {},
    enrichment({ contact: {} }),
    enrichment({ deal: 1 }),
    enrichment({ more: 1 }),
  ]) {
    await expect(move(workspace, { to: 'ENRICHED', enrichment: bad })).rejects.toMatchObject({ code: 'content' });
  }
  expect((await findEnrichment(workspace.database, LEAD))?.state).toBe('REQUESTED');
  await move(workspace, MOVES.ENRICHED);
  expect(JSON.parse((await findEnrichment(workspace.database, LEAD))?.enrichment ?? '')).toEqual(enrichment());
});

test('the table holds an enrichment exactly where the state says so', async () => {
  const { database } = await openWorkspace();
  const insert = (state: string, held: string | null) =>
    database.transaction((tx) =>
      tx.run("insert into lead_enrichment values ($1, $2, 'a', 't', $3, 't')", [LEAD, state, held]),
    );
  for (const [state, held] of [
    ['ENRICHED', null],
    ['REQUESTED', '{}'],
    ['NONE', null],
    ['DONE', null],
  ] as const) {
    await expect(insert(state, held)).rejects.toMatchObject({ name: 'AppError' });
  }
  await insert('ENRICHED', '{}');
});

test('a card that says another status than its lead has reached is set aside; of an unknown lead it is believed', async () => {
  const workspace = await openWorkspace();
  const [known, other] = [lead(1), lead(2)];
  await move(workspace, MOVES.REQUESTED, String(known.lead_id));
  const cards = [
    { ...known, enrichment_status: 'FAILED' },
    { ...other, enrichment_status: 'FAILED' },
  ];
  const input = workspace.write('leads.ndjson', ndjson(cards));
  expect(await workspace.export([input])).toMatchObject({ rejected: { count: 1 }, batches: [{ records: 1 }] });
  const [rejected] = jsonLines(readFileSync(`${input}.rejects.ndjson`, 'utf8'));
  expect(rejected).toMatchObject({ problems: [{ code: 'SEMANTIC_INVALID', pointer: '/enrichment_status' }] });

  const mended = workspace.write('mended.ndjson', ndjson([{ ...known, enrichment_status: 'REQUESTED' }]));
  expect(await workspace.export([mended])).toMatchObject({ rejected: { count: 0 }, batches: [{ records: 1 }] });
});

test('a dry run finds what a move would, and writes neither state nor entry', async () => {
  const workspace = await openWorkspace();
  const dry = (one: EnrichmentMove) =>
    workspace.database.transaction((tx) => moveEnrichment(tx, { ...workspace.deps, dryRun: true }, LEAD, one));
  expect(await dry(MOVES.REQUESTED)).toMatchObject({ from: 'NONE', to: 'REQUESTED', approved_by: 'dana' });
  await expect(dry(MOVES.FAILED)).rejects.toMatchObject({ code: 'refused' });
  expect(await findEnrichment(workspace.database, LEAD)).toBeUndefined();
  expect(await entries(workspace)).toEqual([]);
});

test('a card that says ENRICHED carries what was attached here, and nothing else', async () => {
  const workspace = await openWorkspace();
  const leadId = String(lead(1).lead_id);
  await move(workspace, MOVES.REQUESTED, leadId);
  await move(workspace, MOVES.ENRICHED, leadId);
  const said = { ...lead(1), enrichment_status: 'ENRICHED' };
  const good = { ...said, enrichment: Object.fromEntries(Object.entries(enrichment()).toReversed()) };
  const bad = { ...said, enrichment: enrichment({ provider: 'other-data' }) };
  const accepted = { accepted: () => '^1.1.0' };
  const outcome = async (name: string, card: unknown) => {
    const input = workspace.write(name, ndjson([card]));
    return (await workspace.export([input], accepted)).batches.map(({ records }) => records);
  };
  expect(await outcome('said.ndjson', said)).toEqual([1]);
  expect(await outcome('good.ndjson', good)).toEqual([1]);
  expect(await outcome('bad.ndjson', bad)).toEqual([]);
  const [reject] = jsonLines(readFileSync(`${workspace.folder}/bad.ndjson.rejects.ndjson`, 'utf8'));
  expect(reject).toMatchObject({ raw: JSON.stringify(bad), problems: [{ pointer: '/enrichment' }] });
  const sent = [...(await workspace.published()).values()].flatMap(({ records }) => records);
  expect(sent).toEqual([{ ...said, enrichment: enrichment() }, good]);
});

test('a whole envelope is held to what is known of its leads, too', async () => {
  const workspace = await openWorkspace();
  await move(workspace, MOVES.REQUESTED, String(lead(1).lead_id));
  const outcome = async (name: string, text: string) =>
    (await workspace.export([workspace.write(name, text)])).batches.map(({ status, code }) => code ?? status);
  const card = (status: string, count: string) =>
    envelope([lead(1, { enrichment_status: status })], { batch_id: `hand_2026_01_11_${count}` });
  expect(await outcome('ahead.json', card('ENRICHED', '901'))).toEqual(['SEMANTIC_INVALID']);
  expect(await outcome('agrees.json', card('REQUESTED', '902'))).toEqual(['published']);
});
