import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../house/copy-of-the-tree.ts';
import { playTranscript, readTranscript, withoutVolatile } from '../support/transcript.ts';

const page = readFileSync(join(ROOT, 'README.md'), 'utf8');
const exchanges = readTranscript(page);

test('every command of the README prints what the README shows', () => {
  const outputs = playTranscript(exchanges, mkdtempSync(join(tmpdir(), 'handoff-readme-')));
  expect(exchanges.length).toBeGreaterThan(10);
  for (const [index, { command, shown }] of exchanges.entries()) {
    const printed = (outputs[index] ?? []).filter((line, _, lines) => lines.length > 1 || line !== '');
    expect({ command, printed: withoutVolatile(printed) }).toEqual({ command, printed: withoutVolatile(shown) });
  }
});

test('the two commands to start with stand in it', () => {
  expect(page).toContain('npm ci && npm run demo');
  expect(page).toContain('npm ci && npm test');
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['demo', 'test', 'handoff']));
});

/** Rows of the table of promises: what is promised, then each `file`: "title of a test". */
const proofs = [...page.matchAll(/^\| .+ \| ((?:`test\/.+)) \|$/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`(test\/[\w./-]+)`: "([^"]+)"/g)].map(([, file = '', title = '']) => ({ file, title })),
);

test('at least one test is named for each of the promises', () => {
  expect(proofs.length).toBeGreaterThanOrEqual(6);
});

describe.each(proofs)('$file: $title', ({ file, title }) => {
  test('the file has a test of that title', () => {
    const text = existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), 'utf8') : '';
    expect([`'${title}'`, `"${title}"`, `\`${title}\``].some((quoted) => text.includes(quoted))).toBe(true);
  });
});

test('every page that it links to is there', () => {
  const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
});
