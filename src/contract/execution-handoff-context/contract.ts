import type { DocumentContract } from '../contract.ts';
import { judgeContext } from './judge.ts';
import { MAX_BYTES } from './limits.ts';
import { RELEASES } from './releases.ts';
import { shrinkContext } from './shrink.ts';
import { toTables } from './to-tables.ts';

/** What GEO OS tells SEO OS: one document, no envelope, and no way back. */
export const executionHandoffContext: DocumentContract = {
  form: 'document',
  name: 'execution-handoff-context',
  prefix: 'handoff-contexts',
  source: 'geo-os',
  targets: ['seo-os'],
  receipts: false,
  lifecycle: [{ major: 1, status: 'active', since: '2026-11-21' }],
  revisions: RELEASES,
  maxBytes: MAX_BYTES,
  tooLarge: 'CONTEXT_TOO_LARGE',
  judge: judgeContext,
  shrink: shrinkContext,
  toTables,
};
