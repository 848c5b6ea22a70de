import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { leafCommands } from '../support/command-tree.ts';
import { enrichment } from '../contract/leads.ts';
import { seedEngaged } from '../outreach/support/engaged.ts';
import { openHub, TEMPLATES } from '../outreach/support/hub.ts';
import { recordEvent } from '../../src/outreach/record-event.ts';
import { freshFolder, handoff, LEADS } from '../support/handoff.ts';

const GOOD = join(LEADS, 'sxp_2026_01_11_901.json');
const CONTEXT = fileURLToPath(
  new URL('../../src/contract/execution-handoff-context/1.0.0/examples/valid/content-gap.json', import.meta.url),
);
const BAD = 'sxp_2026_01_12_901.json';
const INBOX = 'handoff-data/bucket/exports/lead-batches';

const TRUST = 'trust.jwks.json';
/** A list with a key that everybody knows: that of RFC 8037. */
const KNOWN = 'known.jwks.json';
const KID = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';
const X = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
const KNOWN_KEY = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: X,
  kid: KID,
  system: 'social-xpress-engine',
  purpose: ['statement'],
};

const LEAD = '00000000-0000-4000-8000-00000000e0e0';
const FOUND = 'found.json';
const FIRST_BATCH = `eng_${new Date().toISOString().slice(0, 10).replaceAll('-', '_')}_001`;
const HUB_CONFIG = 'hub.config.json';
const HUB_LINKS = { publicUrl: 'https://o.example', schedulerUrl: 'https://meet.example/acme', templates: TEMPLATES };

interface Call {
  readonly command: string;
  readonly args: readonly string[];
  readonly keys: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
}

const MOVED = ['campaign_id', 'outreach_id', 'status', 'scheduled_at', 'correlation_id', 'dry_run'] as const;

