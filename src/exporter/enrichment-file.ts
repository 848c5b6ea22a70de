import { AppError } from '../base/errors.ts';
import { DEFAULT_LIMITS } from '../contract/json/limits.ts';
import { parseStrict } from '../contract/json/parse-strict.ts';

/** More than the contract lets an enrichment hold, and little enough to be read at once. */
export const MAX_ENRICHMENT_BYTES = 64 * 1024;

const LIMITS = { ...DEFAULT_LIMITS, maxDocumentBytes: MAX_ENRICHMENT_BYTES };

/** What is to be attached to a lead, from the bytes of a file. Throws `content` for what is no strict JSON, or too large. */
export function parseEnrichment(name: string, bytes: Uint8Array): unknown {
  try {
    return parseStrict(bytes, LIMITS);
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.reason === undefined) throw cause;
    const { reason, problems } = cause;
    throw new AppError('content', `attach ${name}: ${cause.message}`, {
      cause,
      reason,
      problems,
      hint: 'give one JSON object with contact, business, provider and enriched_at',
    });
  }
}
