import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { LEAD_CARD_FIELDS } from '../../src/contract/index.ts';
import { csv, lead, leads, ndjson } from './support/leads.ts';
import { auditVerdict, jsonLines, openWorkspace, publishedIds, type Workspace } from './support/workspace.ts';

const IDS = leads(12).map(({ lead_id }) => lead_id);
const ARRAY = JSON.stringify(leads(12), null, 2);
const LINES = ndjson(leads(12));
const TABLE = csv(leads(12));

test.each([
  ['a JSON array', 'leads.json', ARRAY],
  ['a JSON array under another name', 'leads.txt', `\n ${ARRAY}`],
  ['JSON lines', 'leads.jsonl', LINES],
  ['JSON lines named .json', 'leads.json', LINES],
  ['JSON lines with carriage returns and no end', 'leads.ndjson', LINES.trimEnd().replaceAll('\n', '\r\n')],
  ['CSV', 'leads.csv', TABLE],
  ['CSV with line feeds alone and blank lines', 'leads.csv', `${TABLE.replaceAll('\r\n', '\n')}\n\n`],
  ['CSV after a byte order mark', 'LEADS.CSV', `\ufeff${TABLE}`],
  ['CSV under another name', 'leads.txt', TABLE],
])('%s is read', async (_, name, content) => {
  const workspace = await openWorkspace();
  const report = await workspace.export([workspace.write(name, content)]);
  expect(report.rejected.count).toBe(0);
  expect(report.batches.map(({ status }) => status)).toEqual(['published', 'published']);
  expect(await publishedIds(workspace)).toEqual(IDS);
  expect([...(await workspace.published()).values()].flatMap(({ records }) => records)).toEqual(leads(12));
});

test.each([
  ['JSON array', ARRAY],
  ['JSON lines', LINES],
  ['CSV', TABLE],
])('standard input is told by its content: %s', async (_, content) => {
  const workspace = await openWorkspace();
  const bytes = Buffer.from(content);
  const stdin = Readable.from([bytes.subarray(0, 700), bytes.subarray(700)]);
  await workspace.export(['-'], { stdin, rejectsFolder: workspace.folder });
  expect(await publishedIds(workspace)).toEqual(IDS);
  const again = await workspace.export(['-'], { stdin: Readable.from([bytes]), rejectsFolder: workspace.folder });
  expect(again.batches.map(({ status }) => status)).toEqual(['exists', 'exists']);
});

test('bad records of standard input go to stdin.rejects.ndjson', async () => {
  const workspace = await openWorkspace();
  const stdin = Readable.from([Buffer.from(`${LINES}{"no":"lead"}\n`)]);
  const report = await workspace.export(['-'], { stdin, rejectsFolder: workspace.folder });
  expect(report.rejected.file).toBe(`${workspace.folder}/stdin.rejects.ndjson`);
  expect(jsonLines(workspace.read('stdin.rejects.ndjson'))).toMatchObject([{ line: 13, raw: '{"no":"lead"}' }]);
});

test('bad elements of a JSON array are named by index and offset', async () => {
  const workspace = await openWorkspace();
  const bad = lead(50, { tribe: 'none' });
  const text = JSON.stringify([...leads(2), bad, ...leads(2, 2), 17]);
  const report = await workspace.export([workspace.write('leads.json', text)]);
  expect(report.rejected.count).toBe(2);
  const rejects = jsonLines(workspace.read('leads.json.rejects.ndjson'));
  expect(rejects).toMatchObject([
    { index: 2, raw: JSON.stringify(bad) },
    { index: 5, raw: '17' },
  ]);
  expect(Buffer.from(text).subarray(Number(rejects[0]?.['byte'])).toString().startsWith(JSON.stringify(bad))).toBe(
    true,
  );
});

async function columns(workspace: Workspace, name: string, cells: readonly string[]) {
  const rows = cells.map((cell, n) =>
    csv([lead(n, { [name]: 'CELL' })])
      .split('\r\n')[1]
      ?.replace('CELL', cell),
  );
  return workspace.export([workspace.write('leads.csv', [LEAD_CARD_FIELDS.join(','), ...rows].join('\r\n'))]);
}

