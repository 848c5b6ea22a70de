import type { ForbiddenNames } from '../forbidden-names.ts';

/**
 * An evaluation says whom to reach and how good a prospect it is. Campaigns, sequences and sends are the hub's, and what a
 * company becomes is nobody's here: a batch that carries them would command instead of inform.
 */
export const TARGET_BOUNDARY: ForbiddenNames = {
  exact: ['stage', 'strategy', 'schedule', 'scheduled_at', 'company_id'],
  prefixes: ['campaign', 'sequence', 'send', 'lifecycle', 'promot', 'client', 'deal', 'pipeline'],
};
