import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './copy-of-the-tree.ts';

export interface ProjectFile {
  /** From the root, with slashes: `src/base/errors.ts`. */
  readonly path: string;
  readonly text: string;
}

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'coverage', '.git', '.cache', 'handoff-data']);
const TEXT = /(?:[.](?:ts|js|cjs|mjs|json|md|yml|yaml|sh|sql|txt|ndjson|csv)|\/(?:run|LICENSE|LOCK|[.]\w+ignore))$/;

/** Every text file that people wrote; generated code and what git ignores left out. */
export function projectFiles(): ProjectFile[] {
  const files: ProjectFile[] = [];
  collect(ROOT, files);
  return files;
}

function collect(folder: string, files: ProjectFile[]): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name)) collect(path, files);
    if (entry.isFile() && TEXT.test(path) && !path.includes('.generated.') && entry.name !== 'package-lock.json') {
      files.push({ path: relative(ROOT, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') });
    }
  }
}
