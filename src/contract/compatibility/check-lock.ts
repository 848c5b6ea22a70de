import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Files that counterparties hold copies of. */
const RELEASED = /^\d+\.\d+\.\d+\/(schema\.json|examples\/.+\.json)$/;

/** One line per released file in `folder`, sorted by name, as `sha256sum` writes it. */
export function lockText(folder: URL): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const lines = names
    .filter((name) => RELEASED.test(name))
    .toSorted()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(new URL(name, folder)))
          .digest('hex')}  ${name}\n`,
    );
  return lines.join('');
}

/** What changed, went or came since the folder's LOCK was written. */
export function lockFindings(folder: URL): string[] {
  const file = new URL('LOCK', folder);
  if (!existsSync(file)) return ['LOCK: is not there'];
  const locked = hashesOf(readFileSync(file, 'utf8'));
  const current = hashesOf(lockText(folder));
  return [
    ...[...locked].flatMap(([name, hash]) => {
      const now = current.get(name);
      if (now === undefined) return [`${name}: was released and is gone`];
      return now === hash ? [] : [`${name}: was released and has changed`];
    }),
    ...[...current.keys()].filter((name) => !locked.has(name)).map((name) => `${name}: is not in LOCK`),
  ];
}

function hashesOf(lock: string): Map<string, string> {
  return new Map(
    lock
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
}
