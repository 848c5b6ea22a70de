/** The contract as the first build had it: nothing but 1.0.0. */
import { leadCardBatch as real } from '../../../../src/contract/lead-card-batch/rules.ts';

export { enrichmentProblems, LEAD_CARD_FIELDS } from '../../../../src/contract/lead-card-batch/rules.ts';

export const leadCardBatch: typeof real = { ...real, revisions: real.revisions.slice(0, 1) };
