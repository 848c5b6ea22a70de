import { allNodes, type CommandNode, readCommandTree } from '../../src/cli/completion/command-tree.ts';
import { buildProgram } from '../../src/cli/program.ts';

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** The command line as the program itself has it. */
export function commandTree(): CommandNode {
  const surroundings = {
    version: '0.0.0',
    signal: new AbortController().signal,
    environment: {},
    stdin: nothing(),
    stdout: {},
  };
  return readCommandTree(buildProgram(surroundings, { exitCode: 0 }));
}

/** Commands that do something, without the words that only group them. */
export function leafCommands(): CommandNode[] {
  return allNodes(commandTree()).filter((node) => node.commands.length === 0);
}
