import { expect, test } from 'vitest';
import { LEAD_CARD_FIELDS } from '../../src/contract/index.ts';
import { enrichment } from '../contract/leads.ts';
import { csv, lead, type Lead } from './support/leads.ts';
import { jsonLines, openWorkspace, type Workspace } from './support/workspace.ts';

const COLUMNS = [...LEAD_CARD_FIELDS, 'enrichment'];
const ACCEPTED = { accepted: () => '^1.1.0' };
const GOOD = JSON.stringify(enrichment());

/** A card whose last cell holds this text. */
const withCell = (n: number, text: string): Lead => lead(n, { enrichment_status: 'ENRICHED', enrichment: text });

async function publishedRecords(workspace: Workspace) {
  return [...(await workspace.published()).values()].flatMap(({ records }) => records);
}

test.each([
  ['last', COLUMNS],
  ['first', COLUMNS.toReversed()],
])('a CSV column enrichment, %s, holds JSON text, and an empty cell is none', async (_, columns) => {
  const workspace = await openWorkspace();
  const input = workspace.write('leads.csv', csv([lead(1), withCell(2, GOOD)], columns));
  expect(await workspace.export([input], ACCEPTED)).toMatchObject({
    rejected: { count: 0 },
    batches: [{ records: 2 }],
  });
  const enriched = lead(2, { enrichment_status: 'ENRICHED', enrichment: enrichment() });
  expect(await publishedRecords(workspace)).toEqual([lead(1), enriched]);
});

test('for a target that accepted nothing the column is read, checked, and left out', async () => {
  const workspace = await openWorkspace();
  const input = workspace.write('leads.csv', csv([lead(1), withCell(2, GOOD), withCell(3, '{')], COLUMNS));
  expect(await workspace.export([input])).toMatchObject({ rejected: { count: 1 }, batches: [{ records: 2 }] });
  expect(await publishedRecords(workspace)).toEqual([lead(1), lead(2, { enrichment_status: 'ENRICHED' })]);
});

test.each([
  ['no JSON', 'office@tampa-flips.example', 'JSON_INVALID', '/enrichment'],
  ['a key twice', GOOD.replace('{', '{"provider":"x-data",'), 'DUPLICATE_KEY', '/enrichment'],
  ['__proto__', GOOD.replace('{', '{"__proto__":{},'), 'SCHEMA_INVALID', '/enrichment/__proto__'],
  ['null', 'null', 'SCHEMA_INVALID', '/enrichment'],
  ['half a surrogate pair', GOOD.replace('Tampa', '\\ud800'), 'LONE_SURROGATE', '/enrichment'],
  ['an unknown field', GOOD.replace('{', '{"more":1,'), 'SCHEMA_INVALID', '/enrichment/more'],
  ['32 levels, one more with the record', '['.repeat(32) + ']'.repeat(32), 'TOO_DEEP', '/enrichment'],
])('a cell with %s is a bad record, named with its pointer', async (_, text, code, pointer) => {
  const workspace = await openWorkspace();
  const input = workspace.write('leads.csv', csv([lead(1), withCell(2, text)], COLUMNS));
  expect(await workspace.export([input], ACCEPTED)).toMatchObject({
    rejected: { count: 1 },
    batches: [{ records: 1 }],
  });
  const [reject] = jsonLines(workspace.read('leads.csv.rejects.ndjson')) as [{ raw: string; problems: Problem[] }];
  expect(reject).toMatchObject({ line: 3, problems: [{ code }] });
  expect(reject.problems[0]?.pointer.startsWith(pointer)).toBe(true);
  expect(csv([withCell(2, text)], COLUMNS)).toContain(reject.raw);
});

interface Problem {
  readonly pointer: string;
}

test('the column may be missing, and stands once', async () => {
  const workspace = await openWorkspace();
  const without = workspace.write('without.csv', csv([lead(1)]));
  expect(await workspace.export([without], ACCEPTED)).toMatchObject({
    rejected: { count: 0 },
    batches: [{ records: 1 }],
  });
  const twice = workspace.write('twice.csv', csv([lead(2)], [...COLUMNS, 'enrichment']));
  expect((await workspace.export([twice], ACCEPTED)).batches).toMatchObject([
    { status: 'refused', code: 'SCHEMA_INVALID', problems: [{ pointer: '/enrichment' }] },
  ]);
});
