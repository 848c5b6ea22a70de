import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { TorturePlace } from './place.ts';

/** What a killed writer may leave and a later run must clear: spooled bytes, temporary names, metadata without its object. */
export function leftovers(place: TorturePlace): string[] {
  const spooled = filesIn(join(place.folder, 'handoff-data', 'spool')).filter((name) => !name.endsWith('.pid'));
  const found = spooled.map((name) => `left in the spool: ${name}`);
  const { directory } = place;
  if (directory === undefined) return found;
  found.push(...filesIn(join(directory, '.tmp')).map((name) => `left among temporary files: ${name}`));
  for (const key of filesIn(join(directory, '.meta'))) {
    if (!existsSync(join(directory, key))) found.push(`metadata without its object: ${key}`);
  }
  return found;
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
