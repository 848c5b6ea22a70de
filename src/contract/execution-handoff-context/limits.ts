import type { Side } from '../contract.ts';
import { DEFAULT_LIMITS, type JsonLimits } from '../json/limits.ts';

/** What a context may hold at most. The schema says the counts too; these are for whoever cuts a context to size. */
export const MAX_RECOMMENDATIONS = 100;
export const MAX_TOPICS = 50;
export const MAX_QUESTIONS = 500;

/** Pointers to the lists that these are for. */
export const COUNTED_LISTS: ReadonlySet<string> = new Set(['/recommendations', '/topicContext', '/questionContext']);

/** A writer stays below ten million bytes; a reader takes ten mebibytes, so that nobody quarrels over what a MB is. */
export const MAX_BYTES: Readonly<Record<Side, number>> = { producer: 10_000_000, consumer: 10_485_760 };

/** A document of the reader's size, parsed as one value. */
export const CONTEXT_LIMITS: JsonLimits = { ...DEFAULT_LIMITS, maxDocumentBytes: MAX_BYTES.consumer };
