import { readSigningKey, readTrust } from '../../contract/index.ts';
import type { Settings } from '../settings.ts';

/** That both files can be read, and what follows where there is none. Throws `misconfigured`. */
export async function checkKeys({ signingKey, system, trust, trustRequired }: Settings): Promise<{
  readonly ok: boolean;
  readonly detail: string;
  readonly hint?: string;
}> {
  const own = signingKey === undefined ? undefined : await readSigningKey(signingKey);
  const trusted = trust === undefined ? undefined : await readTrust(trust);
  const signs = own === undefined ? 'none: what is handed over is unsigned' : `signs with ${own.kid}`;
  const required = trustRequired ? ', and required' : '';
  const believes =
    trusted === undefined
      ? 'no trusted keys: statements are not verified'
      : `${trusted.keys.length} trusted: statements are verified${required}`;
  const detail = `${signs}; ${believes}`;
  if (own?.system === undefined || own.system === system) return { ok: true, detail };
  return {
    ok: false,
    detail,
    hint: `the key is that of ${own.system}; make one for ${system} with "handoff keys new"`,
  };
}
