import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { verifyAudit } from '../../audit/index.ts';
import { thisProcess } from '../../base/process-identity.ts';
import { exportInputs } from '../../exporter/index.ts';
import {
  listQuarantine,
  type PollerDeps,
  type PollReport,
  readInbox,
  type Route,
  runPoll,
  showQuarantined,
} from '../../poller/index.ts';
import { exportSettings } from '../commands/export.ts';
import { withExisting, withExporter, withPoller } from '../compose.ts';
import { formatBytes } from '../output.ts';
import { demoBatch, demoBatchId, demoLeads } from './leads.ts';
import { CONSUMER, INBOX, PRODUCER, settingsOf, type Stage } from './stage.ts';
import type { Scene } from './story.ts';

const EXPORTED = 20;
const DROPPED = 5;
const MAX_FILES = 100;

/** A batch as its producer publishes it. Returns the SHA-256 that it was published with. */
export async function exportLeads(stage: Stage, scene: Scene): Promise<string | null> {
  const input = join(stage.folder, 'leads.ndjson');
  const lines = demoLeads(1, EXPORTED, stage.nowMs).map((lead) => JSON.stringify(lead));
  await writeFile(input, `${lines.join('\n')}\n`);
  const settings = settingsOf(stage, PRODUCER);
  const report = await withExporter(stage.command, settings, { dryRun: false }, (deps) =>
    exportInputs(deps, { ...exportSettings(settings, {}), inputs: [input], again: false }),
  );
  const [batch] = report.batches;
  scene.note({ batch_id: batch?.batch_id, key: batch?.key, sha256: batch?.sha256, records: batch?.records });
  scene.tell(`leads.ndjson became ${batch?.key ?? 'nothing'} (${formatBytes(batch?.bytes ?? 0)})`);
  scene.expect(
    `one batch of ${EXPORTED} leads was published`,
    report.batches.length === 1 && batch?.status === 'published' && batch.records === EXPORTED,
  );
  scene.expect('no lead was set aside', report.rejected.count === 0);
  return batch?.sha256 ?? null;
}

/** A whole batch that somebody wrote and copied into the inbox: no metadata, no exporter. */
export async function dropByHand(stage: Stage, scene: Scene): Promise<void> {
  const batchId = demoBatchId(901, stage.nowMs);
  const text = demoBatch(batchId, demoLeads(101, DROPPED, stage.nowMs), stage.nowMs);
  const key = await copyIntoInbox(stage, `${batchId}.json`, text);
  scene.note({ batch_id: batchId, key, records: DROPPED });
  scene.tell(`copied to ${key} (${DROPPED} leads, ${formatBytes(Buffer.byteLength(text))})`);
}

export function corruptedKey(nowMs: number): string {
  return `${INBOX}${demoBatchId(902, nowMs)}.json`;
}

/** The same kind of file, but its upload stopped half way. */
export async function dropCorrupted(stage: Stage, scene: Scene): Promise<void> {
  const batchId = demoBatchId(902, stage.nowMs);
  const whole = demoBatch(batchId, demoLeads(201, DROPPED, stage.nowMs), stage.nowMs);
  const text = whole.slice(0, Math.floor(whole.length / 2));
  const key = await copyIntoInbox(stage, `${batchId}.json`, text);
  scene.note({ batch_id: batchId, key });
  scene.tell(`copied to ${key}, but only ${formatBytes(text.length)} of its ${formatBytes(whole.length)} arrived`);
}

export async function pollInbox(stage: Stage, scene: Scene, sha256: string | null): Promise<void> {
  await withPoller(stage.command, settingsOf(stage, CONSUMER), async (deps, routes) => {
    const report = await poll(deps, routes, scene);
    scene.expect('two batches were ingested: the published one and the one dropped by hand', report.ingested === 2);
    scene.expect('one file was quarantined', report.quarantined === 1);
    const rows = await countLeads(deps);
    scene.note({ lead_cards: rows });
    scene.expect(`the consumer's table lead_card has ${EXPORTED + DROPPED} rows`, rows === EXPORTED + DROPPED);
    const archived = await hashesInArchive(deps);
    scene.expect(
      'the archive holds the very bytes that were published (same SHA-256)',
      sha256 !== null && archived.includes(sha256),
    );
    const inbox = await readInbox(deps.store, routes, stage.nowMs, deps.signal);
    scene.expect('the inbox is empty', inbox.pending === 0);
  });
}

