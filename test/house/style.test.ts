import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { projectFiles } from './project-files.ts';
import type { ProjectFile } from './project-files.ts';

/** Walls, not aims: 30 and 200 are what to aim at. */
const MAX_FUNCTION_LINES = 70;
const MAX_FILE_LINES = 400;

/** Words that stand for something better. `sample` is a line that the pattern must find. */
interface BannedWord {
  readonly pattern: RegExp;
  readonly where: RegExp;
  readonly except?: RegExp;
  readonly instead: string;
  readonly sample: string;
}

const SOURCE = /^src\/.*[.]ts$/;
const CODE = /^(?:src|scripts|test|bin|fixtures)\/.*[.][cm]?[jt]s$/;
const THIS_FILE = /^test\/house\/style[.]test[.]ts$/;

const BANNED: readonly BannedWord[] = [
  {
    pattern: /\bDate[.]now\(|\bnew Date\(\)|\bperformance[.]now\(|\bhrtime\b/,
    where: SOURCE,
    except: /^src\/base\/clock[.]ts$/,
    instead: 'take a Clock as an argument (src/base/clock.ts)',
    sample: 'const started = Date.now();',
  },
  {
    pattern: /\bprocess[.]env\b/,
    where: SOURCE,
    except: /^src\/cli\//,
    instead: 'take the setting as an argument; src/cli reads the environment',
    sample: 'const store = process.env.HANDOFF_STORE;',
  },
  {
    pattern:
      /[.]message\s*(?:[!=]==?|[.](?:includes|startsWith|endsWith|match|search|indexOf)\()|[.]test\(\w+[.]message\)/,
    where: SOURCE,
    instead: 'branch on the code of an AppError; adapters translate their vendor by its codes',
    sample: `if (error.message.includes('locked')) retry();`,
  },
  {
    pattern: /\bthrow new Error\(|\breject\(new Error\(/,
    where: SOURCE,
    instead: 'AppError with a code (src/base/errors.ts)',
    sample: `throw new Error('no such key');`,
  },
  {
    pattern: /^export default\b/m,
    where: /^(?:src|scripts|test)\/.*[.]ts$/,
    instead: 'a named export',
    sample: 'export default function main() {}',
  },
  {
    pattern: /[.](?:skip|only|todo|fails)\(|\b(?:xit|xtest|xdescribe)\(/,
    where: /^test\/.*[.]ts$/,
    instead: 'a test that runs, or none',
    sample: `test.skip('later', () => {});`,
  },
  {
    // A bare `later.catch(() => undefined);` is allowed: it only says that the promise is awaited further on.
    pattern: /(?:\b(?:await|return|void)\b|=)[^;]*[.]catch\(\s*\(\w*\)\s*=>\s*(?:\{\s*\}|undefined|null)\s*,?\s*\)/,
    where: CODE,
    instead: 'handle the error or let it go to the caller',
    sample: 'await stop().catch(() => {});',
  },
  {
    pattern: /@ts-(?:ignore|nocheck|expect-error)|\bas any\b|\bas unknown as\b/,
    where: SOURCE,
    instead: 'a type that is true, or a parse function',
    sample: 'const row = rows as unknown as Row;',
  },
  {
    pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/,
    where: /./,
    instead: 'do it, or open an issue',
    sample: '// TODO: retry',
  },
  {
    pattern: /\b(?:claude|anthropic|openai|chatgpt|copilot|llm-generated|language model)\b/i,
    where: /./,
    instead: 'the project speaks of itself alone',
    sample: 'written by ChatGPT',
  },
  {
    pattern: /\/work\/(?:main|shared)\b|\/root\/|\/home\/\w/,
    where: /./,
    instead: 'a path from the root of the project',
    sample: 'see /work/main/src',
  },
  {
    pattern: /\b(?:design|spec|issue|decision) (?:#|§)?\d+\b/i,
    where: /./,
    instead: 'the reason itself; a number leads nowhere for a reader of the code',
    sample: '// see design 3',
  },
];

/** File names that say nothing about the one idea in the file. */
const EMPTY_NAMES = /(?:^|[/.-])(?:utils?|helpers?|common|misc|manager|stuff|shared)(?=[/.-])/;

const files = projectFiles();

function isInspected({ path }: ProjectFile, word: BannedWord): boolean {
  return word.where.test(path) && !(word.except?.test(path) ?? false) && !THIS_FILE.test(path);
}

function findings(word: BannedWord): string[] {
  return files
    .filter((file) => isInspected(file, word))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, index) => (word.pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
    );
}

interface Extent {
  readonly at: string;
  readonly lines: number;
}

/** Every function, arrow, method and constructor of a file, from its first line to its last. */
function functionsOf({ path, text }: ProjectFile): Extent[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Extent[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
      const last = source.getLineAndCharacterOfPosition(node.getEnd()).line;
      found.push({ at: `${path}:${first + 1}`, lines: last - first + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Catches whose block does nothing at all; a comment inside does not make them do more. */
function emptyCatchesOf({ path, text }: ProjectFile): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCatchClause(node) && node.block.statements.length === 0) {
      found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const code = files.filter(({ path }) => CODE.test(path));
const shipped = files.filter(({ path }) => /^(?:src|scripts|bin)\/.*[jt]s$/.test(path));

test('the walk over the project sees its code, its tests and its papers', () => {
  const paths = files.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      'src/base/errors.ts',
      'bin/handoff.js',
      'test/house/style.test.ts',
      'package.json',
      '.ci/run',
    ]),
  );
});

test(`no function is longer than ${MAX_FUNCTION_LINES} lines`, () => {
  expect(shipped.flatMap(functionsOf).filter(({ lines }) => lines > MAX_FUNCTION_LINES)).toEqual([]);
});

test(`no file is longer than ${MAX_FILE_LINES} lines`, () => {
  const long = code.map(({ path, text }) => ({ at: path, lines: text.trimEnd().split('\n').length }));
  expect(long.filter(({ lines }) => lines > MAX_FILE_LINES)).toEqual([]);
});

test('no catch is empty', () => {
  expect(code.flatMap(emptyCatchesOf)).toEqual([]);
});

test('every file is named after its idea', () => {
  expect(code.map(({ path }) => path).filter((path) => EMPTY_NAMES.test(path))).toEqual([]);
});

test('a door re-exports and does nothing else', () => {
  const doors = files.filter(({ path }) => /^src\/[^/]+\/index[.]ts$/.test(path));
  const statements = doors.flatMap(({ path, text }) =>
    ts
      .createSourceFile(path, text, ts.ScriptTarget.Latest)
      .statements.filter((statement) => !ts.isExportDeclaration(statement))
      .map((statement) => `${path}: ${ts.SyntaxKind[statement.kind]}`),
  );
  expect(statements).toEqual([]);
});

describe.each(BANNED)('instead of $sample: $instead', (word) => {
  test('no file has it', () => {
    expect(findings(word)).toEqual([]);
  });

  test('the check would find it', () => {
    expect(word.sample).toMatch(word.pattern);
  });
});

test('the measure of functions sees a long one of every kind', () => {
  const body = '\n'.repeat(MAX_FUNCTION_LINES);
  const text = `function a() {${body}}\nconst b = () => {${body}};\nclass C { d() {${body}} constructor() {${body}} }`;
  expect(functionsOf({ path: 'long.ts', text }).map(({ lines }) => lines)).toEqual([71, 71, 71, 71]);
});

test('the search for empty catches sees one with a comment in it', () => {
  expect(emptyCatchesOf({ path: 'a.ts', text: 'try { f(); } catch { /* fine */ }' })).toEqual(['a.ts:1']);
});
