import {
  makeSigningKey,
  openSigner,
  readTrust,
  schemaSha256,
  type SigningKey,
  type StatementPayload,
  type TrustedJwk,
} from '../../src/contract/index.ts';
import { planPoll, type PollReport, runPoll, type TrustPolicy } from '../../src/poller/index.ts';
import { thisProcess } from '../../src/base/process-identity.ts';
import { trustedJwk, trustFile } from '../contract/statement/signed.ts';
import { envelope, INBOX, makeWorld, ROUTES, sha256, SYSTEM, type World, type WorldOptions } from './world.ts';

export interface Signing {
  readonly key: SigningKey;
  sign(payload: StatementPayload): Promise<string>;
}

export async function newSigning(system = 'social-xpress-engine'): Promise<Signing> {
  const key = await makeSigningKey(system);
  return { key, sign: (payload) => openSigner(key).sign(payload) };
}

/** A list of one key, or of none that anybody has. */
export function trusting(keys: readonly TrustedJwk[], require = false): TrustPolicy {
  const path = trustFile(keys);
  return { require, load: () => readTrust(path) };
}

export function believing({ key }: Signing, change: Partial<TrustedJwk> = {}, require = false): TrustPolicy {
  return trusting([trustedJwk(key, change)], require);
}

/** A batch as its producer makes it: the bytes, and what is to be said of them. */
export function batch(number: number, change: Record<string, unknown> = {}) {
  const id = `sxp_2026_01_11_${String(number).padStart(3, '0')}`;
  const body = JSON.stringify(envelope({ id, change }));
  const payload: StatementPayload = {
    contract: 'lead-card-batch',
    schema_version: 'v1',
    revision: '1.0.0',
    schema_sha256: schemaSha256('lead-card-batch', '1.0.0'),
    batch_id: id,
    source: 'social-xpress-engine',
    target: SYSTEM,
    key: `${INBOX}${id}.json`,
    bytes: Buffer.byteLength(body),
    sha256: sha256(body),
    records: 3,
    created_at: '2026-01-11T18:22:00Z',
    stream_seq: number,
    iat: Date.parse('2026-01-11T18:22:01Z') / 1_000,
  };
  return { id, body, payload, name: `${id}.json` };
}

export interface StatementWorld extends World {
  /** Puts the batch with its statement beside it. */
  deliver(number: number, signing: Signing, change?: Partial<StatementPayload>): Promise<void>;
  pollTrusting(trust: TrustPolicy | undefined, system?: string): Promise<PollReport>;
  plan(trust: TrustPolicy | undefined): Promise<string[]>;
  /** Codes in the order of the files; null for what was taken. */
  codes(): Promise<(string | null)[]>;
  /** Details of the entries of one event, in order. */
  details(event: string): Promise<Record<string, unknown>[]>;
}

export async function makeStatementWorld(options: WorldOptions = {}): Promise<StatementWorld> {
  const world = await makeWorld(options);
  return {
    ...world,
    async deliver(number, signing, change = {}) {
      const { body, payload, name } = batch(number);
      const statement = await signing.sign({ ...payload, ...change });
      await world.put(name, body, { sha256: payload.sha256, revision: '1.0.0', statement });
    },
    pollTrusting: (trust) =>
      runPoll(
        { ...world.deps, trust },
        { routes: ROUTES, worker: 'default', identity: thisProcess(), limit: 10_000, breaker: false },
      ),
    async plan(trust) {
      const files: string[] = [];
      for await (const { verdict, code } of planPoll({ ...world.deps, trust }, ROUTES)) files.push(code ?? verdict);
      return files;
    },
    async codes() {
      const rows = await world.database.query<{ code: string | null }>('select code from file order by id');
      return rows.map(({ code }) => code);
    },
    async details(event) {
      const rows = await world.database.query<{ detail: string }>(
        'select detail from audit_log where event = $1 order by seq',
        [event],
      );
      return rows.map(({ detail }) => JSON.parse(detail) as Record<string, unknown>);
    },
  };
}