export async function lookIntoQuarantine(stage: Stage, scene: Scene): Promise<void> {
  await withPoller(stage.command, settingsOf(stage, CONSUMER), async ({ database }) => {
    const [first] = await listQuarantine(database);
    const file = first === undefined ? undefined : await showQuarantined(database, String(first.id));
    const problem = file?.problems[0];
    scene.note({ key: file?.key, code: file?.code, problems: file?.problems, kept_at: file?.kept_at });
    scene.tell(`${file?.key ?? 'nothing'} was refused: ${file?.code ?? 'no code'}`);
    scene.tell(`the reason: ${problem?.rule ?? 'none given'}`);
    scene.tell(`kept at ${file?.kept_at ?? 'no place'}, its reason beside it`);
    scene.expect(
      'it is the corrupted file, and its reason says so',
      file?.code === 'JSON_INVALID' && file.key === corruptedKey(stage.nowMs),
    );
  });
}

/** What a hasty operator does: puts an archived object back to where it came from. */
export async function copyBack(stage: Stage, scene: Scene): Promise<void> {
  await withPoller(stage.command, settingsOf(stage, CONSUMER), async (deps, routes) => {
    const before = await countLeads(deps);
    const [archived] = await archivedKeys(deps);
    const name = `${basename(archived ?? '').split('.')[0] ?? ''}.json`;
    await copyFile(join(stage.bucket, archived ?? ''), join(stage.bucket, INBOX, name));
    scene.tell(`copied ${archived ?? 'nothing'}`);
    scene.tell(`back to ${INBOX}${name}`);
    const report = await poll(deps, routes, scene);
    scene.expect(
      'it was recognised as a duplicate and ingested no second time',
      report.duplicates === 1 && report.ingested === 0,
    );
    scene.expect('no row was added', (await countLeads(deps)) === before);
  });
}

/** Recomputes every hash of both logs, each in its own database. */
export async function verifyLogs(stage: Stage, scene: Scene): Promise<void> {
  for (const system of [PRODUCER, CONSUMER]) {
    const verdict = await withExisting(settingsOf(stage, system), (database) => verifyAudit(database));
    const { integrity, completeness, rows } = verdict;
    scene.note({ [system]: { integrity, completeness, rows } });
    scene.expect(
      `${system}: ${rows} entries, integrity ${integrity}, completeness ${completeness}`,
      rows > 0 && integrity === 'ok' && completeness === 'ok',
    );
  }
}

async function copyIntoInbox(stage: Stage, name: string, text: string): Promise<string> {
  const written = join(stage.folder, 'by-hand', name);
  const target = join(stage.bucket, INBOX, name);
  for (const path of [written, target]) await mkdir(dirname(path), { recursive: true });
  await writeFile(written, text);
  await copyFile(written, target);
  return `${INBOX}${name}`;
}

async function poll(deps: PollerDeps, routes: readonly Route[], scene: Scene): Promise<PollReport> {
  const report = await runPoll(deps, {
    routes,
    worker: 'default',
    identity: thisProcess(),
    limit: MAX_FILES,
    breaker: true,
  });
  const { listed, ingested, duplicates, quarantined, archived } = report;
  scene.note({ listed, ingested, duplicates, quarantined, archived });
  scene.tell(
    `poll: ${listed} listed, ${ingested} ingested, ${duplicates} duplicate, ${quarantined} quarantined, ${archived} archived`,
  );
  return report;
}

async function countLeads({ database }: PollerDeps): Promise<number> {
  const [row] = await database.query<{ n: number }>('select count(*) as n from lead_card');
  return row?.n ?? 0;
}

async function archivedKeys({ store, signal }: PollerDeps): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of store.list(`archive/${CONSUMER}/`, { signal }))
    keys.push(...page.map((object) => object.key));
  return keys;
}

async function hashesInArchive(deps: PollerDeps): Promise<string[]> {
  const hashes: string[] = [];
  for (const key of await archivedKeys(deps))
    hashes.push((await deps.store.head(key, deps.signal))?.metadata['sha256'] ?? '');
  return hashes;
}
