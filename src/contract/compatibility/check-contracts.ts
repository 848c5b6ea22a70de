import { lintSchema } from '../schema-lint.ts';
import { coversStep, stepBetween } from './change.ts';
import { exampleFindings } from './check-examples.ts';
import { lockFindings } from './check-lock.ts';
import { diffSchemas } from './diff-schemas.ts';
import { folderOf, type Released, releasedContracts, releasedSchema } from './released.ts';

export interface ContractCheck {
  /** `schema`, `examples`, `lock` or `compatibility`. */
  readonly name: string;
  readonly contract: string;
  /** Semver; of a pair, `1.0.0 → 1.1.0`; null where all releases are meant. */
  readonly version: string | null;
  readonly ok: boolean;
  readonly findings: readonly string[];
}

/** Everything that must hold of what is released: of each release alone, of each pair, and of the files themselves. */
export function checkContracts(released: readonly Released[] = releasedContracts()): ContractCheck[] {
  return released.flatMap((contract) => [
    ...contract.versions.flatMap((version) => [
      check('schema', contract, version, lintFindings(contract, version)),
      check('examples', contract, version, exampleFindings(contract.name, version)),
    ]),
    check('lock', contract, null, lockFindings(folderOf(contract.name))),
    ...pairsOf(contract.versions).map(([older, newer]) =>
      check('compatibility', contract, `${older} → ${newer}`, stepFindings(contract, older, newer)),
    ),
  ]);
}

/** Each release with each later one: what two steps of a patch add up to counts, too. */
export function pairsOf(versions: readonly string[]): (readonly [older: string, newer: string])[] {
  return versions.flatMap((older, at) => versions.slice(at + 1).map((newer) => [older, newer] as const));
}

/** What between two releases asks for a larger step than the version took. A larger one than needed is no fault. */
export function stepFindings({ name, readerOf }: Released, older: string, newer: string): string[] {
  const taken = stepBetween(older, newer);
  if (taken === undefined) return [`${newer}: is not after ${older}`];
  const { changes } = diffSchemas(releasedSchema(name, older), releasedSchema(name, newer), readerOf);
  return changes
    .filter(({ verdict }) => !coversStep(taken, verdict))
    .map(({ pointer, change, verdict }) => `${pointer}: ${change} asks for a ${verdict}, ${newer} is a ${taken}`);
}

function lintFindings({ name, forbidden, recordsField }: Released, version: string): string[] {
  return lintSchema(releasedSchema(name, version), { contract: name, version, forbidden, recordsField }).map(
    ({ pointer, rule }) => `${pointer === '' ? '(schema)' : pointer}: ${rule}`,
  );
}

function check(name: string, contract: Released, version: string | null, findings: readonly string[]): ContractCheck {
  return { name, contract: contract.name, version, ok: findings.length === 0, findings };
}
