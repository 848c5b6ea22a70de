import { withMajors } from './majors.ts';

export { enrichmentProblems, LEAD_CARD_FIELDS } from '../../../../src/contract/lead-card-batch/rules.ts';

export const leadCardBatch = withMajors([2, 3]);
