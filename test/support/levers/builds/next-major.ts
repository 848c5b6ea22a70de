/** Stands in for the lead card contract in a process that "was upgraded": it reads `v2` too, which here is `v1` by another name. */
import type { Contract, Header, Revision } from '../../../../src/contract/contract.ts';
import { leadCardBatch as real } from '../../../../src/contract/lead-card-batch/rules.ts';

export { enrichmentProblems, LEAD_CARD_FIELDS } from '../../../../src/contract/lead-card-batch/rules.ts';

const [first] = real.revisions;
if (first === undefined) throw new Error('the contract has no revision');

const second: Revision = {
  ...first,
  version: '2.0.0',
  schemaVersion: 'v2',
  checkHeader: (header: Header, side) => first.checkHeader({ ...header, schema_version: 'v1' }, side),
};

export const leadCardBatch: Contract = { ...real, revisions: [...real.revisions, second] };
