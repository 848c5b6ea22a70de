import type { Argument, Command as Commander, Option } from 'commander';

/** One flag as a shell completes it. */
export interface FlagNode {
  /** `--batch-size` */
  readonly long: string;
  readonly description: string;
  readonly takesValue: boolean;
  /** The only values that it takes; empty where any will do. */
  readonly choices: readonly string[];
}

/** One command, or a word that only groups others. */
export interface CommandNode {
  /** The words that lead to it, without the program's own: `['quarantine', 'ls']`. */
  readonly path: readonly string[];
  readonly description: string;
  readonly commands: readonly CommandNode[];
  readonly flags: readonly FlagNode[];
  /** As the help shows them: `<input...>`. */
  readonly arguments: readonly string[];
  /** Words that its argument may be; empty where it is a file or anything else. */
  readonly words: readonly string[];
}

/** The whole command line as plain data: what completions and the check of the documentation are made from. */
export function readCommandTree(program: Commander): CommandNode {
  return readNode(program, []);
}

/** Every node of the tree, parents first. */
export function allNodes(node: CommandNode): CommandNode[] {
  return [node, ...node.commands.flatMap(allNodes)];
}

function readNode(command: Commander, path: readonly string[]): CommandNode {
  return {
    path,
    description: command.description(),
    commands: command.commands.map((child) => readNode(child, [...path, child.name()])),
    flags: [...command.options.map(readFlag), HELP],
    arguments: command.registeredArguments.map(spellArgument),
    words: command.registeredArguments[0]?.argChoices ?? [],
  };
}

/** Commander keeps its help flag apart from the others. */
const HELP: FlagNode = { long: '--help', description: 'say what the command does', takesValue: false, choices: [] };

function readFlag(option: Option): FlagNode {
  return {
    long: option.long ?? option.flags,
    description: option.description,
    takesValue: option.required || option.optional,
    choices: option.argChoices ?? [],
  };
}

function spellArgument(argument: Argument): string {
  const name = argument.name() + (argument.variadic ? '...' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
}
