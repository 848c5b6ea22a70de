/** Builds of different ages, as processes: what each sends, reads, holds and refuses. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { acceptanceKey } from '../../src/contract/acceptance/acceptance.ts';
import { type Build, leversEnvironment } from '../support/levers/levers.ts';
import { leadText } from '../../fixtures/generate-leads.ts';
import { makePlace, type Place } from './place.ts';

const LEADS = 4;
type Lead = Readonly<Record<string, unknown>>;

const plainLeads = (): Lead[] =>
  [...leadText('ndjson', LEADS)]
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Lead);
const ENRICHMENT = {
  contact: { emails: ['owner@example.com'] },
  business: { name: 'Acme Solar' },
  provider: 'people-hub',
  enriched_at: '2026-01-10T09:00:00Z',
};
const enrichedLeads = (): Lead[] =>
  plainLeads().map((lead, place) =>
    place === 0
      ? { ...lead, enrichment_status: 'ENRICHED', enrichment: ENRICHMENT }
      : { ...lead, enrichment_status: 'NONE' },
  );
const renamed = (leads: readonly Lead[]): Lead[] =>
  leads.map(({ username, ...others }) => ({ ...others, handle: username, enrichment_status: 'NONE' }));

interface Answer {
  readonly code: number | null;
  readonly document: Record<string, unknown>;
}

async function run(place: Place, build: Build | undefined, ...args: string[]): Promise<Answer> {
  const env = build === undefined ? {} : leversEnvironment({ build });
  const { code, stdout, stderr } = await place.runWith(env, ...args, '--json');
  expect(stdout, stderr).not.toBe('');
  return { code, document: JSON.parse(stdout) as Record<string, unknown> };
}

async function exportLeads(place: Place, leads: readonly Lead[], build?: Build, ...flags: string[]): Promise<Answer> {
  writeFileSync(join(place.folder, 'leads.ndjson'), leads.map((lead) => `${JSON.stringify(lead)}\n`).join(''));
  return run(place, build, 'export', 'leads.ndjson', '--target', 'nextier-execution', '--again', ...flags);
}

const poll = async (place: Place, build?: Build): Promise<Answer> => run(place, build, 'poll', '--once');
const accept = async (place: Place, range: string, build?: Build): Promise<Answer> =>
  run(place, build, 'contract', 'accept', 'lead-card-batch', '--range', range);
/** What a build with the next major would say: here that major has no files of examples to read. */
function acceptAsLaterBuild(place: Place, range: string): void {
  const folder = join(place.folder, 'handoff-data/bucket/acceptances/nextier-execution/lead-card-batch');
  const acceptance = {
    contract: 'handoff-acceptance',
    schema_version: 'v1',
    target: 'nextier-execution',
    accepts: 'lead-card-batch',
    range,
    revisions: ['2.0.0'],
    examples: 40,
    accepted_at: new Date(Date.now() + 60_000).toISOString(),
  } as const;
  writeFileSync(join(folder, basename(acceptanceKey(acceptance, false))), JSON.stringify(acceptance));
}

const cards = (place: Place): Record<string, unknown>[] =>
  place.query('select username, enrichment_status, enrichment from lead_card order by position');
const revisions = (place: Place): unknown[] =>
  place.query<{ revision: string }>('select revision from batch').map(({ revision }) => revision);

test('a target that accepted nothing is sent the first revision: what later ones add is left out', async () => {
  const place = makePlace();
  expect((await exportLeads(place, enrichedLeads())).code).toBe(0);
  expect((await poll(place)).document).toMatchObject({ ingested: 1, records: LEADS });
  expect(cards(place)[0]).toMatchObject({ enrichment_status: 'ENRICHED', enrichment: null });
  expect(revisions(place)).toEqual(['1.0.0']);
});

test('a target that accepted ^1.1.0 is sent the enrichment, and keeps it', async () => {
  const place = makePlace();
  expect((await accept(place, '^1.1.0')).document).toMatchObject({
    signed: false,
    acceptance: { revisions: ['1.0.0', '1.1.0'] },
  });
  expect((await exportLeads(place, enrichedLeads())).code).toBe(0);
  expect((await poll(place)).document).toMatchObject({ ingested: 1 });
  expect(JSON.parse(String(cards(place)[0]?.['enrichment']))).toEqual(ENRICHMENT);
  expect(revisions(place)).toEqual(['1.1.0']);
  expect(place.count("select count(*) from audit_log where event = 'contract.accepted' and outcome = 'success'")).toBe(
    1,
  );
  expect(place.count("select count(*) from audit_log where event = 'acceptance.read'", 'social-xpress-engine')).toBe(1);
});

test('a consumer of the first build reads what a newer one sends it, without what it does not know', async () => {
  const place = makePlace();
  await accept(place, '^1.1.0');
  expect((await exportLeads(place, enrichedLeads())).code).toBe(0);
  expect((await poll(place, 'first-revision')).document).toMatchObject({ ingested: 1, quarantined: 0 });
  expect(cards(place)[0]).toMatchObject({ enrichment_status: 'ENRICHED', enrichment: null });
});

test('a consumer of today reads what the first build sends', async () => {
  const place = makePlace();
  const leads = plainLeads().map((lead) => ({ ...lead, enrichment_status: 'ENRICHED' }));
  expect((await exportLeads(place, leads, 'first-revision')).code).toBe(0);
  expect((await poll(place)).document).toMatchObject({ ingested: 1, records: LEADS });
  expect(revisions(place)).toEqual(['1.0.0']);
});

