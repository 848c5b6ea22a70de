import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { leadCardProperties } from './schemas.ts';

test('docs/contracts.md shows every field of a lead card with the words that it may hold', () => {
  const page = readFileSync(new URL('../../docs/contracts.md', import.meta.url), 'utf8');
  const section = page.slice(page.indexOf('### Lead card'), page.indexOf('### Rules'));
  const rows = [...section.matchAll(/^\| `(\w+)` \| (string|number) \| (.+) \|$/gm)];
  expect(rows.map(([, field]) => field)).toEqual(Object.keys(leadCardProperties));
  const choices = Object.entries(leadCardProperties).filter(([, property]) => property.enum !== undefined);
  const documented = new Map(rows.map(([, field, , rule]) => [field, rule]));
  for (const [field, property] of choices) {
    expect(documented.get(field)).toBe(property.enum?.map((word) => `\`${word}\``).join(', '));
  }
});
