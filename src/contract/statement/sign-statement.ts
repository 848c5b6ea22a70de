import { AppError } from '../../base/errors.ts';
import { JWS_ALG, signJws } from '../jws.ts';
import type { SigningKey } from '../keys.ts';
import { brokenMember, MAX_STATEMENT_CHARACTERS, STATEMENT, type StatementPayload } from './statement.ts';

/** Signs a system's statements. */
export interface StatementSigner {
  readonly kid: string;
  /** A compact JWS of at most `MAX_STATEMENT_CHARACTERS`; the same payload gives the same one. Throws `internal` when it is longer. */
  sign(payload: StatementPayload): Promise<string>;
}

const SIGNATURE_CHARACTERS = 86;

export function openSigner(key: SigningKey): StatementSigner {
  const { kid } = key;
  return {
    kid,
    async sign(payload) {
      const broken = brokenMember(payload);
      if (broken !== undefined || lengthOf(payload, kid) > MAX_STATEMENT_CHARACTERS) {
        throw new AppError('internal', `sign a statement about ${payload.batch_id}: ${broken ?? 'it is too long'}`);
      }
      return signJws(payload, key, STATEMENT);
    },
  };
}

/** Whether its statement may travel as metadata. */
export function fits(payload: StatementPayload, kid: string): boolean {
  return lengthOf(payload, kid) <= MAX_STATEMENT_CHARACTERS;
}

function lengthOf(payload: StatementPayload, kid: string): number {
  const header = JSON.stringify({ alg: JWS_ALG, typ: STATEMENT.typ, kid });
  return encodedLength(header.length) + encodedLength(bytesOf(payload).length) + SIGNATURE_CHARACTERS + 2;
}

function bytesOf(payload: StatementPayload): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(payload));
}

/** Base64url without padding. */
function encodedLength(bytes: number): number {
  return Math.ceil((bytes * 4) / 3);
}
