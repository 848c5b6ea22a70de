/** The releases of today, with their major retired. */
import { leadCardBatch as real } from '../../../../src/contract/lead-card-batch/rules.ts';

export { enrichmentProblems, LEAD_CARD_FIELDS } from '../../../../src/contract/lead-card-batch/rules.ts';

export const leadCardBatch: typeof real = {
  ...real,
  lifecycle: [{ major: 1, status: 'retired', since: '2026-02-01' }],
};
