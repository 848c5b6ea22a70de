import { allNodes, type CommandNode, type FlagNode } from './command-tree.ts';

/** One line a word or flag, each under the condition that its command was typed. */
export function fishCompletion(tree: CommandNode): string {
  return [
    '# handoff completion for fish: handoff completion fish | source',
    'function __handoff_at',
    '  set -l words (commandline -opc)',
    '  set -e words[1]',
    "  set words (string match -v -- '-*' $words)",
    '  test "$words[1..(count $argv)]" = "$argv"',
    'end',
    ...allNodes(tree).flatMap(fishNode),
    '',
  ].join('\n');
}

function fishNode(node: CommandNode): string[] {
  const at = node.path.length === 0 ? '' : ` -n ${quoted(`__handoff_at ${node.path.join(' ')}`)}`;
  // A group offers its words only until one of them was typed.
  const missing = node.commands.map((child) => child.path.at(-1)).join(' ');
  const open =
    node.path.length === 0
      ? "-n '__fish_use_subcommand'"
      : `-n ${quoted(`__handoff_at ${node.path.join(' ')}; and not __fish_seen_subcommand_from ${missing}`)}`;
  return [
    ...node.commands.map(
      (child) => `complete -c handoff -f ${open} -a ${child.path.at(-1) ?? ''} -d ${quoted(child.description)}`,
    ),
    ...(node.words.length === 0 ? [] : [`complete -c handoff -f${at} -a ${quoted(node.words.join(' '))}`]),
    ...node.flags.map(
      (flag) => `complete -c handoff${at} -l ${flag.long.slice(2)}${fishValue(flag)} -d ${quoted(flag.description)}`,
    ),
  ];
}

function fishValue({ takesValue, choices }: FlagNode): string {
  if (!takesValue) return '';
  return choices.length === 0 ? ' -r' : ` -x -a ${quoted(choices.join(' '))}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
