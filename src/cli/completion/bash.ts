import { allNodes, type CommandNode } from './command-tree.ts';

/** Words of a command before the cursor select a list; where it has nothing to offer, bash completes file names. */
export function bashCompletion(tree: CommandNode): string {
  const nodes = allNodes(tree);
  return `# handoff completion for bash: source <(handoff completion bash)
_handoff() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" path="" word index
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    case "$path/$word" in
${nodes.filter(isNamed).map(bashStep).join('\n')}
    esac
  done
  case "$path $previous" in
${nodes.flatMap(bashValues).join('\n')}
  esac
  case "$path" in
${nodes.map(bashWords).join('\n')}
  esac
}
complete -o bashdefault -o default -F _handoff handoff
`;
}

function isNamed(node: CommandNode): boolean {
  return node.path.length > 0;
}

function bashStep({ path }: CommandNode): string {
  const here = path.map((word) => `/${word}`).join('');
  return `      ${here}) path=${here} ;;`;
}

/** After a flag that takes a value only its choices make sense, or else file names. */
function bashValues({ path, flags }: CommandNode): string[] {
  const here = path.map((word) => `/${word}`).join('');
  return flags
    .filter((flag) => flag.takesValue)
    .map(({ long, choices }) => {
      const reply =
        choices.length === 0 ? 'COMPREPLY=()' : `COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$current"))`;
      return `    '${here} ${long}') ${reply}; return ;;`;
    });
}

function bashWords({ path, commands, flags, words }: CommandNode): string {
  const offered = [...commands.map((child) => child.path.at(-1)), ...words, ...flags.map(({ long }) => long)];
  const here = path.map((word) => `/${word}`).join('');
  return `    '${here}') COMPREPLY=($(compgen -W '${offered.join(' ')}' -- "$current")) ;;`;
}
