import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Checkpointer,
  type NoteSigner,
  openCheckpointer,
  openNoteSigner,
  originOf,
} from '../../src/audit/index.ts';
import { type Log, silentLog } from '../../src/base/log.ts';
import type { Database } from '../../src/database/index.ts';
import { type ObjectStore, openStore } from '../../src/objectstore/index.ts';
import { tickingClock } from './open-log.ts';

export const SYSTEM = 'nextier-execution';

export function newPrivateKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey;
}

export function newSigner(system = SYSTEM): NoteSigner {
  return openNoteSigner(originOf(system), newPrivateKey());
}

export async function freshStore(): Promise<ObjectStore> {
  return openStore(`file:${mkdtempSync(join(tmpdir(), 'handoff-anchors-'))}`);
}

export interface Said {
  readonly level: 'warn' | 'error';
  readonly message: string;
}

/** Keeps what a checkpointer tells its operator. */
export function listeningLog(said: Said[]): Log {
  return {
    ...silentLog,
    warn: (_, message) => said.push({ level: 'warn', message }),
    error: (_, message) => said.push({ level: 'error', message }),
  };
}

interface Around {
  readonly store: ObjectStore;
  readonly signer: NoteSigner;
  readonly log?: Log;
  readonly signal?: AbortSignal;
}

export function checkpointerOf(database: Database, around: Around): Checkpointer {
  const { log = silentLog, signal = new AbortController().signal } = around;
  return openCheckpointer({ ...around, database, system: SYSTEM, clock: tickingClock(), log, signal });
}