test('numbers in CSV are those of JSON, quoted or not', async () => {
  const workspace = await openWorkspace();
  await columns(workspace, 'confidence_score', ['0.50', '"0.25"', '1', '0', '1e-2', '5E-1', '-0']);
  const records = [...(await workspace.published()).values()].flatMap((batch) => batch.records) as unknown as {
    confidence_score: number;
  }[];
  expect(records.map(({ confidence_score }) => confidence_score)).toEqual([0.5, 0.25, 1, 0, 0.01, 0.5, 0]);
});

test.each([
  '0x1',
  '+1',
  '1e400',
  ' 1',
  '1 ',
  '',
  '"1\n"',
  '.5',
  '1.',
  '01',
  'NaN',
  'Infinity',
  '1_0',
  '-',
  '0,5',
  'null',
  'true',
])('a CSV cell %j is no number', async (cell) => {
  const workspace = await openWorkspace();
  const report = await columns(workspace, 'confidence_score', [cell]);
  expect(report.batches).toEqual([]);
  expect(report.rejected.count).toBe(1);
});

test('CSV columns may stand in any order, and cells may hold commas, quotes and line breaks', async () => {
  const workspace = await openWorkspace();
  const record = lead(1, { display_name: 'One, "two"' });
  const text = csv([record, lead(2, { username: 'a\r\nb' }), lead(3)], [...LEAD_CARD_FIELDS].reverse());
  const report = await workspace.export([workspace.write('leads.csv', text)]);
  expect([...(await workspace.published()).values()][0]?.records).toEqual(
    [record, lead(3)].map((one) => expect.objectContaining(one) as unknown),
  );
  expect(report.rejected.count).toBe(1);
  const [bad] = jsonLines(workspace.read('leads.csv.rejects.ndjson'));
  expect(bad).toMatchObject({ line: 3, problems: [{ pointer: '/username' }] });
  expect(String(bad?.['raw'])).toContain('"a\r\nb"');
});

test('a CSV record after one with line breaks, and after blank lines, is named by its own line', async () => {
  const workspace = await openWorkspace();
  const [head, first, second] = csv([lead(1, { username: 'a\nb\nc' }), lead(2, { persona: 'none' })]).split('\r\n');
  await workspace.export([workspace.write('leads.csv', `${head}\n\n${first}\n\n\n${second}\n`)]);
  const rejects = jsonLines(workspace.read('leads.csv.rejects.ndjson'));
  expect(rejects.map(({ line }) => line)).toEqual([3, 8]);
});

test('a CSV record with too many or too few cells is set aside', async () => {
  const workspace = await openWorkspace();
  const [head, first, second, third] = csv(leads(3)).split('\r\n');
  const report = await workspace.export([
    workspace.write('leads.csv', [head, `${first},x`, second, third?.slice(0, -21)].join('\n')),
  ]);
  expect(report.rejected.count).toBe(2);
  expect(await publishedIds(workspace)).toEqual([lead(1)['lead_id']]);
});

const HEAD = LEAD_CARD_FIELDS.join(',');
const ROW = csv([lead(1)]).split('\r\n')[1] ?? '';

test.each([
  ['unknown', `${HEAD},campaign\n${ROW},x\n`, ['/campaign']],
  ['missing', `${HEAD.replace(',tribe', '')}\n`, ['/tribe']],
  ['duplicated', `${HEAD},tribe\n${ROW},builders\n`, ['/tribe']],
  ['unknown and missing', `${HEAD.replace('tribe', 'Tribe')}\n${ROW}\n`, ['/Tribe', '/tribe']],
])('a CSV header with %s columns refuses the input and names them', async (_, text, pointers) => {
  const workspace = await openWorkspace();
  const report = await workspace.export([workspace.write('leads.csv', text)]);
  expect(report.batches).toMatchObject([{ status: 'refused', code: 'SCHEMA_INVALID', batch_id: null }]);
  expect(report.batches[0]?.problems?.map(({ pointer }) => pointer)).toEqual(pointers);
  expect(await auditVerdict(workspace)).toBe('ok ok');
});

const many = ndjson(leads(40));

