import { createPublicKey, type KeyObject } from 'node:crypto';
import { type NoteSigner, type NoteVerifier, openNoteSigner, openNoteVerifier, originOf } from '../audit/index.ts';
import { AppError } from '../base/errors.ts';
import { readSigningKey, readTrust } from '../contract/index.ts';
import type { Settings } from './settings.ts';

type KeyPaths = Pick<Settings, 'signingKey' | 'trust'>;

/** Undefined where no key is named: checkpoints are signed or not cut. Throws `misconfigured` for another system's key. */
export async function noteSignerOf({ signingKey: path }: KeyPaths, system: string): Promise<NoteSigner | undefined> {
  if (path === undefined) return undefined;
  const key = await readSigningKey(path);
  if (key.system === undefined || key.system === system) return openNoteSigner(originOf(system), key.privateKey);
  throw new AppError('misconfigured', `sign as ${system} with ${path}: it is the key of ${key.system}`, {
    hint: 'make one of its own with "handoff keys new --system", and name it with HANDOFF_SIGNING_KEY',
  });
}

/** All keys that are known to have signed for this system: the trusted ones, retired ones too, and its own if at hand. */
export async function noteVerifiersOf({ signingKey, trust }: KeyPaths, system: string): Promise<NoteVerifier[]> {
  const keys: KeyObject[] = [];
  if (trust !== undefined) {
    for (const { publicKey } of (await readTrust(trust)).keysFor('checkpoint', system)) keys.push(publicKey);
  }
  const own = signingKey === undefined ? undefined : await readSigningKey(signingKey);
  if (own !== undefined && (own.system ?? system) === system) keys.push(createPublicKey(own.privateKey));
  return keys.map((key) => openNoteVerifier(originOf(system), key));
}
