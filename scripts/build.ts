/** Builds `dist/` from `src/`: compiled modules, their declarations, and every other file as it stands. */
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const source = join(root, 'src');
const target = join(root, 'dist');

rmSync(target, { recursive: true, force: true });
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
cpSync(source, target, { recursive: true, filter: (path) => !isCompiled(path) });

/** Declarations written by hand are not emitted by the compiler, so they are copied like data. */
function isCompiled(path: string): boolean {
  return path.endsWith('.ts') && !path.endsWith('.d.ts');
}
