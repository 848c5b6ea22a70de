import type { ForbiddenNames } from '../forbidden-names.ts';

/**
 * Campaigns, calls, assignments, pipelines and deals are the execution platform's. A batch that carries them tells
 * it what to do instead of whom it may reach, so not even a tolerant reader lets them pass as unknown fields.
 */
export const LEAD_BOUNDARY: ForbiddenNames = {
  exact: ['call_at', 'assignee', 'stage'],
  prefixes: ['campaign', 'pipeline', 'deal'],
};
