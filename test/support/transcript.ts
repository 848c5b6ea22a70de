import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { ROOT } from '../house/copy-of-the-tree.ts';
import { COMPILE_CACHE } from './handoff.ts';

/** One command of a ```console block, and the lines that the page shows below it. */
export interface Exchange {
  readonly command: string;
  readonly shown: readonly string[];
}

/** Lines in ```console fences: `$ ` begins a command, what follows is its output. */
export function readTranscript(page: string): Exchange[] {
  const exchanges: { command: string; shown: string[] }[] = [];
  for (const [, block = ''] of page.matchAll(/^```console\n(.*?)^```$/gms)) {
    for (const line of block.trimEnd().split('\n')) {
      if (line.startsWith('$ ')) exchanges.push({ command: line.slice(2), shown: [] });
      else exchanges.at(-1)?.shown.push(line);
    }
  }
  return exchanges;
}

/** Runs all commands in one shell, as somebody who types them in a checkout; what each one printed. */
export function playTranscript(exchanges: readonly Exchange[], home: string): string[][] {
  const mark = '@@handoff-transcript@@';
  const script = exchanges.map(({ command }) => `echo '${mark}'\nplay ${quoted(command)}`);
  const prelude = 'shopt -s expand_aliases\nlast=0\nplay() { (exit $last); eval "$1"; last=$?; }\n';
  mkdirSync(home, { recursive: true });
  const file = join(home, 'transcript.sh');
  writeFileSync(file, `${prelude}exec 2>&1\n${script.join('\n')}\n`);
  const { stdout, error } = spawnSync('bash', [file], { cwd: ROOT, encoding: 'utf8', env: personalEnvironment(home) });
  if (error) throw error;
  const [, ...outputs] = stdout.split(`${mark}\n`);
  return outputs.map((output) => output.trimEnd().split('\n'));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A person's, with this Node first on the path and nothing that this test run or npm set. */
function personalEnvironment(home: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|HANDOFF_|AWS_|VITEST|NODE_|NO_COLOR)/i.test(name),
  );
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter);
  return { ...Object.fromEntries(inherited), HOME: home, PATH: path, NODE_COMPILE_CACHE: COMPILE_CACHE };
}

/** What differs from run to run: days, times, hashes, durations, run ids, this machine's folders, and the widths they cause. */
const VOLATILE: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '<time>'],
  [/run-\d{8}T\d{6}Z-[0-9a-f]{6}/g, '<run>'],
  [/_\d{4}_\d{2}_\d{2}_/g, '_<day>_'],
  [/\/\d{4}\/\d{2}\/\d{2}\//g, '/<day>/'],
  [/\.[0-9a-f]{16}\.json/g, '.<hash>.json'],
  [/\b\d+\.\d s\b/g, '<duration>'],
  [/[~/][\w./-]*handoff-(?:demo-\w+|tour)/g, '<folder>'],
  [/ {2,}/g, '  '],
];

export function withoutVolatile(lines: readonly string[]): string[] {
  return lines.map((line) => VOLATILE.reduce((text, [pattern, word]) => text.replace(pattern, word), line.trimEnd()));
}
