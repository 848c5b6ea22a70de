import { join } from 'node:path';
import { contracts } from '../../contract/index.ts';
import type { Command } from '../command.ts';
import { DATA_FOLDER, type Settings } from '../settings.ts';

export const PRODUCER = 'social-xpress-engine';
export const CONSUMER = 'nextier-execution';
export const INBOX = 'exports/lead-batches/';

/** Where the demo plays: a folder laid out like every working folder, so that the commands can look around in it. */
export interface Stage {
  readonly command: Command;
  readonly folder: string;
  readonly bucket: string;
  readonly nowMs: number;
}

export function openStage(command: Command, folder: string, nowMs: number): Stage {
  return { command, folder, bucket: join(folder, DATA_FOLDER, 'bucket'), nowMs };
}

/** The two systems share the store and nothing else: each has its own database. */
export function settingsOf(stage: Stage, system: string): Settings {
  const data = join(stage.folder, DATA_FOLDER);
  return {
    system,
    databaseNamed: true,
    systemNamed: true,
    store: `file:${stage.bucket}`,
    database: `sqlite:${join(data, `${system}.db`)}`,
    spoolFolder: join(data, 'spool', system),
    signingKey: undefined,
    trust: undefined,
    trustRequired: false,
    contracts: contracts(),
    requireAcceptance: false,
    scan: undefined,
  };
}
