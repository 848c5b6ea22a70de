import { existsSync } from 'node:fs';
import { AppError } from '../base/errors.ts';
import { whileLocked, writeWhole } from './key-file.ts';
import { parseTrust, readText, type TrustedJwk } from './trust.ts';

/** Every key of the file, in its order; none where there is no file yet. Throws `misconfigured`. */
export async function readTrustedJwks(path: string): Promise<TrustedJwk[]> {
  return existsSync(path) ? parseTrust(readText(path), path) : [];
}

/** Adds a key to the file, which is made if need be. `exists`: it is in it already, and stays as it is. */
export async function addTrustedKey(
  path: string,
  jwk: TrustedJwk,
  options: { dryRun: boolean },
): Promise<'added' | 'exists'> {
  const add = async (): Promise<'added' | 'exists'> => {
    const keys = await readTrustedJwks(path);
    if (keys.some(({ kid }) => kid === jwk.kid)) return 'exists';
    if (!options.dryRun) writeTrust(path, [...keys, jwk]);
    return 'added';
  };
  return options.dryRun ? add() : whileLocked(path, add);
}

/**
 * Dates the end of a key's trust. `exists`: it had ended so before, and keeps that date. Throws `usage` for a key that
 * the file does not have.
 */
export async function endTrust(path: string, kid: string, how: EndOfTrust): Promise<EndedTrust> {
  return how.dryRun ? end(path, kid, how) : whileLocked(path, () => end(path, kid, how));
}

interface EndOfTrust {
  readonly as: 'retired_at' | 'revoked_at';
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly dryRun: boolean;
}

interface EndedTrust {
  readonly status: 'ended' | 'exists';
  readonly jwk: TrustedJwk;
}

async function end(path: string, kid: string, how: EndOfTrust): Promise<EndedTrust> {
  const keys = await readTrustedJwks(path);
  const found = keys.find((key) => key.kid === kid);
  if (found === undefined) {
    throw new AppError('usage', `end the trust in ${kid}: ${path} does not have that key`, {
      hint: 'list the keys with "handoff keys list"',
    });
  }
  if (found[how.as] !== undefined) return { status: 'exists', jwk: found };
  const ended = { ...found, [how.as]: how.at };
  if (!how.dryRun)
    writeTrust(
      path,
      keys.map((key) => (key === found ? ended : key)),
    );
  return { status: 'ended', jwk: ended };
}

/** In one step: a poll that reads it meanwhile sees the old list or the new one. */
function writeTrust(path: string, keys: readonly TrustedJwk[]): void {
  writeWhole(path, `${JSON.stringify({ keys }, undefined, 2)}\n`, { mode: 0o644, replace: true });
}
