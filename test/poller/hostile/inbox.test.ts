import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fc } from '../../support/fast-check.ts';
import { expect, test } from 'vitest';
import { LEAD_CARD_FIELDS } from '../../../src/contract/index.ts';
import { INBOX, makeWorld, sha256, SYSTEM, type World } from '../world.ts';
import { cook, recipe, type Recipe } from './files.ts';
import { expectedOf } from './oracle.ts';

/** Many worlds on a busy machine. */
const TIMEOUT_MS = 300_000;
const PREFIXES = [INBOX, ...['archive', 'quarantine', 'receipts'].map((place) => `${place}/${SYSTEM}/lead-batches/`)];

type Statement = 'true' | 'none' | 'lie';

/** What lies under one name: at first, and after the first run. */
interface Hostile {
  readonly recipe: Recipe;
  readonly states: Statement;
  readonly again: 'no' | 'same bytes' | Recipe;
  readonly statesAgain: Statement;
}

const states = fc.constantFrom<Statement>('true', 'true', 'true', 'none', 'lie');
const hostile: fc.Arbitrary<Hostile> = fc.record({
  recipe,
  states,
  again: fc.oneof(fc.constantFrom('no', 'same bytes'), recipe),
  statesAgain: states,
});

/** A file that was put, and how it must end. */
interface Put {
  readonly id: string;
  readonly bytes: Buffer;
  /** The codes that the file may get; `ingested` stands alone. */
  readonly codes: readonly string[];
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

async function put(world: World, id: string, bytes: Buffer, said: Statement, taken: string | undefined): Promise<Put> {
  const stated = { true: sha256(bytes), lie: sha256('other'), none: undefined }[said];
  await world.put(`${id}.json`, bytes, stated === undefined ? {} : { sha256: stated });
  const { codes, records } = expectedOf(bytes, { system: SYSTEM, fileName: id, statedSha256: stated });
  return { id, bytes, ...expectedEnd(bytes, codes, records, taken) };
}

/** The oracle judges a file alone; here it stands beside what was taken before under its id. */
function expectedEnd(
  bytes: Buffer,
  codes: readonly string[],
  records: Put['records'],
  taken: string | undefined,
): Pick<Put, 'codes' | 'records'> {
  const staysOrLies = ['OTHER_TARGET', 'VERSION_NEWER', 'CHECKSUM_MISMATCH'].includes(codes[0] ?? '');
  if (bytes.length === 0) return { codes: ['EMPTY_FILE'], records: [] };
  if (staysOrLies) return { codes, records: [] };
  if (taken !== undefined) return { codes: [taken === sha256(bytes) ? 'DUPLICATE' : 'BATCH_ID_REUSED'], records: [] };
  if (codes[0] !== 'accepted') return { codes, records: [] };
  const ids = new Set(records.map((record) => record['lead_id']));
  return ids.size < records.length ? { codes: ['DUPLICATE_LEAD_ID'], records: [] } : { codes: ['ingested'], records };
}

interface Ended {
  readonly key: string;
  readonly state: string;
  readonly verdict: string;
  readonly code: string | null;
}

/** The last row of every file must be at one of the four ends, with one of its codes. */
async function expectEnds(world: World, puts: readonly Put[]): Promise<void> {
  const rows = await world.database.query<Ended>(
    'select key, state, verdict, code from file where id in (select max(id) from file group by key)',
  );
  const ended = new Map(rows.map((row) => [row.key, row]));
  for (const { id, codes } of puts) {
    const row = ended.get(`${INBOX}${id}.json`);
    const word = row?.verdict === 'ingested' ? 'ingested' : row?.code;
    expect(codes).toContain(word);
    const state = { ingested: 'done', DUPLICATE: 'done', OTHER_TARGET: 'skipped', VERSION_NEWER: 'held' }[word ?? ''];
    expect(row?.state).toBe(state ?? 'quarantined');
  }
}

function objectsOf(world: World): string[] {
  const bucket = join(world.folder, 'bucket');
  return readdirSync(bucket, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(bucket.length + 1))
    .filter((key) => !key.startsWith('.meta/'));
}

function expectNothingLost(world: World, puts: readonly Put[]): void {
  const keys = objectsOf(world);
  expect(keys.filter((key) => !PREFIXES.some((prefix) => key.startsWith(prefix)))).toEqual([]);
  const kept = new Set(keys.map((key) => sha256(readFileSync(join(world.folder, 'bucket', key)))));
  expect(puts.filter(({ bytes }) => !kept.has(sha256(bytes))).map(({ id }) => id)).toEqual([]);
}

async function expectRows(world: World, puts: readonly Put[]): Promise<void> {
  const expected = puts
    .filter(({ codes }) => codes[0] === 'ingested')
    .flatMap(({ id, records }) =>
      records.map((record, position) => ({
        batch_id: id,
        position,
        // SQLite has one zero.
        ...Object.fromEntries(LEAD_CARD_FIELDS.map((field) => [field, record[field] === 0 ? 0 : record[field]])),
      })),
    );
  const columns = ['batch_id', 'position', ...LEAD_CARD_FIELDS].join(', ');
  const rows = await world.database.query(`select ${columns} from lead_card order by batch_id, position`);
  expect(rows).toEqual(expected.toSorted((a, b) => (a.batch_id < b.batch_id ? -1 : a.batch_id > b.batch_id ? 1 : 0)));
}

async function expectSound(world: World, puts: readonly Put[], now: readonly Put[]): Promise<void> {
  await expectEnds(world, now);
  expectNothingLost(world, puts);
  await expectRows(world, puts);
  await world.auditEvents();
}

test(
  'each file of a hostile inbox ends one way, all bytes are kept, the rows are those of the accepted files, and the audit log is sound',
  async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 4, maxLength: 12 }), async (inbox) => {
        const world = await makeWorld();
        const named = inbox.map((file, index) => ({
          id: `sxp_2026_01_11_${String(index + 1).padStart(3, '0')}`,
          file,
        }));
        const first: Put[] = [];
        for (const { id, file } of named)
          first.push(await put(world, id, cook(id, file.recipe).bytes, file.states, undefined));
        expect(await world.poll()).toMatchObject({ listed: first.length, retried: 0, alerts: 0, ignored: 0 });
        await expectSound(world, first, first);

        const second: Put[] = [];
        for (const [index, { id, file }] of named.entries()) {
          const before = first[index];
          const stays = before?.codes.some((code) => ['OTHER_TARGET', 'VERSION_NEWER'].includes(code)) ?? true;
          if (before === undefined || stays || file.again === 'no') continue;
          const taken = before.codes[0] === 'ingested' ? sha256(before.bytes) : undefined;
          const bytes = file.again === 'same bytes' ? before.bytes : cook(id, file.again).bytes;
          second.push(await put(world, id, bytes, file.statesAgain, taken));
        }
        expect(await world.poll()).toMatchObject({ retried: 0, alerts: 0 });
        await expectSound(world, [...first, ...second], second);
        for (const { codes } of [...first, ...second]) for (const code of codes) seen.add(code);
      }),
      { numRuns: 20 },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'ingested',
        'DUPLICATE',
        'BATCH_ID_REUSED',
        'CHECKSUM_MISMATCH',
        'JSON_INVALID',
        'SCHEMA_INVALID',
      ]),
    );
  },
  TIMEOUT_MS,
);
