import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './copy-of-the-tree.ts';
import { projectFiles } from './project-files.ts';

interface Manifest {
  readonly license?: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function readManifest(...path: string[]): Manifest {
  return JSON.parse(readFileSync(join(ROOT, ...path, 'package.json'), 'utf8')) as Manifest;
}

const manifest = readManifest();
const declared = { ...manifest.dependencies, ...manifest.devDependencies };
const page = readFileSync(join(ROOT, 'docs', 'dependencies.md'), 'utf8');

/** Name and licence of each table row: "| `name` | MIT | why |"; why is never empty. */
const rows = [...page.matchAll(/^\| `([^`]+)` \| ([^|]+) \| [^|]*\w[^|]* \|$/gm)].map(([, name, licence, why]) => ({
  name: name ?? '',
  licence: licence?.trim(),
  why: why?.trim() ?? '',
}));

test('docs/dependencies.md has one line for every dependency, and no other', () => {
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(declared).sort());
});

test('each line states the licence that the package has', () => {
  const stated = rows.map(({ name, licence }) => `${name}: ${licence}`);
  expect(stated).toEqual(rows.map(({ name }) => `${name}: ${readManifest('node_modules', name).license}`));
});

test('every version is exact', () => {
  expect(Object.entries(declared).filter(([, version]) => !/^\d+[.]\d+[.]\d+$/.test(version))).toEqual([]);
});

test('src imports every dependency that is installed with the package', () => {
  const source = projectFiles()
    .filter(({ path }) => path.startsWith('src/'))
    .map(({ text }) => text)
    .join('\n');
  const isImported = (name: string) => new RegExp(`(?:from|import\\()\\s*'${name}(?:/[^']*)?'`).test(source);
  expect(Object.keys(manifest.dependencies).filter((name) => !isImported(name))).toEqual([]);
});
