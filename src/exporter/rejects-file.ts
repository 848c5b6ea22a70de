import { readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isDead, thisProcess } from '../base/process-identity.ts';
import type { Problem } from '../base/reasons.ts';
import { onDisk } from './disk-errors.ts';
import { FileWriter } from './file-writer.ts';
import { type InputRecord, rawOf } from './input-record.ts';
import { fitName, placeFile } from './place-file.ts';
import { syncFolder } from './spool.ts';

export const REJECTS_SUFFIX = '.rejects.ndjson';

/** Where an input's rejects go. */
export interface RejectsPlace {
  readonly folder: string;
  readonly name: string;
  /** Keep what is there under that name, and take another one. */
  readonly keepOthers: boolean;
}

/** `leads.csv.rejects.ndjson` beside `leads.csv`, or in the folder given. */
export function rejectsPlace(input: string, folder: string | undefined): RejectsPlace {
  const name = `${input === '-' ? 'stdin' : fitName(basename(input))}${REJECTS_SUFFIX}`;
  if (folder !== undefined) return { folder: resolve(folder), name, keepOthers: true };
  return { folder: input === '-' ? resolve('.') : dirname(resolve(input)), name, keepOthers: false };
}

/**
 * The bad records of one input with place, reasons and text, to be mended. It is made whole in every run under a
 * temporary name and then put in place, so that no record stands in it twice, however often the export was killed.
 */
export class RejectsFile {
  readonly #place: RejectsPlace;
  readonly #temporary: string;
  #writer: FileWriter | undefined;

  constructor(place: RejectsPlace) {
    this.#place = place;
    this.#temporary = join(place.folder, `.${place.name}.${process.pid}.part`);
  }

  add(record: InputRecord, problems: readonly Problem[]): void {
    this.#writer ??= this.#open();
    const place = record.line === undefined ? { index: record.position } : { line: record.line };
    this.#writer.writeText(`${JSON.stringify({ ...place, byte: record.byte, problems, ...rawOf(record) })}\n`);
  }

  #open(): FileWriter {
    onDisk(`clear the folder ${this.#place.folder}`, () => removeAbandoned(this.#place));
    return new FileWriter(this.#temporary);
  }

  /** Where it is; undefined when no record was bad. */
  finish(): string | undefined {
    if (this.#writer === undefined) return undefined;
    this.#writer.finish();
    const { folder, name, keepOthers } = this.#place;
    if (keepOthers) return join(folder, placeFile(this.#temporary, { folder, name, reuseEqual: true }));
    onDisk(`put ${name} into ${folder}`, () => renameSync(this.#temporary, join(folder, name)));
    syncFolder(folder);
    return join(folder, name);
  }

  discard(): void {
    this.#writer?.close();
    if (this.#writer !== undefined) rmSync(this.#temporary, { force: true });
  }
}

/** What killed processes left of the same file. */
function removeAbandoned({ folder, name }: RejectsPlace): void {
  const { host } = thisProcess();
  for (const found of readdirSync(folder)) {
    if (!found.startsWith(`.${name}.`) || !found.endsWith('.part')) continue;
    const pid = Number(found.slice(name.length + 2, -'.part'.length));
    if (Number.isSafeInteger(pid) && isDead({ host, pid, started: '' })) rmSync(join(folder, found), { force: true });
  }
}
