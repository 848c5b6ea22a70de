import type { AnyContract, Header, ObjectContract } from './contract.ts';
import { isObject, ownString } from './document.ts';
import { engagementSignalBatch } from './engagement-signal-batch/rules.ts';
import { executionHandoffContext } from './execution-handoff-context/contract.ts';
import { handoffReceipt } from './handoff-receipt/receipt.ts';
import { leadCardBatch } from './lead-card-batch/rules.ts';
import { outreachTargetBatch } from './outreach-target-batch/rules.ts';

const CONTRACTS: readonly AnyContract[] = [
  leadCardBatch,
  executionHandoffContext,
  outreachTargetBatch,
  engagementSignalBatch,
];
const OBJECT_CONTRACTS: readonly ObjectContract[] = [handoffReceipt];

export function contracts(): readonly AnyContract[] {
  return CONTRACTS;
}

/** Contracts of objects that travel beside the batches. */
export function objectContracts(): readonly ObjectContract[] {
  return OBJECT_CONTRACTS;
}

export function contractNamed(name: string): AnyContract | undefined {
  return CONTRACTS.find((contract) => contract.name === name);
}

/**
 * The contract that a document says it follows: a context by its `handoffVersion`, others by the name in `contract`;
 * lead card batches came first and name none. Undefined where this build knows no such contract.
 */
export function contractOfHeader(header: Header): AnyContract | undefined {
  if (!isObject(header)) return undefined;
  if (Object.hasOwn(header, 'handoffVersion')) return contractNamed('execution-handoff-context');
  if (Object.hasOwn(header, 'contract')) return contractNamed(ownString(header, 'contract') ?? '');
  return leadCardBatch;
}
