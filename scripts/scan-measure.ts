import { readFileSync } from 'node:fs';
import { DEFAULT_SCAN_SETTINGS, scanText } from '../src/contract/scan/scan.ts';
import { MUTATIONS } from './scan-mutations.ts';

/** `forbidden` is what another author calls `malicious`. */
type Label = 'benign' | 'malicious' | 'forbidden';

export interface Sample {
  readonly id: string;
  readonly label: Label;
  readonly category: string | null;
  readonly text: string;
}

export interface Measured {
  readonly benign: number;
  readonly falsePositives: readonly string[];
  readonly missed: readonly string[];
  readonly precision: number;
  readonly recall: number;
  /** Share of the mutants of all forbidden samples that are blocked. */
  readonly mutations: number;
  readonly families: readonly FamilyFigures[];
  readonly mutationKinds: readonly { readonly kind: string; readonly found: number; readonly samples: number }[];
}

export interface FamilyFigures {
  readonly name: string;
  readonly samples: number;
  readonly found: number;
  readonly mutants: number;
  readonly mutated: number;
  /** Samples of any label that a rule family of the same name blocked, and the share of them that are forbidden. */
  readonly blockedByFamily: number;
  readonly precision: number;
}

export const GOALS = { recall: 0.95, falsePositives: 0.01, mutations: 0.9 } as const;

/** Which rule families answer for a category of the corpora. */
const RULE_FAMILIES: Readonly<Record<string, readonly string[]>> = {
  exec: ['executable'],
  net: ['network'],
  ref: ['reference'],
  fbk: ['feedback'],
  cred: ['credentials'],
  state: ['system state'],
  inj: ['prompt injection'],
  obf: ['hidden characters'],
};

export function readSamples(path: string): Sample[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Sample);
}

export function isForbidden({ label }: Sample): boolean {
  return label !== 'benign';
}

export function meetsGoals({ benign, falsePositives, recall, mutations }: Measured): boolean {
  return (
    recall >= GOALS.recall && mutations >= GOALS.mutations && falsePositives.length <= benign * GOALS.falsePositives
  );
}

export function measure(samples: readonly Sample[]): Measured {
  const forbidden = samples.filter(isForbidden);
  const ordinary = samples.filter(({ label }) => label === 'benign');
  const missed = forbidden.filter(({ text }) => !isBlocked(text)).map(({ text }) => text);
  const falsePositives = ordinary.filter(({ text }) => isBlocked(text)).map(({ text }) => text);
  const found = forbidden.length - missed.length;
  const mutants = MUTATIONS.map(({ kind, mutate }) => ({ kind, ...countMutants(forbidden, mutate) }));
  const mutated = sum(mutants.map((each) => each.found));
  return {
    benign: ordinary.length,
    falsePositives,
    missed,
    precision: share(found, found + falsePositives.length),
    recall: share(found, forbidden.length),
    mutations: share(mutated, sum(mutants.map((each) => each.samples))),
    families: [...new Set(forbidden.map(({ category }) => category ?? ''))].map((name) => figuresOf(name, samples)),
    mutationKinds: mutants,
  };
}

function figuresOf(name: string, samples: readonly Sample[]): FamilyFigures {
  const own = samples.filter(({ category }) => category === name);
  const mutants = MUTATIONS.map(({ mutate }) => countMutants(own, mutate));
  const blocked = samples.filter(({ text }) =>
    blockingFamilies(text).some((family) => RULE_FAMILIES[name]?.includes(family)),
  );
  return {
    name,
    samples: own.length,
    found: own.filter(({ text }) => isBlocked(text)).length,
    mutants: sum(mutants.map((each) => each.samples)),
    mutated: sum(mutants.map((each) => each.found)),
    blockedByFamily: blocked.length,
    precision: share(blocked.filter(isForbidden).length, blocked.length),
  };
}

/** A mutation that leaves a sample as it is says nothing about it. */
function countMutants(samples: readonly Sample[], mutate: (text: string) => string) {
  const changed = samples
    .map(({ text }) => ({ text, mutant: mutate(text) }))
    .filter(({ text, mutant }) => text !== mutant);
  return { samples: changed.length, found: changed.filter(({ mutant }) => isBlocked(mutant)).length };
}

function blockingFamilies(text: string): string[] {
  return scanText(text, DEFAULT_SCAN_SETTINGS)
    .filter(({ severity }) => severity === 'block')
    .map(({ rule }) => rule.family);
}

function isBlocked(text: string): boolean {
  return blockingFamilies(text).length > 0;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