test('no build accepts what it cannot read', async () => {
  const place = makePlace();
  const { code, stderr } = await place.run('contract', 'accept', 'lead-card-batch', '--range', '^2');
  expect(code).toBe(2);
  expect(stderr).toContain('this build reads 1.0.0, 1.1.0');
  expect(place.count("select count(*) from audit_log where event = 'contract.accepted'")).toBe(0);
});

test('a consumer of the next major reads the major before it in its own words', async () => {
  const place = makePlace();
  const leads = plainLeads();
  expect((await exportLeads(place, leads)).code).toBe(0);
  expect((await poll(place, 'second-major')).document).toMatchObject({ ingested: 1, records: LEADS });
  expect(cards(place).map(({ username }) => username)).toEqual(leads.map(({ username }) => username));
});

test('a producer of the next major goes on sending the one before it to a target that has not accepted more', async () => {
  const place = makePlace();
  expect((await exportLeads(place, plainLeads(), 'second-major')).code).toBe(0);
  expect((await poll(place)).document).toMatchObject({ ingested: 1 });
});

test('a new major goes to a target that accepted it, is held by a build that does not know it, and taken after the upgrade', async () => {
  const place = makePlace();
  await accept(place, '^1.1.0');
  acceptAsLaterBuild(place, '^2');
  const leads = plainLeads();
  expect((await exportLeads(place, renamed(leads), 'second-major')).code).toBe(0);
  expect(await poll(place)).toMatchObject({ code: 1, document: { held: 1, ingested: 0 } });
  expect((await poll(place, 'second-major')).document).toMatchObject({ held: 0, ingested: 1, archived: 1 });
  expect(cards(place).map(({ username }) => username)).toEqual(leads.map(({ username }) => username));
  expect(revisions(place)).toEqual(['2.0.0']);
});

test('two majors behind is too old for both sides, and so is what was retired', async () => {
  for (const build of ['third-major', 'retired-first'] as const) {
    const place = makePlace();
    await exportLeads(place, plainLeads());
    expect(await poll(place, build)).toMatchObject({ code: 1, document: { quarantined: 1 } });
    expect(place.query('select code from file')).toEqual([{ code: 'VERSION_RETIRED' }]);
    const refused = await exportLeads(place, plainLeads(), build);
    expect(refused).toMatchObject({
      code: 1,
      document: { batches: [{ status: 'refused', code: 'CONTRACT_RETIRED' }] },
    });
  }
});

test('a build that retires what is all that a target accepts does not pass its own check', async () => {
  const place = makePlace();
  await accept(place, '^1.1.0');
  await exportLeads(place, plainLeads());
  const lifecycleOf = async (build?: Build) =>
    (
      (await run(place, build, 'contract', 'check')).document['checks'] as {
        name: string;
        contract: string;
        ok: boolean;
      }[]
    )
      .filter(({ name, contract }) => name === 'lifecycle' && contract === 'lead-card-batch')
      .map(({ ok }) => ok);
  expect(await lifecycleOf()).toEqual([true]);
  expect(await lifecycleOf('retired-active')).toEqual([false]);
});

test('where an acceptance is required nothing goes to a target without one', async () => {
  const place = makePlace();
  writeFileSync(join(place.folder, 'handoff.config.json'), JSON.stringify({ acceptance: { require: true } }));
  const refused = await exportLeads(place, plainLeads());
  expect(refused).toMatchObject({
    code: 1,
    document: { batches: [{ status: 'refused', code: 'CONTRACT_NOT_ACCEPTED' }] },
  });
  expect(
    place.count("select count(*) from audit_log where reason_code = 'CONTRACT_NOT_ACCEPTED'", 'social-xpress-engine'),
  ).toBe(1);
  await accept(place, '^1');
  expect((await exportLeads(place, plainLeads())).code).toBe(0);
});

test('a whole envelope with what the target has not accepted is refused', async () => {
  const place = makePlace();
  const envelope = {
    batch_id: 'sxp_2026_01_11_001',
    schema_version: 'v1',
    created_at: '2026-01-11T18:22:00Z',
    source: 'social-xpress-engine',
    target: 'nextier-execution',
    records: enrichedLeads(),
  };
  writeFileSync(join(place.folder, 'batch.json'), JSON.stringify(envelope));
  const refused = { batches: [{ status: 'refused', code: 'CONTRACT_NOT_ACCEPTED' }] };
  expect(await run(place, undefined, 'export', 'batch.json')).toMatchObject({ code: 1, document: refused });
  await accept(place, '^1.1');
  expect(await run(place, undefined, 'export', 'batch.json')).toMatchObject({ code: 0 });
});

test('an acceptance that was taken away goes on to bind, and what a stranger puts in its place is passed over', async () => {
  const place = makePlace();
  await accept(place, '^1.1.0');
  await exportLeads(place, plainLeads());
  const folder = join(place.folder, 'handoff-data/bucket/acceptances/nextier-execution/lead-card-batch');
  const { execFileSync } = await import('node:child_process');
  execFileSync('rm', ['-r', folder]);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '99991231T235959999Z.json'), '{"range":"^9"}');
  writeFileSync(join(folder, '99991231T235959999Z.jws'), 'a.b.c');
  expect((await exportLeads(place, enrichedLeads())).code).toBe(0);
  expect((await poll(place)).document).toMatchObject({ ingested: 2 });
  expect(place.count('select count(*) from lead_card where enrichment is not null')).toBe(1);
});
