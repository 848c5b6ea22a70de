import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generateRevision, REVISIONS } from '../../scripts/generate-contracts.ts';

const CONTRACTS = new URL('../../src/contract/', import.meta.url);

for (const revision of REVISIONS) {
  test(`the committed code of ${revision.folder} is what its schema gives`, async () => {
    const generated = await generateRevision(revision);
    for (const [name, text] of generated) {
      expect(
        await readFile(new URL(name, CONTRACTS), 'utf8'),
        `${name}: run "node scripts/generate-contracts.ts"`,
      ).toBe(text);
    }
  });

  test(`the committed code of ${revision.folder} needs nothing but files of the contract`, async () => {
    const generated = await generateRevision(revision);
    for (const [name, text] of generated) {
      const imported = [...text.matchAll(/\b(?:from|require\(|import\()\s*['"]([^'"]+)['"]/g)].map((match) => match[1]);
      expect(
        imported.filter((specifier) => !specifier?.startsWith('../../')),
        name,
      ).toEqual([]);
    }
  });
}
