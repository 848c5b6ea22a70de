import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditModule, openAuditLog } from '../../../src/audit/index.ts';
import { type Clock, isoTime } from '../../../src/base/clock.ts';
import { silentLog } from '../../../src/base/log.ts';
import { claimStamp, type Database, migrate, openDatabase, stampModule } from '../../../src/database/index.ts';
import type { HubDeps } from '../../../src/outreach/context.ts';
import { DEFAULT_HUB_SETTINGS, type HubSettings } from '../../../src/outreach/hub-settings.ts';
import { outreachModule } from '../../../src/outreach/tables/module.ts';
import { pollerModule } from '../../../src/poller/index.ts';
import { takeTargets } from '../../../src/poller/outreach-target-table.ts';
import { ROOT } from '../../house/copy-of-the-tree.ts';

export const HUB_SYSTEM = 'outreach-hub';
export const TEMPLATES = join(ROOT, 'fixtures', 'outreach-templates');

/** A Wednesday at ten in UTC, inside the default window. */
export const WEDNESDAY = Date.parse('2026-06-03T10:00:00.000Z');

export interface FakeClock extends Clock {
  set(ms: number): void;
  advance(ms: number): void;
}

export function fakeClock(startMs = WEDNESDAY): FakeClock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    set: (ms) => {
      nowMs = ms;
    },
    advance: (ms) => {
      nowMs += ms;
    },
  };
}

export interface SeedContact {
  readonly contactId?: string;
  readonly name?: string;
  readonly email?: string;
  readonly emailStatus?: 'verified' | 'unverified' | 'risky' | 'invalid' | 'unknown';
  readonly role?: string | null;
  readonly timezone?: string | null;
}

export interface SeedTarget {
  readonly outreachId: string;
  readonly score: number | null;
  /** The one that fits the score unless told. */
  readonly tier?: string;
  /** One verified contact unless told. */
  readonly contacts?: readonly SeedContact[];
  readonly timezone?: string | null;
  /** RFC 3339; now unless told. */
  readonly evaluatedAt?: string;
  /** One that says which evaluation it is unless told: a second seed of a company is a new evaluation. */
  readonly evaluationId?: string;
  readonly correlationId?: string;
  readonly sid?: string;
  readonly emailMethod?: string | null;
}

export interface TestHub {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly deps: HubDeps;
  readonly database: Database;
  readonly clock: FakeClock;
  /** A company as the poller writes it; a second time: its next evaluation, with its contacts replaced. */
  seedTarget(target: SeedTarget): Promise<{ readonly evaluationId: string; readonly correlationId: string }>;
  /** Another connection to the same database, with everything else shared: a second process. */
  another(): Promise<{ readonly deps: HubDeps; close(): Promise<void> }>;
  close(): Promise<void>;
}

export interface HubOptions {
  /** Milliseconds; `WEDNESDAY` unless told. */
  readonly now?: number;
  readonly settings?: Partial<HubSettings>;
  /** The database lies in `handoff-data` under it, where the command line finds it; a fresh one unless told. */
  readonly folder?: string;
  /** What `env:NAME` stands for. */
  readonly refs?: Readonly<Record<string, string>>;
}

/** One hub with its own database file and time; kept on disk when a test fails. */
export async function openHub(options: HubOptions = {}): Promise<TestHub> {
  const clock = fakeClock(options.now);
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'handoff-hub-')));
  await mkdir(join(folder, 'handoff-data'), { recursive: true });
  const databaseUrl = `sqlite:${join(folder, 'handoff-data', `${HUB_SYSTEM}.db`)}`;
  const database = await openDatabase(databaseUrl);
  await migrate(database, [stampModule], clock);
  await claimStamp(database, { system: HUB_SYSTEM, role: 'hub' }, clock);
  await migrate(database, [auditModule, pollerModule, outreachModule], clock);
  const deps = depsOf(database, clock, options);
  return {
    folder,
    databaseUrl,
    deps,
    database,
    clock,
    seedTarget: (target) => seedTarget(database, clock, target),
    another: async () => {
      const second = await openDatabase(databaseUrl);
      return { deps: { ...deps, database: second }, close: () => second.close() };
    },
    close: () => database.close(),
  };
}

function depsOf(database: Database, clock: Clock, { settings, refs = {} }: HubOptions): HubDeps {
  return {
    database,
    audit: openAuditLog(HUB_SYSTEM, clock),
    clock,
    log: silentLog,
    signal: new AbortController().signal,
    system: HUB_SYSTEM,
    settings: { ...DEFAULT_HUB_SETTINGS, templates: TEMPLATES, ...settings },
    resolveRef: (ref) => {
      const url = refs[ref.replace(/^env:/, '')];
      if (url === undefined) throw new Error(`the test gave no address for ${ref}`);
      return url;
    },
  };
}

/** By the poller's own hand. */
async function seedTarget(
  database: Database,
  clock: Clock,
  target: SeedTarget,
): Promise<{ evaluationId: string; correlationId: string }> {
  const { outreachId, score, timezone = null, emailMethod = null, contacts = [{}] } = target;
  return database.transaction(async (tx) => {
    const [before] = await tx.query<{ n: number }>('select count(*) as n from bit_scores where outreach_id = $1', [
      outreachId,
    ]);
    const nth = Number(before?.n ?? 0) + 1;
    const evaluationId = target.evaluationId ?? `eval-${outreachId}-${nth}`;
    const correlationId = target.correlationId ?? `corr-${outreachId}-${nth}`;
    const cells = [
      outreachId,
      target.sid ?? `sid-${outreachId}`,
      evaluationId,
      score,
      target.tier ?? tierOf(score),
      target.evaluatedAt ?? isoTime(clock.now()),
      correlationId,
      emailMethod,
      timezone,
      JSON.stringify(contacts.map((contact, index) => contactCells(outreachId, contact, index + 1))),
    ];
    const day = isoTime(clock.now()).slice(0, 10).replaceAll('-', '_');
    await takeTargets(tx, `otb_${day}_${String(nth).padStart(3, '0')}`, clock.now(), [cells]);
    return { evaluationId, correlationId };
  });
}

function contactCells(outreachId: string, contact: SeedContact, nth: number): (string | null)[] {
  return [
    contact.contactId ?? `${outreachId}-c${nth}`,
    contact.name ?? `Ada ${nth}`,
    contact.email ?? `ada${nth}@${outreachId.toLowerCase()}.example`,
    contact.emailStatus ?? 'verified',
    contact.role ?? '',
    contact.timezone ?? null,
  ];
}

function tierOf(score: number | null): string {
  if (score === null || score < 50) return 'NONE';
  return score >= 75 ? 'GOLD' : 'SILVER';
}
