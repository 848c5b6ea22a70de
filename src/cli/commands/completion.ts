import type { Command as Commander } from 'commander';
import { type Command, EXIT } from '../command.ts';
import { bashCompletion } from '../completion/bash.ts';
import { fishCompletion } from '../completion/fish.ts';
import { readCommandTree } from '../completion/command-tree.ts';
import { zshCompletion } from '../completion/zsh.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

const SCRIPTS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

/** A script made from the command line itself, so that it cannot fall behind it. */
export async function completion(command: Command, shell: Shell, program: Commander): Promise<number> {
  const script = SCRIPTS[shell](readCommandTree(program));
  command.output.document({ shell, script });
  command.output.line(script.trimEnd());
  return EXIT.ok;
}
