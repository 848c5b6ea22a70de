import { linkSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeFile } from '../../src/exporter/place-file.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'handoff-place-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

test('a name that is taken gets a number before its extension', () => {
  const folder = folderWith({ 'a.json': 'first', 'a.1.json': 'second', new: 'third' });
  expect(placeFile(join(folder, 'new'), { folder, name: 'a.json' })).toBe('a.2.json');
  expect(readdirSync(folder).toSorted()).toEqual(['a.1.json', 'a.2.json', 'a.json']);
  expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('first');
});

test('a move that was cut short between its two halves is finished, not done twice', () => {
  const folder = folderWith({ new: 'x' });
  linkSync(join(folder, 'new'), join(folder, 'a.json'));
  expect(placeFile(join(folder, 'new'), { folder, name: 'a.json' })).toBe('a.json');
  expect(readdirSync(folder)).toEqual(['a.json']);
});

test('a file that means the same will do, where it is said what that is', () => {
  const folder = folderWith({ 'a.json': 'x 1', 'a.1.json': 'y 1', one: 'y 2', two: 'z 2' });
  const sameLetter = (letter: string) => (path: string) => readFileSync(path, 'utf8').startsWith(letter);
  expect(placeFile(join(folder, 'one'), { folder, name: 'a.json', reuseIf: sameLetter('y') })).toBe('a.1.json');
  expect(placeFile(join(folder, 'two'), { folder, name: 'a.json', reuseIf: sameLetter('z') })).toBe('a.2.json');
  expect(readdirSync(folder).toSorted()).toEqual(['a.1.json', 'a.2.json', 'a.json']);
});

test('a file of the same bytes will do, where it is asked for', () => {
  const folder = folderWith({ 'a.json': 'x', one: 'x', two: 'y', three: 'x' });
  expect(placeFile(join(folder, 'one'), { folder, name: 'a.json', reuseEqual: true })).toBe('a.json');
  expect(placeFile(join(folder, 'two'), { folder, name: 'a.json', reuseEqual: true })).toBe('a.1.json');
  expect(placeFile(join(folder, 'three'), { folder, name: 'a.json' })).toBe('a.2.json');
});
