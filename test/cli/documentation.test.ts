import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ERRORS } from '../../src/base/errors.ts';
import { ROOT } from '../house/copy-of-the-tree.ts';
import { commandTree, leafCommands } from '../support/command-tree.ts';
import configSchema from '../../src/cli/config.schema.json' with { type: 'json' };

const page = readFileSync(join(ROOT, 'docs/command-line.md'), 'utf8');
const settingsPage = readFileSync(join(ROOT, 'docs/configuration.md'), 'utf8');

/** The text under a heading, up to the next one. */
function section(heading: string): string {
  const start = page.indexOf(`${heading}\n`);
  const rest = start < 0 ? '' : page.slice(start + heading.length + 1);
  return rest.split(/^#{2,3} /m)[0] ?? '';
}

function flagsIn(text: string): string[] {
  return [...text.matchAll(/^\| `(--[a-z-]+)/gm)].map(([, flag]) => flag ?? '').toSorted();
}

const common = flagsIn(section('## Flags of every command'));
const commands = leafCommands().map((node) => ({
  heading: `### \`handoff ${[...node.path, ...node.arguments].join(' ')}\``,
  node,
}));

test('docs/command-line.md has a heading for every command with its arguments, and no other', () => {
  const headings = [...page.matchAll(/^### `handoff .*`$/gm)].map(([heading]) => heading);
  expect(headings.toSorted()).toEqual(commands.map(({ heading }) => heading).toSorted());
});

test('the flags of every command are those that every command has', () => {
  const everywhere = leafCommands().map(({ flags }) => flags.map(({ long }) => long));
  const shared = (everywhere[0] ?? []).filter((flag) => everywhere.every((flags) => flags.includes(flag)));
  expect(common).toEqual(shared.toSorted());
  const before = commandTree().flags.map(({ long }) => long);
  expect(before.toSorted()).toEqual(common);
});

describe.each(commands)('$heading', ({ heading, node }) => {
  test('its table has exactly the flags that it takes besides those', () => {
    const own = node.flags.map(({ long }) => long).filter((flag) => !common.includes(flag));
    expect(flagsIn(section(heading))).toEqual(own.toSorted());
  });

  test('it says what --json prints', () => {
    const says = /^(?:With `--once`: )?`\{/m.test(section(heading));
    expect(says).toBe(node.path[0] !== 'completion');
  });
});

test('every exit code is explained, and no other', () => {
  const codes = [...section('## Exit codes').matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  expect(new Set(codes)).toEqual(new Set([0, ...Object.values(ERRORS).map(({ exit }) => exit)]));
});

test('docs/configuration.md names every key of the configuration', () => {
  const route = configSchema.properties.contracts.patternProperties['^[a-z][a-z0-9-]{1,62}$'].properties;
  const keys = [
    ...Object.keys(configSchema.properties).filter((key) => key !== 'contracts'),
    ...Object.keys(route).map((key) => `contracts.<name>.${key}`),
  ];
  for (const key of keys) expect(settingsPage).toContain(`\`${key}\``);
});