test.each([
  ['an empty file', 'x.ndjson', '', 'EMPTY_FILE'],
  ['UTF-16', 'x.ndjson', Buffer.from(`\ufeff${many}`, 'utf16le'), 'ENCODING_INVALID'],
  ['UTF-16 without its mark', 'x.csv', Buffer.from(TABLE, 'utf16le'), 'ENCODING_INVALID'],
  ['a byte order mark before JSON', 'x.json', `\ufeff${ARRAY}`, 'ENCODING_INVALID'],
  ['CSV in Latin-1', 'x.csv', Buffer.from(csv(leads(40)), 'latin1'), 'ENCODING_INVALID'],
  ['prose', 'x.json', 'hello', 'JSON_INVALID'],
  ['prose without an extension', 'x', 'hello', 'JSON_INVALID'],
  ['a JSON array that is cut', 'x.json', JSON.stringify(leads(40)).slice(0, -10), 'JSON_INVALID'],
  ['a JSON array with a duplicate key', 'x.json', `[${'{"a":1},'.repeat(40)}{"a":1,"a":2}]`, 'DUPLICATE_KEY'],
  ['a JSON array and more', 'x.json', `${JSON.stringify(leads(40))} []`, 'JSON_INVALID'],
  ['CSV with a quote in a cell', 'x.csv', `${csv(leads(40))}a"b,c\n`, 'SCHEMA_INVALID'],
  ['CSV with text after a quoted cell', 'x.csv', `${csv(leads(40))}"a"b,c\n`, 'SCHEMA_INVALID'],
  ['CSV with a quote that stays open', 'x.csv', `${csv(leads(40))}"a,b\n`, 'SCHEMA_INVALID'],
  ['CSV with a record of 2 MiB', 'x.csv', `${csv(leads(40))}${'x'.repeat(2 * 1024 * 1024)}\n`, 'TOO_LARGE'],
  ['CSV of blank lines', 'x.csv', '\n\n', 'SCHEMA_INVALID'],
])('%s is refused before anything is published', async (_, name, content, code) => {
  const workspace = await openWorkspace();
  const input = workspace.write(name, content);
  const report = await workspace.export([input]);
  expect(report.batches).toMatchObject([{ input, status: 'refused', code, batch_id: null }]);
  expect((await workspace.published()).size).toBe(0);
  expect(await auditVerdict(workspace)).toBe('ok ok');
});

test('what is not UTF-8 in CSV is named by its offset', async () => {
  const workspace = await openWorkspace();
  const good = Buffer.from(csv(leads(9_000)));
  const report = await workspace.export([
    workspace.write('x.csv', Buffer.concat([good, Buffer.from([0x61, 0xc3, 0x28])])),
  ]);
  expect(report.batches[0]?.problems?.[0]?.rule).toBe(`byte ${good.length + 1} is not UTF-8`);
});

test('a refused input does not keep the next one back', async () => {
  const workspace = await openWorkspace();
  const inputs = [workspace.write('a.json', 'x'), workspace.write('b.ndjson', LINES)];
  const report = await workspace.export(inputs);
  expect(report.batches.map(({ status }) => status)).toEqual(['refused', 'published', 'published']);
});

test('globs take files in order of their names, and never what was set aside', async () => {
  const workspace = await openWorkspace();
  workspace.write('b.ndjson', ndjson([lead(2), { bad: 1 }]));
  workspace.write('a.ndjson', ndjson([lead(1)]));
  workspace.write('[c].ndjson', ndjson([lead(3)]));
  await workspace.export([`${workspace.folder}/?.ndjson`]);
  await workspace.export([`${workspace.folder}/[c].ndjson`]);
  expect(await publishedIds(workspace)).toEqual([1, 2, 3].map((n) => lead(n)['lead_id']));
  const report = await workspace.export([`${workspace.folder}/*.ndjson`]);
  expect(report.batches.map(({ status }) => status)).toEqual(['exists', 'exists', 'exists']);
});

test('an input that is not there, a folder and a glob without a match are usage errors', async () => {
  const workspace = await openWorkspace();
  for (const input of ['missing.ndjson', 'missing-*.ndjson', '.']) {
    await expect(workspace.export([`${workspace.folder}/${input}`])).rejects.toMatchObject({ code: 'usage' });
  }
});
