import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  anchorKey,
  type AuditVerdict,
  type CheckpointState,
  entryFields,
  isDirty,
  latestCheckpoint,
  openCheckpointer,
  readEntries,
  readHead,
  verifyAudit,
} from '../../audit/index.ts';
import { isoTime, systemClock } from '../../base/clock.ts';
import { AppError, ERRORS } from '../../base/errors.ts';
import { openLog } from '../../base/log.ts';
import { type ObjectStore, openStore } from '../../objectstore/index.ts';
import { type Command, EXIT } from '../command.ts';
import { completenessProbes } from '../completeness-probes.ts';
import { withExisting } from '../compose.ts';
import { exportAudit } from '../export-audit.ts';
import { notesUnder } from '../found-notes.ts';
import { noteSignerOf, noteVerifiersOf } from '../note-keys.ts';
import type { Output } from '../output.ts';
import { type CommonFlags, DATA_FOLDER, readSettings } from '../settings.ts';

export interface AuditLogFlags extends CommonFlags {
  readonly batch?: string;
}

/** The log itself: columns for people, NDJSON with --json. */
export async function auditLog(command: Command<AuditLogFlags>): Promise<number> {
  const { output, flags } = command;
  const settings = await readSettings('consumer', flags, command.environment);
  return withExisting(settings, async (database) => {
    for await (const stored of readEntries(database, flags.batch)) {
      const fields = entryFields(stored);
      if (output.json) output.record(fields);
      else
        output.line(
          [
            fields['seq'],
            fields['ts'],
            fields['outcome'],
            fields['event'],
            fields['reason_code'] ?? '-',
            fields['batch_id'] ?? '-',
          ].join('  '),
        );
    }
    return EXIT.ok;
  });
}

export interface AuditVerifyFlags extends CommonFlags {
  /** A note, or a folder of notes, that somebody else kept. */
  readonly anchors?: string;
}

export async function auditVerify(command: Command<AuditVerifyFlags>): Promise<number> {
  const { flags, output, signal } = command;
  const settings = await readSettings('consumer', flags, command.environment);
  const copies = flags.anchors === undefined ? [] : notesUnder(flags.anchors);
  return withExisting(settings, async (database, { system, role }) => {
    const verifiers = await noteVerifiersOf(settings, system);
    const probes = completenessProbes(database, role);
    const verdict = await withStore(settings.store, (store) =>
      verifyAudit(database, { system, verifiers, store, copies, probes, signal }),
    );
    output.document(verdict);
    printVerdict(output, system, verdict);
    const { integrity, completeness, evidence, anchors_code: code } = verdict;
    if (integrity !== 'ok' || completeness !== 'ok' || evidence !== 'ok') return EXIT.refused;
    return code === null ? EXIT.ok : ERRORS[code].exit;
  });
}

function printVerdict(output: Output, system: string, verdict: AuditVerdict): void {
  const { integrity, completeness, evidence, rows, checkpoints, unanchored_tail: tail } = verdict;
  const fine = integrity === 'ok' && completeness === 'ok' && evidence === 'ok';
  const say = fine ? output.good : output.bad;
  const parts = `integrity ${integrity}, completeness ${completeness}, evidence ${evidence}`;
  output.line(`${output.bold(system)}: ${say(parts)}`);
  output.line(`${rows} entries, ${checkpoints} checkpoints, ${tail} entries after the last one`);
  if (verdict.signatures === 'unchecked') {
    output.line('signatures were not checked: no key of this system is named (HANDOFF_TRUST, HANDOFF_SIGNING_KEY)');
  }
  if (verdict.anchors === 'unreachable') {
    output.line(`the anchors in the store could not be read: ${String(verdict.anchors_code)}`);
  }
  for (const finding of verdict.findings) output.line(`  entry ${finding.seq}: ${finding.kind}: ${finding.detail}`);
}

export interface AuditCheckpointFlags extends CommonFlags {
  readonly dryRun?: boolean;
}

/** Cuts a checkpoint now, if the log has grown, and puts every one that waits for it into the store. */
export async function auditCheckpoint(command: Command<AuditCheckpointFlags>): Promise<number> {
  const { flags, output, signal } = command;
  const settings = await readSettings('consumer', flags, command.environment);
  const dryRun = flags.dryRun ?? false;
  return withExisting(settings, async (database, { system }) => {
    const signer = await noteSignerOf(settings, system);
    if (signer === undefined) throw noSigner(system);
    const grown = await isDirty(database);
    if (!dryRun) {
      const log = await openLog(output.logLevel);
      await withStore(settings.store, (store) =>
        openCheckpointer({ database, store, signer, system, clock: systemClock, log, signal }).cut(),
      );
    }
    const checkpoint = await latestCheckpoint(database);
    const key = checkpoint === undefined ? null : anchorKey(system, checkpoint.size);
    const { size = 0, head_hash: head = null, state = null } = checkpoint ?? {};
    output.document({ system, cut: grown && !dryRun, grown, size, head_hash: head, key, state, dry_run: dryRun });
    output.line(`${output.bold(system)}: ${grown ? (dryRun ? 'would cut a checkpoint' : 'cut') : 'nothing new'}`);
    if (checkpoint !== undefined) output.line(`${size} entries, head ${head}, ${state} at ${key}`);
    return exitAfterCut(state, dryRun);
  });
}

function noSigner(system: string): AppError {
  return new AppError('misconfigured', `cut a checkpoint of ${system}: no key to sign it with is named`, {
    hint: 'make one with "handoff keys new", and name it with HANDOFF_SIGNING_KEY',
  });
}

/** A checkpoint that could not be put is as good as none for whoever asked for it. */
function exitAfterCut(state: CheckpointState | null, dryRun: boolean): number {
  if (dryRun || state === 'anchored' || state === null) return EXIT.ok;
  return state === 'forked' ? EXIT.refused : ERRORS.unavailable.exit;
}

export interface AuditExportFlags extends CommonFlags {
  readonly out?: string;
}

/** The log and all checkpoints as files, for an auditor elsewhere. */
export async function auditExport(command: Command<AuditExportFlags>): Promise<number> {
  const { flags, output, signal } = command;
  const settings = await readSettings('consumer', flags, command.environment);
  return withExisting(settings, async (database, { system }) => {
    const { seq } = await readHead(database);
    const folder = flags.out ?? join(DATA_FOLDER, 'audit-export', `${system}-${seq}`);
    const exported = await exportAudit(database, folder, signal);
    const keys = (await noteVerifiersOf(settings, system)).map(({ verifierKey }) => verifierKey);
    const manifest = { system, folder, exported_at: isoTime(systemClock.now()), ...exported, keys };
    writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
    output.document(manifest);
    output.line(`${output.bold(system)}: ${exported.rows} entries, ${exported.checkpoints} checkpoints`);
    output.line(`${exported.peer_checkpoints} checkpoints of peers, all in ${folder}`);
    return EXIT.ok;
  });
}

async function withStore<T>(url: string, fn: (store: ObjectStore) => Promise<T>): Promise<T> {
  const store = await openStore(url);
  try {
    return await fn(store);
  } finally {
    await store.close();
  }
}
