import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allNodes } from '../../src/cli/completion/command-tree.ts';
import { commandTree } from '../support/command-tree.ts';
import { freshFolder, handoff } from '../support/handoff.ts';

const folder = freshFolder();

function scriptFor(shell: string): string {
  const { status, stdout } = handoff(folder, ['completion', shell]);
  expect(status).toBe(0);
  return stdout;
}

function bash(script: string): string {
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout;
}

describe('bash', () => {
  const file = join(folder, 'handoff.bash');
  writeFileSync(file, scriptFor('bash'));

  /** What a Tab after these words would offer. */
  function offered(...words: string[]): string[] {
    const line = words.map((word) => `'${word}'`).join(' ');
    const call = `COMP_WORDS=(handoff ${line}); COMP_CWORD=${words.length}; _handoff; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return bash(`source ${file}; ${call}`).split('\n').filter((word) => word !== ''); // prettier-ignore
  }

  test('the script is valid and sourcing it registers the completion', () => {
    expect(spawnSync('bash', ['-n', file]).status).toBe(0);
    expect(bash(`source ${file}; complete -p handoff`)).toContain('-F _handoff handoff');
  });

  test('every command and every flag is offered where it may stand', () => {
    for (const { path, commands, flags } of allNodes(commandTree())) {
      const words = offered(...path, '');
      expect(words).toEqual(expect.arrayContaining(commands.map((child) => child.path.at(-1) ?? '')));
      expect(words).toEqual(expect.arrayContaining(flags.map(({ long }) => long)));
    }
  });

  test('a word that was begun is finished', () => {
    expect(offered('quar')).toEqual(['quarantine']);
    expect(offered('quarantine', 're')).toEqual(['release']);
    expect(offered('poll', '--wo')).toEqual(['--worker']);
  });

  test('flags with few values offer them, also when a flag came before the command', () => {
    expect(offered('export', '--on-bad-record', '')).toEqual(['reject', 'stop']);
    expect(offered('--json', 'completion', 'z')).toEqual(['zsh']);
  });

  test('where a file belongs bash offers files', () => {
    mkdirSync(join(folder, 'in-here'));
    expect(offered('poll', '--config', 'in-')).toEqual([]);
    expect(bash(`source ${file}; complete -p handoff`)).toContain('-o default');
  });
});

describe.each(['zsh', 'fish'])('%s', (shell) => {
  test('the script names every command and every flag', () => {
    const script = scriptFor(shell);
    for (const { path, flags } of allNodes(commandTree())) {
      if (path.length > 0) expect(script).toContain(path.at(-1));
      for (const { long } of flags) expect(script).toContain(shell === 'fish' ? `-l ${long.slice(2)}` : long);
    }
  });
});
