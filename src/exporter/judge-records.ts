import type { Problem, ReasonCode } from '../base/reasons.ts';
import type { Contract, Revision } from '../contract/contract.ts';
import { pointerTo } from '../contract/json-pointer.ts';
import type { InputRecord } from './input-record.ts';

const NO_PROBLEMS: readonly Problem[] = [];

/**
 * Decides record by record, and knows where the batches end: what may stand once in a batch may stand again in the
 * next. The same input, in the same order, gets the same verdicts, so an export can be taken up where it stopped.
 */
export class RecordJudge {
  /** Good records so far. */
  good = 0;
  bad = 0;
  /** The bad ones by the first thing that is wrong with each. */
  readonly reasons = new Map<ReasonCode, number>();
  readonly #revision: Revision;
  readonly #unique: Contract['uniqueField'];
  readonly #batchSize: number;
  readonly #seen = new Set<unknown>();

  constructor(contract: Contract, revision: Revision, batchSize: number) {
    this.#revision = revision;
    this.#unique = contract.uniqueField;
    this.#batchSize = batchSize;
  }

  judge(record: Pick<InputRecord, 'value' | 'problems'>): readonly Problem[] {
    const problems = this.#problemsOf(record);
    const [first] = problems;
    if (first !== undefined) {
      this.bad += 1;
      this.reasons.set(first.code, (this.reasons.get(first.code) ?? 0) + 1);
      return problems;
    }
    this.good += 1;
    if (this.good % this.#batchSize === 0) this.#seen.clear();
    return problems;
  }

  #problemsOf({ value, problems }: Pick<InputRecord, 'value' | 'problems'>): readonly Problem[] {
    if (problems.length > 0) return problems;
    const found = this.#revision.checkRecord(value, 'producer');
    return found.length > 0 ? found : this.#repetition(value);
  }

  #repetition(value: unknown): readonly Problem[] {
    if (this.#unique === undefined) return NO_PROBLEMS;
    const { name, code } = this.#unique;
    const unique = (value as Readonly<Record<string, unknown>>)[name];
    if (this.#seen.has(unique)) return [{ code, pointer: pointerTo('', name), rule: 'stands already in this batch' }];
    this.#seen.add(unique);
    return NO_PROBLEMS;
  }
}
