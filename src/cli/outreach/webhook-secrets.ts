import { readFileSync } from 'node:fs';
import { AppError } from '../../base/errors.ts';
import { WEBHOOK_PROVIDERS, type WebhookSecrets } from '../../outreach/index.ts';
import type { Environment } from '../settings.ts';

/** A secret that can be guessed is none. */
const MIN_SECRET_CHARACTERS = 16;
const MIN_STANDARD_BYTES = 24;

/**
 * The secrets that schedulers sign with: `HANDOFF_WEBHOOK_SECRETS` is a JSON document `{"standard":["whsec_…"],
 * "calcom":["…"],"calendly":["…"]}` or the path of a file with one. None: no webhook is taken. Throws `misconfigured`.
 */
export function readWebhookSecrets(environment: Environment): WebhookSecrets {
  const given = environment['HANDOFF_WEBHOOK_SECRETS']?.trim() ?? '';
  if (given === '') return {};
  const document = parse(given.startsWith('{') ? given : readSecretFile(given));
  if (typeof document !== 'object' || document === null || Array.isArray(document)) throw bad('it is no object');
  const entries = Object.entries(document).map(([name, secrets]) => {
    const provider = WEBHOOK_PROVIDERS.find((known) => known === name);
    if (provider === undefined) throw bad(`it names ${name}, which is none of ${WEBHOOK_PROVIDERS.join(', ')}`);
    if (!isTexts(secrets)) throw bad(`${name} is no list of texts`);
    for (const secret of secrets) if (!isStrong(provider, secret)) throw bad(`a secret of ${name} is too short`);
    return [provider, secrets] as const;
  });
  return Object.fromEntries(entries);
}

function readSecretFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw bad('the file that it names cannot be read', cause);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What the parser says of it may quote a secret.
    throw bad('it is no JSON');
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isStrong(provider: keyof WebhookSecrets, secret: string): boolean {
  if (provider !== 'standard') return secret.length >= MIN_SECRET_CHARACTERS;
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64').length >= MIN_STANDARD_BYTES;
}

function bad(why: string, cause?: unknown): AppError {
  return new AppError('misconfigured', `read the secrets of HANDOFF_WEBHOOK_SECRETS: ${why}`, {
    ...(cause !== undefined && { cause }),
    hint: 'give {"standard":["whsec_…"],"calcom":["…"],"calendly":["…"]}, or the path of a file with it',
  });
}
