import { allNodes, type CommandNode, type FlagNode } from './command-tree.ts';

/** A function a command; each hands over to the one whose name comes next. */
export function zshCompletion(tree: CommandNode): string {
  return `#compdef handoff
# handoff completion for zsh: source <(handoff completion zsh)
${allNodes(tree).map(zshFunction).join('\n')}
# Loaded from a folder of $fpath, this file is itself the body of the function.
if [ "$funcstack[1]" = _handoff ]; then _handoff "$@"; else compdef _handoff handoff; fi
`;
}

function zshFunction(node: CommandNode): string {
  return node.commands.length === 0 ? zshLeaf(node) : zshGroup(node);
}

function zshGroup(node: CommandNode): string {
  const commands = node.commands.map((child) => `    ${quoted(`${nameOf(child)}:${child.description}`)}`);
  const steps = node.commands.map((child) => `      ${nameOf(child)}) ${functionOf(child)} ;;`);
  return `${functionOf(node)}() {
  local -a commands
  local context state line
  commands=(
${commands.join('\n')}
  )
  _arguments -C ${node.flags.map(zshFlag).join(' ')} '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe command commands ;;
    argument) case $line[1] in
${steps.join('\n')}
    esac ;;
  esac
}`;
}

function zshLeaf(node: CommandNode): string {
  const offered = node.words.length === 0 ? '_files' : `(${node.words.join(' ')})`;
  const rest = node.arguments.length === 0 ? [] : [quoted(`*:argument:${offered}`)];
  return `${functionOf(node)}() {
  _arguments ${[...node.flags.map(zshFlag), ...rest].join(' ')}
}`;
}

function zshFlag({ long, description, takesValue, choices }: FlagNode): string {
  // Brackets and colons divide what _arguments reads.
  const plain = description.replaceAll(/[[\]:\\]/g, '\\$&');
  const value = takesValue ? `:value:${choices.length === 0 ? '_files' : `(${choices.join(' ')})`}` : '';
  return quoted(`${long}[${plain}]${value}`);
}

function functionOf({ path }: CommandNode): string {
  return ['_handoff', ...path].join('_').replaceAll('-', '_');
}

function nameOf({ path }: CommandNode): string {
  return path.at(-1) ?? '';
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