/** In an order in which each finds something to tell. */
const CALLS: readonly Call[] = [
  { command: 'init', args: [], keys: ['config', 'folders', 'bucket', 'signing'] },
  { command: 'export', args: [join(LEADS, 'leads.csv')], keys: ['batches', 'rejected'] },
  { command: 'drop', args: ['drop', '--once', '--dry-run'], keys: ['sent', 'rejected', 'files'] },
  { command: 'plan', args: [], keys: ['files'] },
  {
    command: 'poll',
    args: ['--once'],
    keys: ['run_id', 'already_running', 'listed', 'ingested', 'requests', 'duration_ms'],
  },
  { command: 'reconcile', args: [], keys: ['batches', 'taken', 'waiting', 'gone', 'resumed', 'problems'] },
  { command: 'status', args: ['--system', 'nextier-execution'], keys: ['inbox', 'files', 'quarantine', 'last_run'] },
  { command: 'quarantine ls', args: [], keys: ['files'] },
  { command: 'quarantine show', args: ['sxp_2026_01_12_901'], keys: ['id', 'key', 'code', 'problems', 'kept_at'] },
  { command: 'quarantine release', args: ['sxp_2026_01_12_901', '--dry-run'], keys: ['action', 'id', 'key'] },
  { command: 'quarantine discard', args: ['sxp_2026_01_12_901'], keys: ['action', 'id', 'key'] },
  { command: 'explain', args: ['sxp_2026_01_12_901'], keys: ['batch_id', 'verdict', 'events'] },
  {
    command: 'audit verify',
    args: ['--system', 'nextier-execution'],
    keys: ['integrity', 'completeness', 'rows', 'first_bad_seq', 'checkpoints', 'unanchored_tail', 'findings'],
  },
  {
    command: 'audit export',
    args: ['--system', 'nextier-execution'],
    keys: ['system', 'folder', 'exported_at', 'rows', 'head_hash', 'checkpoints', 'peer_checkpoints', 'keys'],
  },
  { command: 'keys new', args: ['--system', 'nextier-execution', '--trust', TRUST], keys: ['kid', 'file', 'public'] },
  {
    command: 'audit checkpoint',
    args: ['--system', 'nextier-execution'],
    settings: { HANDOFF_SIGNING_KEY: 'handoff-data/nextier-execution.key.json' },
    keys: ['system', 'cut', 'grown', 'size', 'head_hash', 'key', 'state', 'dry_run'],
  },
  { command: 'keys list', args: ['--trust', TRUST], keys: ['own', 'trust_file', 'required', 'trusted'] },
  { command: 'keys retire', args: [KID, '--trust', KNOWN, '--dry-run'], keys: ['kid', 'system', 'status', 'at'] },
  { command: 'keys revoke', args: [KID, '--trust', KNOWN], keys: ['kid', 'system', 'status', 'at', 'already'] },
  { command: 'verify-archive', args: [], keys: ['ok', 'archived', 'verified', 'bytes', 'pending', 'findings'] },
  { command: 'rebuild-ledger', args: ['--dry-run'], keys: ['archived', 'known', 'taken', 'damaged', 'conflicts'] },
  { command: 'replay', args: ['--from-archive', '2026-01-11'], keys: ['replayed', 'count'] },
  { command: 'contract ls', args: [], keys: ['contracts'] },
  { command: 'contract show', args: ['lead-card-batch'], keys: ['contract', 'versions', 'schema'] },
  { command: 'contract validate', args: [GOOD], keys: ['ok', 'contract', 'version', 'problems'] },
  { command: 'contract scan', args: [CONTEXT], keys: ['verdict', 'findings'] },
  {
    command: 'contract diff',
    args: ['lead-card-batch@1.0.0', 'lead-card-batch@1.1.0'],
    keys: ['verdict', 'changes'],
  },
  { command: 'contract check', args: [], keys: ['ok', 'checks'] },
  {
    command: 'contract accept',
    args: ['lead-card-batch', '--range', '^1', '--dry-run'],
    keys: ['acceptance', 'key', 'signed', 'dry_run'],
  },
  {
    command: 'enrichment request',
    args: [LEAD, '--by', 'dana'],
    keys: ['lead_id', 'from', 'to', 'approved_by', 'approved_at', 'dry_run'],
  },
  {
    command: 'enrichment fail',
    args: [LEAD, '--dry-run'],
    keys: ['lead_id', 'from', 'to', 'approved_by', 'approved_at', 'dry_run'],
  },
  {
    command: 'enrichment complete',
    args: [LEAD, '--file', FOUND],
    keys: ['lead_id', 'from', 'to', 'approved_by', 'approved_at', 'dry_run'],
  },
  {
    command: 'enrichment show',
    args: [LEAD],
    keys: ['lead_id', 'state', 'approved_by', 'approved_at', 'updated_at', 'enrichment'],
  },
  { command: 'outreach token-keys new', args: [], keys: ['file', 'keys', 'dry_run'] },
  { command: 'outreach token-keys rotate', args: ['--dry-run'], keys: ['file', 'keys', 'dry_run'] },
  { command: 'outreach token-keys ls', args: [], keys: ['file', 'keys', 'dry_run'] },
  {
    command: 'outreach mailbox add',
    args: ['sam@sender.example', '--daily', '20'],
    keys: ['mailbox', 'added', 'dry_run'],
  },
  { command: 'outreach mailbox ls', args: [], keys: ['mailboxes'] },
  {
    command: 'outreach mailbox disable',
    args: ['sam@sender.example', '--by', 'dana'],
    keys: ['mailbox_id', 'address', 'health', 'dry_run'],
  },
  {
    command: 'outreach mailbox enable',
    args: ['sam@sender.example', '--dry-run'],
    keys: ['mailbox_id', 'address', 'health', 'dry_run'],
  },
  { command: 'outreach run', args: ['--once', '--dry-run'], keys: ['already_running', 'due', 'dry_run'] },
  { command: 'outreach sends', args: ['--state', 'scheduled'], keys: ['sends', 'counts'] },
  {
    command: 'outreach campaign create',
    args: ['silver', '--draft', '--config', HUB_CONFIG],
    keys: ['campaigns', 'dry_run'],
  },
  { command: 'outreach campaign schedule', args: ['silver', '--config', HUB_CONFIG], keys: [...MOVED] },
  { command: 'outreach campaign pause', args: ['silver'], keys: [...MOVED] },
  { command: 'outreach campaign resume', args: ['silver'], keys: [...MOVED] },
  { command: 'outreach campaign show', args: ['silver'], keys: ['campaign', 'history', 'gate', 'steps', 'sends'] },
  { command: 'outreach campaign diagnose', args: ['silver'], keys: ['campaign_id', 'status', 'in_the_way', 'checks'] },
  { command: 'outreach campaign cancel', args: ['silver', '--dry-run'], keys: [...MOVED] },
  { command: 'outreach events', args: ['--type', 'reply'], keys: ['events'] },
  { command: 'outreach errors', args: ['--open'], keys: ['errors'] },
  { command: 'outreach webhooks', args: ['--quarantined'], keys: ['webhooks'] },
  { command: 'outreach inbox read', args: ['--dry-run'], keys: ['mailboxes', 'dry_run'] },
  { command: 'outreach signals drain', args: [], keys: ['batches', 'waiting', 'is_late', 'dry_run'] },
  { command: 'outreach signals ls', args: [], keys: ['waiting', 'oldest_at', 'batches'] },
  {
    command: 'outreach signals replay',
    args: [FIRST_BATCH],
    keys: ['batch_id', 'signals', 'status', 'dry_run'],
  },
  {
    command: 'outreach suppress',
    args: ['ada@example.com', '--by', 'dana'],
    keys: ['scope', 'key', 'reason', 'added', 'ended', 'lifted', 'dry_run'],
  },
  {
    command: 'outreach calendar-link',
    args: ['acme', '--config', HUB_CONFIG],
    keys: ['url', 'jti', 'outreach_id', 'campaign_id', 'contact_id', 'expires_at', 'correlation_id', 'dry_run'],
  },
  {
    command: 'outreach serve',
    args: ['--dry-run', '--config', HUB_CONFIG],
    keys: ['url', 'public_url', 'scheduler_url', 'webhooks', 'dry_run'],
  },
  { command: 'doctor', args: [], keys: ['ok', 'checks'] },
  { command: 'demo', args: [], keys: ['ok', 'steps'] },
  { command: 'completion', args: ['bash'], keys: ['shell', 'script'] },
];
/** The log has no end that could be waited for, so it is one document a line. */
const LINES = ['audit log'];

