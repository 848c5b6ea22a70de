import type { ForbiddenNames } from '../forbidden-names.ts';

/**
 * Signals inform, their receiver decides: what a company is to become, who promotes it, and which company it is at all are
 * not the hub's to say, so no field of these names passes, whatever it holds.
 */
export const SIGNAL_BOUNDARY: ForbiddenNames = {
  exact: ['stage', 'mql', 'sql', 'owner', 'assignee'],
  prefixes: ['lifecycle', 'promot', 'client', 'customer', 'company', 'deal', 'pipeline', 'opportunity', 'lead_status'],
};
