/** What the tables say must be true of the bytes: of those that were put, of the ledger, and of where they lie now. */
import { type FileState, sqlList, TERMINAL_STATES } from '../../../src/poller/file-states.ts';
import type { FileRow } from '../../../src/poller/file-table.ts';
import { INBOX } from '../world.ts';
import { isGood } from './deliveries.ts';
import type { Delivery } from './ground.ts';
import { identityOfEtag, type Objects, sourceOf, type StoredObject, type Tables } from './snapshot.ts';
import { type Finding, firstOf } from './violation.ts';

export interface Scene {
  readonly tables: Tables;
  readonly objects: Objects;
  readonly deliveries: ReadonlyMap<string, Delivery>;
}

const ENDED: readonly FileState[] = TERMINAL_STATES;
/** For messages: what a live row is. */
const LIVE_IS = `not ${sqlList(TERMINAL_STATES)}`;

/** One live row a key, and a ledger whose batches were good, whole and are never written over. */
export function checkTables(before: Tables, { tables, deliveries }: Scene): Finding {
  return firstOf([checkLiveKeys(tables), checkLedger(before, tables), checkBatches(tables, deliveries)]);
}

function checkLiveKeys(tables: Tables): Finding {
  const keys = new Set<string>();
  for (const row of tables.files.values()) {
    if (ENDED.includes(row.state)) continue;
    if (keys.has(row.key)) return `${row.key} has two rows whose state is ${LIVE_IS}`;
    keys.add(row.key);
  }
  return undefined;
}

function checkLedger(before: Tables, after: Tables): Finding {
  for (const [id, { sha256 }] of before.ledger)
    if (after.ledger.get(id)?.sha256 !== sha256) return `the ledger forgot or changed ${id}`;
  for (const id of after.cards.keys())
    if (!after.ledger.has(id)) return `${id} has lead cards and is not in the ledger`;
  for (const [id, { records }] of after.ledger)
    if ((after.cards.get(id) ?? 0) !== records) return `${id} has not the lead cards that the ledger says`;
  return undefined;
}

function checkBatches(tables: Tables, deliveries: Scene['deliveries']): Finding {
  const good = new Set<string>();
  for (const { id, sha256, kind } of deliveries.values()) if (isGood(kind)) good.add(`${id} ${sha256}`);
  for (const [id, { sha256 }] of tables.ledger)
    if (!good.has(`${id} ${sha256}`)) return `the ledger took ${id} with bytes that nobody delivered as good`;
  return undefined;
}

/** A row for an object that was moved away already, added by who believed an old listing. */
export function checkBeginning(row: FileRow, { tables, objects }: Scene): Finding {
  if (sourceOf(objects, row) !== undefined) return undefined;
  for (const other of tables.files.values()) {
    const isMoved = other.state === 'done' || (other.state === 'quarantined' && other.marked === 0);
    if (isMoved && identityOfEtag(other.etag) === identityOfEtag(row.etag))
      return `file ${row.id} (${row.key}) begins with an object that file ${other.id} has moved`;
  }
  return undefined;
}

/** A row that came to a state in this step: what the state says must be so. */
export function checkArrival(row: FileRow, scene: Scene): Finding {
  const found = firstOf([checkHash(row, scene), checkState(row, scene)]);
  return found && `file ${row.id} (${row.key}) is ${row.state}: ${found}`;
}

function checkHash(row: FileRow, { deliveries }: Scene): Finding {
  const delivered = deliveries.get(identityOfEtag(row.etag));
  if (delivered === undefined) return 'it was never delivered';
  return row.sha256 === null || row.sha256 === delivered.sha256 ? undefined : 'it has not the hash of its bytes';
}

function checkState(row: FileRow, scene: Scene): Finding {
  switch (row.state) {
    case 'committed':
      return checkCommitted(row, scene.tables);
    case 'archived':
      return checkKept(row, scene);
    case 'done':
      return sourceOf(scene.objects, row) === undefined ? undefined : 'its object is still in the inbox';
    case 'quarantined':
      return checkQuarantined(row, scene);
    case 'quarantining':
      return row.code === 'CRASH_LOOP' && row.crashes < 3 ? `a crash loop after ${row.crashes} crashes` : undefined;
    default:
      return undefined;
  }
}

function checkCommitted(row: FileRow, { ledger }: Tables): Finding {
  if (row.verdict !== 'ingested' && row.verdict !== 'duplicate') return `its verdict is ${row.verdict}`;
  return ledger.get(row.batch_id ?? '')?.sha256 === row.sha256 ? undefined : 'the ledger has not these bytes';
}

function checkKept(row: FileRow, { objects, deliveries }: Scene): Finding {
  const kept = objects.get(row.destination ?? '');
  if (kept === undefined) return 'its copy is not there';
  return kept.sha256 === deliveries.get(identityOfEtag(row.etag))?.sha256 ? undefined : 'its copy has other bytes';
}

/** It killed even whoever was to move it: from then on nobody touches it. */
export function isLeft(row: FileRow): boolean {
  return row.code === 'CRASH_LOOP' && row.crashes > 3 && row.marked === 1 && row.destination === null;
}

function checkQuarantined(row: FileRow, scene: Scene): Finding {
  if (isLeft(row)) return undefined;
  if (row.marked === 0 && sourceOf(scene.objects, row) !== undefined) return 'its object is still in the inbox';
  return checkReason(row, scene) ?? checkKept(row, scene);
}

function checkReason(row: FileRow, { objects }: Scene): Finding {
  const reason = (row.destination ?? '').replace(/[.]json$/, '.reason.json');
  return objects.has(reason) ? undefined : 'no reason lies beside its copy';
}

/** A step of a process at the store. Nothing is removed but what is durable, recorded and kept; nothing kept ever changes. */
export function checkObjects(before: Objects, scene: Scene): Finding {
  for (const object of before.values()) {
    const now = scene.objects.get(object.key);
    if (now?.identity === object.identity && now.sha256 === object.sha256) continue;
    const found = object.key.startsWith(INBOX) ? checkRemoval(object, now, scene) : 'a kept object went or changed';
    if (found !== undefined) return `${object.key}: ${found}`;
  }
  for (const object of scene.objects.values()) {
    const found = before.has(object.key) ? undefined : checkCopy(object, scene);
    if (found !== undefined) return `${object.key}: ${found}`;
  }
  return undefined;
}

function checkRemoval(object: StoredObject, now: StoredObject | undefined, scene: Scene): Finding {
  if (now !== undefined) return 'the inbox was written to';
  for (const row of scene.tables.files.values()) {
    if (row.key !== object.key || identityOfEtag(row.etag) !== object.identity) continue;
    const { state } = row;
    if (state === 'archived' || state === 'done') return checkKept(row, scene);
    if (state === 'quarantining' || state === 'quarantined') return checkReason(row, scene) ?? checkKept(row, scene);
  }
  return 'removed before its copy was recorded';
}

function checkCopy(object: StoredObject, { tables }: Scene): Finding {
  if (object.key.endsWith('.reason.json')) return undefined;
  const rows = [...tables.files.values()].filter((row) => row.destination === object.key);
  // Who slept may still copy to quarantine what was left or given back meanwhile; a copy too many harms nobody.
  if (!object.key.startsWith('archive/')) return undefined;
  if (rows.length === 0) return 'a copy that no row knows';
  const isTaken = [...tables.ledger.values()].some(({ sha256 }) => sha256 === object.sha256);
  return isTaken ? undefined : 'archived before the ledger has it';
}
