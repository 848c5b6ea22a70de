import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseTemplate } from '../../../src/outreach/sequence/parse-template.ts';
import { readTemplate } from '../../../src/outreach/sequence/read-template.ts';
import { TEMPLATES } from '../support/hub.ts';

const parse = (yaml: string): ReturnType<typeof parseTemplate> => parseTemplate(yaml, 'x.yaml', 'x');
const step = (lines: string): string =>
  `steps:\n  - delay: 0 min\n    thread: new\n    subject: s\n    text: t\n${lines}`;

test.each(['immediate', 'nurture'])('the sample %s is a template of three steps', async (name) => {
  const template = await readTemplate(TEMPLATES, name);
  expect(template.steps).toHaveLength(3);
  expect(template.steps.map(({ thread }) => thread)[0]).toBe('new');
});

test('a step has its delay, and a variant what it changes', () => {
  const [first, second] = parse(
    step(`    variants:
      - name: a
      - name: b
        subject: other
  - delay: 3 bizdays
    thread: reply
    text: again`),
  ).steps;
  expect(first).toMatchObject({ step_no: 1, delay_n: 0, delay_unit: 'min', html: null, variants: [{ name: 'a' }, { name: 'b', subject: 'other' }] }); // prettier-ignore
  expect(second).toMatchObject({ step_no: 2, delay_n: 3, delay_unit: 'bizday', thread: 'reply', subject: '' });
});

const bomb = `a: &a [x,x,x,x,x,x,x,x]
b: &b [*a,*a,*a,*a,*a,*a,*a,*a]
c: &c [*b,*b,*b,*b,*b,*b,*b,*b]
d: &d [*c,*c,*c,*c,*c,*c,*c,*c]
steps: [*d,*d]`;

describe('a template is refused with the file and the key', () => {
  test.each<readonly [string, string, string]>([
    ['no YAML', 'steps: [', '(file)'],
    ['no map', '- 1', '(file)'],
    ['nothing', '', '(file)'],
    ['no steps', 'steps: []', 'steps'],
    ['an unknown key', 'steps: []\nname: x', 'name is unknown'],
    ['an unknown key of a step', step('    suject: x'), 'steps[0]: suject is unknown'],
    ['a key twice', step('    text: again'), '(file)'],
    ['a delay without a unit', 'steps: [{delay: 3, thread: new, subject: s, text: t}]', 'steps[0].delay'],
    ['a delay of weeks', 'steps: [{delay: 1 week, thread: new, subject: s, text: t}]', 'steps[0].delay'],
    ['a delay of two years', 'steps: [{delay: 730 day, thread: new, subject: s, text: t}]', 'steps[0].delay'],
    ['a negative delay', 'steps: [{delay: -1 day, thread: new, subject: s, text: t}]', 'steps[0].delay'],
    ['a reply first', 'steps: [{delay: 0 min, thread: reply, text: t}]', 'steps[0].thread'],
    ['a reply with a subject', step('  - {delay: 1 day, thread: reply, subject: s, text: t}'), 'steps[1].subject'],
    ['no text', 'steps: [{delay: 0 min, thread: new, subject: s}]', 'steps[0].text'],
    ['no subject', 'steps: [{delay: 0 min, thread: new, text: t}]', 'steps[0].subject'],
    ['two lines of subject', 'steps: [{delay: 0 min, thread: new, subject: "a\\nb", text: t}]', 'steps[0].subject'],
    ['an unknown variable', step('    html: "{{ contact.nmae }}"'), 'steps[0].html: there is no variable contact.nmae'],
    ['an unknown variable in a condition', step('    html: "{% if x %}a{% endif %}"'), 'there is no variable x'],
    ['a variable by number', step('    html: "{{ contact[0] }}"'), 'there is no variable'],
    ['a prototype', step('    html: "{{ contact.constructor }}"'), 'there is no variable contact.constructor'],
    ['a loop', step('    html: "{% for i in (1..9) %}x{% endfor %}"'), 'steps[0].html'],
    ['a file', step(`    html: "{% include '/etc/passwd' %}"`), 'steps[0].html'],
    ['a rendered file', step(`    html: "{% render '/etc/passwd' %}"`), 'steps[0].html'],
    ['an unknown filter', step('    html: "{{ contact.name | shout }}"'), 'steps[0].html'],
    ['the filter that ends escaping', step('    html: "{{ contact.name | raw }}"'), 'steps[0].html'],
    ['an open tag', step('    html: "{% if contact.name %}"'), 'steps[0].html'],
    ['two variants of one name', step('    variants: [{name: a}, {name: a}]'), 'steps[0].variants'],
    ['a variant without a name', step('    variants: [{subject: a}]'), 'steps[0].variants[0].name'],
    ['21 steps', `steps: [${'{},'.repeat(21)}]`, 'steps: it is longer than 20'],
    ['an alias bomb', bomb, '(file)'],
    ['one alias', 'description: &a x\nsteps: *a', '(file)'],
    ['a tag of YAML', 'steps: !!js/function "x"', '(file)'],
    ['a long text', `steps: [{delay: 0 min, thread: new, subject: s, text: "${'x'.repeat(50_001)}"}]`, 'steps[0].text'],
    [
      'a long subject',
      `steps: [{delay: 0 min, thread: new, subject: "${'x'.repeat(501)}", text: t}]`,
      'steps[0].subject',
    ],
    ['a huge file', `# ${'x'.repeat(65_535)}`, '(file): it is larger'],
  ])('%s', (_name, yaml, says) => {
    const started = performance.now();
    expect(() => parse(yaml)).toThrow(expect.objectContaining({ code: 'refused' }));
    expect(() => parse(yaml)).toThrow(/^use the template x\.yaml: /);
    expect(() => parse(yaml)).toThrow(says);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('a template is named, not found by a path', () => {
  test.each(['../secret', '/etc/passwd', 'a/b', 'A', '', 'x.yaml', '.hidden'])('%j is no name', async (name) => {
    await expect(readTemplate(TEMPLATES, name)).rejects.toMatchObject({ code: 'usage' });
  });

  test('one that is not there is said to be missing', async () => {
    await expect(readTemplate(TEMPLATES, 'missing')).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a file larger than the limit is refused', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'templates-'));
    await writeFile(join(folder, 'big.yaml'), `${step('')}\n# ${'x'.repeat(1_000_000)}`);
    await expect(readTemplate(folder, 'big')).rejects.toMatchObject({ code: 'refused' });
  });
});