const folder = freshFolder();
writeFileSync(join(folder, KNOWN), JSON.stringify({ keys: [KNOWN_KEY] }));
writeFileSync(join(folder, FOUND), JSON.stringify(enrichment()));
writeFileSync(join(folder, HUB_CONFIG), JSON.stringify({ outreach: HUB_LINKS }));

/** A company that is written to, so that there is one to make a calendar link for and one that answered. */
async function seedHub(): Promise<void> {
  const hub = await openHub({ folder });
  await hub.seedTarget({ outreachId: 'silver', score: 60, evaluatedAt: new Date().toISOString() });
  const { campaignId, sid, correlationId, sends } = await seedEngaged(hub);
  const [send] = sends;
  const campaign = { campaign_id: campaignId, outreach_id: 'acme', sid, correlation_id: correlationId };
  await hub.database.transaction((tx) =>
    recordEvent(tx, hub.deps, {
      type: 'reply',
      campaign,
      send: send ?? null,
      actorClass: 'human',
      confidence: 1,
      source: 'imap',
      occurredAt: new Date().toISOString(),
      dedupeKey: 'reply',
      processId: 'outreach-execution-engage-20260603-0a0b0c0d',
    }),
  );
  await hub.close();
}

test('every command is here', () => {
  const named = [...CALLS.map(({ command }) => command), ...LINES];
  expect(named.toSorted()).toEqual(leafCommands().map(({ path }) => path.join(' ')).toSorted()); // prettier-ignore
});

test.each(CALLS)('$command --json prints one document and nothing else', async ({ command, args, keys, settings }) => {
  if (command === 'drop') mkdirSync(join(folder, 'drop'));
  if (command === 'outreach token-keys new') await seedHub();
  const { stdout, stderr } = handoff(folder, [...command.split(' '), ...args, '--json'], settings);
  if (command === 'export') copyFileSync(join(LEADS, BAD), join(folder, INBOX, BAD));
  expect(stderr).toBe('');
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(Object.keys(JSON.parse(stdout) as object)).toEqual(expect.arrayContaining([...keys]));
});

test('audit log --json prints one entry a line', () => {
  const { stdout } = handoff(folder, ['audit', 'log', '--system', 'nextier-execution', '--json']);
  const entries = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>); // prettier-ignore
  expect(entries.length).toBeGreaterThan(3);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  expect(Object.keys(entries[0] ?? {})).toEqual(
    expect.arrayContaining([
      'ts',
      'event',
      'outcome',
      'batch_id',
      'schema_version',
      'target',
      'checksum',
      'prev_hash',
      'entry_hash',
    ]),
  );
});

test('--quiet prints nothing, and the exit code still tells', () => {
  const place = freshFolder();
  expect(handoff(place, ['contract', 'validate', join(LEADS, BAD), '--quiet'])).toEqual({
    status: 1,
    stdout: '',
    stderr: '',
  });
  expect(handoff(place, ['export', GOOD, '--quiet'])).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('what is no terminal gets no colour', () => {
  const { stdout } = handoff(freshFolder(), ['contract', 'validate', GOOD]);
  expect(stdout).toBe(`${GOOD}: valid, lead-card-batch 1.0.0\n`);
});

test.each([
  ['lead-card-batch@1.0.0', '1.0.0'],
  ['lead-card-batch', '1.1.0'],
])('the schema that is shown of %s is the one that was released', (name, version) => {
  const released = readFileSync(
    new URL(`../../src/contract/lead-card-batch/${version}/schema.json`, import.meta.url),
    'utf8',
  );
  const { stdout } = handoff(folder, ['contract', 'show', name, '--json']);
  expect((JSON.parse(stdout) as { schema: unknown }).schema).toEqual(JSON.parse(released));
});
