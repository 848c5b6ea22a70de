import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isoTime } from '../base/clock.ts';
import type { ReasonCode } from '../base/reasons.ts';
import { askingTargets } from './acceptances.ts';
import type { ExportContext } from './context.ts';
import type { DropOutcome } from './drop-request.ts';
import { REJECTED, SENT, stampOf } from './drop-scan.ts';
import { exportInput } from './export-input.ts';
import { FileWriter } from './file-writer.ts';
import { openInput } from './open-input.ts';
import { fitName, linkFile, placeFile, removeName } from './place-file.ts';
import type { InputOutcome } from './request.ts';

/** Twenty problems a batch, and a name for each batch. */
const MAX_REASON_BYTES = 1024 * 1024;

/**
 * Publishes one file of the drop folder and moves it away. Killed between the two, it is published again, which finds
 * that every batch exists, and is moved then. Undefined when it changed meanwhile: then it is another file.
 */
export async function dropFile(ctx: ExportContext, folder: string, name: string): Promise<DropOutcome | undefined> {
  const path = join(folder, name);
  const stamp = stampOf(path);
  if (stamp === undefined) return undefined;
  const input = await openInput(path, { stdin: undefined, spool: ctx.spool, signal: ctx.signal, regularOnly: true });
  try {
    const outcome = await exportInput(await askingTargets(ctx), input);
    const verdict = verdictOf(outcome);
    if (ctx.settings.dryRun) return { ...verdict, name, moved_to: null };
    if (stampOf(path) !== stamp) return undefined;
    const move = verdict.verdict === 'sent' ? moveSent : moveRejected;
    const moved_to = move(ctx, { folder, name, stamp }, verdict);
    return { ...verdict, name, moved_to };
  } finally {
    input.close();
  }
}

type Verdict = Omit<DropOutcome, 'name' | 'moved_to'>;

/** Sent as soon as anything of it was. */
function verdictOf({ batches, rejectedCount, rejectsFile }: InputOutcome): Verdict {
  const refused = batches.find(({ status }) => status === 'refused');
  const sent = batches.some(({ status }) => status !== 'refused');
  const code: ReasonCode = refused?.code ?? (rejectedCount > 0 ? 'SCHEMA_INVALID' : 'SEMANTIC_INVALID');
  return {
    verdict: sent ? 'sent' : 'rejected',
    batches,
    rejected: { count: rejectedCount, file: rejectsFile },
    ...(sent ? {} : { code }),
  };
}

/** A file of the drop folder as it was when it was published. */
interface Dropped {
  readonly folder: string;
  readonly name: string;
  readonly stamp: string;
}

function moveSent(ctx: ExportContext, { folder, name, stamp }: Dropped, verdict: Verdict): string {
  if (verdict.rejected.count > 0) writeReason(ctx, folder, { name, file: `${fitName(name)}.reason.json`, verdict });
  return `${SENT}/${placeFile(join(folder, name), { folder: join(folder, SENT), name, stamp })}`;
}

/** The reason stands beside the file before the file leaves its old place. */
function moveRejected(ctx: ExportContext, { folder, name, stamp }: Dropped, verdict: Verdict): string {
  const path = join(folder, name);
  const placing = { folder: join(folder, REJECTED), name, stamp };
  const given = linkFile(path, placing);
  writeReason(ctx, folder, { name, file: `${fitName(given)}.reason.json`, verdict });
  removeName(path, placing);
  return `${REJECTED}/${given}`;
}

interface Reason {
  readonly name: string;
  readonly file: string;
  readonly verdict: Verdict;
}

function writeReason({ clock }: ExportContext, folder: string, { name, file, verdict }: Reason): void {
  const { batches, rejected, code } = verdict;
  const reason = {
    file: name,
    at: isoTime(clock.now()),
    code: code ?? null,
    problems: batches.flatMap(({ problems }) => problems ?? []),
    rejected_records: rejected.count,
    rejects_file: rejected.file === null ? null : basename(rejected.file),
    published: batches.filter(({ status }) => status !== 'refused').map(({ batch_id }) => batch_id),
  };
  // Killed after this, the file is taken up again: what was said of it then need not be said twice.
  const reuseIf = (path: string): boolean => saysTheSame(path, reason);
  const temporary = join(folder, REJECTED, `.${file}.part`);
  const writer = new FileWriter(temporary);
  writer.writeText(`${JSON.stringify(reason, null, 2)}\n`);
  writer.finish();
  placeFile(temporary, { folder: join(folder, REJECTED), name: file, reuseIf });
}

/** But for the time. Anybody may have put anything under that name. */
function saysTheSame(path: string, reason: { readonly at: string }): boolean {
  if (statSync(path).size > MAX_REASON_BYTES) return false;
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as object;
    return JSON.stringify({ ...found, at: reason.at }) === JSON.stringify(reason);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return false;
    throw thrown;
  }
}
