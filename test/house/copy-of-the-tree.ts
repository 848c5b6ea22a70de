import { cpSync, mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');
const CONFIGURATION = ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'];

/** A copy of `src/` and what the checks read beside it, to break at will. It goes when the test has passed. */
export interface TreeCopy {
  readonly root: string;
  plant(path: string, text: string): void;
  remove(): void;
}

export function copyTree(options: { without: readonly string[] }): TreeCopy {
  const root = mkdtempSync(join(tmpdir(), 'handoff-tree-'));
  for (const name of CONFIGURATION) cpSync(join(ROOT, name), join(root, name));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  cpSync(join(ROOT, 'src'), join(root, 'src'), {
    recursive: true,
    filter: (path) => !options.without.includes(relative(ROOT, path).split(sep).join('/')),
  });
  return {
    root,
    plant(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}
