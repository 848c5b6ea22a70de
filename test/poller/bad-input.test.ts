import { expect, test } from 'vitest';
import { envelope, lead, makeWorld } from './world.ts';

const ID = 'sxp_2026_01_11_001';

function text(change: Record<string, unknown> = {}, records?: unknown[]): string {
  return JSON.stringify(envelope({ id: ID, change, ...(records === undefined ? {} : { records }) }));
}

/** The raw text of the second record with one member put in front: for what JSON.stringify cannot write. */
function withRawMember(member: string): string {
  return text().replace('},{"lead_id"', `},{${member},"lead_id"`);
}

type Case = [what: string, code: string, body: string | Uint8Array, name?: string];

const CASES: Case[] = [
  ['not JSON', 'JSON_INVALID', 'lead_id,username\n1,2\n'],
  ['truncated', 'JSON_INVALID', text().slice(0, -20)],
  ['empty', 'EMPTY_FILE', ''],
  ['UTF-16', 'ENCODING_INVALID', Buffer.from(`\ufeff${text()}`, 'utf16le')],
  ['a byte order mark', 'ENCODING_INVALID', `\ufeff${text()}`],
  [
    'bad UTF-8',
    'ENCODING_INVALID',
    Buffer.concat([Buffer.from(text().slice(0, -3)), Buffer.from([0xc3]), Buffer.from('}]}')]),
  ],
  ['a duplicate key in a record', 'DUPLICATE_KEY', withRawMember('"lead_id":"a"')],
  ['a duplicate key in the envelope', 'DUPLICATE_KEY', text().replace('{"batch_id"', '{"source":"a","batch_id"')],
  ['__proto__ in a record', 'SCHEMA_INVALID', withRawMember('"__proto__":{"admin":true}')],
  ['__proto__ in the envelope', 'ENVELOPE_INVALID', text().replace('{"batch_id"', '{"__proto__":{},"batch_id"')],
  ['10,000 levels deep', 'TOO_DEEP', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ['10,000 levels deep in a record', 'TOO_DEEP', withRawMember(`"x":${'['.repeat(10_000)}${']'.repeat(10_000)}`)],
  ['a lone surrogate', 'LONE_SURROGATE', withRawMember('"x":"\\ud800"')],
  ['NaN', 'JSON_INVALID', text().replace(/"confidence_score":[\d.]+/, '"confidence_score":NaN')],
  ['1e400', 'NUMBER_OUT_OF_RANGE', text().replace(/"confidence_score":[\d.]+/, '"confidence_score":1e400')],
  ['a score as a string', 'SCHEMA_INVALID', text({}, [lead(1, { confidence_score: '0.5' })])],
  ['a score above 1', 'SCHEMA_INVALID', text({}, [lead(1, { contactability_score: 1.01 })])],
  ['the literal list of platforms', 'SCHEMA_INVALID', text({}, [lead(1, { source_platform: 'tiktok | threads | x' })])],
  ['an unknown platform', 'SCHEMA_INVALID', text({}, [lead(1, { source_platform: 'myspace' })])],
  ['a missing field', 'SCHEMA_INVALID', text({}, [lead(1, { tribe: undefined })])],
  ['a wrong batch_id pattern', 'BATCH_ID_INVALID', text({ batch_id: 'batch-1' }), 'batch-1'],
  ['../ in the batch id', 'BATCH_ID_INVALID', text({ batch_id: '../../etc/passwd' })],
  ['../ in the target', 'ENVELOPE_INVALID', text({ target: '../nextier-execution' })],
  ['../ in the source', 'ENVELOPE_INVALID', text({ source: '../social-xpress-engine' })],
  ['../ in the version', 'VERSION_UNKNOWN', text({ schema_version: '../v1' })],
  ['a name that is not the id', 'NAME_MISMATCH', text(), 'sxp_2026_01_11_002'],
  ['a date that is not that of created_at', 'BATCH_ID_INVALID', text({ created_at: '2026-01-12T00:00:00Z' })],
  ['a lead twice', 'DUPLICATE_LEAD_ID', text({}, [lead(1), lead(2), lead(1)])],
  ['a boundary field in a record', 'BOUNDARY_VIOLATION', text({}, [lead(1, { campaign_id: 'c' })])],
  ['a boundary field in the envelope', 'BOUNDARY_VIOLATION', text({ pipeline: 'p' })],
  ['v0', 'VERSION_UNKNOWN', text({ schema_version: 'v0' })],
  ['V1', 'VERSION_UNKNOWN', text({ schema_version: 'V1' })],
  ['no records', 'ENVELOPE_INVALID', text({ records: undefined })],
  ['an array', 'ENVELOPE_INVALID', '[]'],
];

test.each(CASES)(
  '%s is quarantined as %s, and nothing of it stays behind',
  async (...[, code, body, name = ID]: Case) => {
    const world = await makeWorld();
    await world.put(`${name}.json`, body);
    const report = await world.poll();
    expect(report).toMatchObject({ listed: 1, ingested: 0, quarantined: 1, records: 0 });
    const [file] = await world.database.query<{ code: string; state: string }>('select code, state from file');
    expect(file).toEqual({ code, state: 'quarantined' });
    expect(await world.count('select count(*) from lead_card')).toBe(0);
    expect(await world.count('select count(*) from batch')).toBe(0);
    expect(await world.keys('exports/')).toEqual([]);
    const kept = await world.keys('quarantine/');
    expect(kept).toHaveLength(2);
    expect(kept.every((key) => key.startsWith('quarantine/nextier-execution/lead-batches/'))).toBe(true);
    expect(await world.auditEvents()).toContain('file.quarantined');
  },
);

test('a checksum in the metadata that is not that of the bytes is read twice, then refused', async () => {
  const world = await makeWorld();
  await world.put(`${ID}.json`, text(), { sha256: 'a'.repeat(64) });
  const report = await world.poll();
  expect(report).toMatchObject({ ingested: 0, quarantined: 1 });
  const [file] = await world.database.query('select code, attempts from file');
  expect(file).toEqual({ code: 'CHECKSUM_MISMATCH', attempts: 2 });
});

test('a newer version is held in the inbox, another target is skipped there', async () => {
  const world = await makeWorld();
  await world.put(`${ID}.json`, text({ schema_version: 'v2', records: undefined, leads: [1] }));
  await world.put('sxp_2026_01_11_002.json', text({ batch_id: 'sxp_2026_01_11_002', target: 'outreach-global' }));
  expect(await world.poll()).toMatchObject({ held: 1, skipped: 1, quarantined: 0, ingested: 0 });
  expect(await world.keys('exports/')).toHaveLength(2);
  expect(await world.poll()).toMatchObject({ held: 1, skipped: 1, quarantined: 0 });
  expect(await world.count("select count(*) from audit_log where event in ('handoff.held', 'handoff.skipped')")).toBe(
    2,
  );
});

test("a broken version word in another system's batch is not ours to judge", async () => {
  const world = await makeWorld();
  await world.put(`${ID}.json`, text({ schema_version: 'V1', target: 'outreach-global' }));
  expect(await world.poll()).toMatchObject({ skipped: 1, quarantined: 0 });
  expect(await world.keys('exports/')).toHaveLength(1);
});

test('names that are no batches are counted and never touched', async () => {
  const world = await makeWorld();
  for (const name of ['.hidden.json', '_draft.json', 'readme.txt', 'sub/sxp_2026_01_11_001.json'])
    await world.put(name, text());
  expect(await world.poll()).toMatchObject({ listed: 0, ignored: 4 });
  expect(await world.keys('exports/')).toHaveLength(4);
});
