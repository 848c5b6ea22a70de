import { readdirSync, readFileSync } from 'node:fs';
import { AppError } from '../../base/errors.ts';
import type { Problem } from '../../base/reasons.ts';
import { checkBatchBytes } from '../check-batch.ts';
import type { Side } from '../contract.ts';
import { parseStrict } from '../json/parse-strict.ts';
import { contractNamed } from '../registry.ts';
import { parseReceipt } from '../handoff-receipt/receipt.ts';
import { folderOf } from './released.ts';

/** What an invalid example must be refused for, alone; by the sides that are named, or by both. */
export interface ExpectedRefusal {
  readonly code: string;
  readonly pointer: string;
  readonly sides?: readonly Side[];
}

export type ExampleIndex = Readonly<Record<string, ExpectedRefusal>>;

const BOTH: readonly Side[] = ['producer', 'consumer'];

/** Whether the examples of a release are what their names and index say, for producers and for consumers. */
export function exampleFindings(contract: string, version: string): string[] {
  const folder = new URL(`${version}/examples/`, folderOf(contract));
  const valid = readdirSync(new URL('valid/', folder)).toSorted();
  const invalid = readdirSync(new URL('invalid/', folder)).filter((name) => name !== 'index.json');
  const index = JSON.parse(readFileSync(new URL('invalid/index.json', folder), 'utf8')) as ExampleIndex;
  const judge = (name: string, side: Side) =>
    judgeExample(readFileSync(new URL(name, folder)), { contract, version, side });
  return [
    ...(valid.length === 0 ? ['examples/valid: is empty'] : []),
    ...invalid.filter((name) => index[name] === undefined).map((name) => `invalid/${name}: is not in index.json`),
    ...Object.keys(index)
      .filter((name) => !invalid.includes(name))
      .map((name) => `invalid/${name}: is not there`),
    ...valid.flatMap((name) => BOTH.flatMap((side) => accepted(`valid/${name}`, side, judge(`valid/${name}`, side)))),
    ...Object.entries(index)
      .filter(([name]) => invalid.includes(name))
      .flatMap(([name, expected]) =>
        BOTH.flatMap((side) => refusedFor(`invalid/${name}`, side, expected, judge(`invalid/${name}`, side))),
      ),
  ];
}

interface ExampleQuestion {
  readonly contract: string;
  readonly version: string;
  readonly side: Side;
}

/** Each contract's own judge, without what tells one contract from another. */
function judgeExample(bytes: Uint8Array, { contract, version, side }: ExampleQuestion): readonly Problem[] {
  const known = contractNamed(contract);
  if (known?.form === 'envelope') return checkBatchBytes(bytes, { contract, side, version }).problems;
  try {
    if (known === undefined) return receiptProblems(bytes);
    const question = { side, source: known.source, target: known.targets[0] ?? '', fileName: undefined };
    const found = known.judge(parseStrict(bytes), question);
    return found.verdict === 'accepted' ? [] : found.problems;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'content') throw thrown;
    return thrown.problems;
  }
}

/** Receipts have one reader, on which both sides rely. Throws `content`. */
function receiptProblems(bytes: Uint8Array): readonly Problem[] {
  parseReceipt(bytes);
  return [];
}

function accepted(name: string, side: Side, problems: readonly Problem[]): string[] {
  return problems.length === 0 ? [] : [`${name}: is refused by the ${side}: ${described(problems)}`];
}

function refusedFor(name: string, side: Side, expected: ExpectedRefusal, problems: readonly Problem[]): string[] {
  if (expected.sides !== undefined && !expected.sides.includes(side)) return accepted(name, side, problems);
  const [only, ...others] = problems;
  if (only?.code === expected.code && only.pointer === expected.pointer && others.length === 0) return [];
  const wanted = `${expected.code} at ${expected.pointer}`;
  return [`${name}: must be refused by the ${side} for ${wanted} alone, is ${described(problems)}`];
}

function described(problems: readonly Problem[]): string {
  return problems.length === 0 ? 'accepted' : problems.map(({ code, pointer }) => `${code} at ${pointer}`).join('; ');
}

export function countExamples(contract: string, version: string): number {
  const folder = new URL(`${version}/examples/`, folderOf(contract));
  const names = [...readdirSync(new URL('valid/', folder)), ...readdirSync(new URL('invalid/', folder))];
  return names.filter((name) => name !== 'index.json').length;
}
