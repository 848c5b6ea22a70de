import { existsSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { freshFolder, handoff, handoffJson } from '../support/handoff.ts';

const MAX_SECONDS = 10;

interface Demo {
  readonly ok: boolean;
  readonly folder: string | null;
  readonly steps: readonly { readonly name: string; readonly ok: boolean; readonly facts: Record<string, unknown> }[];
}

function factsOf({ steps }: Demo): Record<string, Record<string, unknown>> {
  return Object.fromEntries(steps.map(({ name, facts }) => [name, facts]));
}

test('the demo tells the whole road in less than 10 seconds and leaves nothing behind', () => {
  const startedMs = performance.now();
  const { status, stdout, stderr } = handoff(freshFolder(), ['demo']);
  expect((performance.now() - startedMs) / 1000).toBeLessThan(MAX_SECONDS);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.match(/^\d\. .*$/gm)).toHaveLength(7);
  for (const word of ['by hand', '2 ingested', '1 quarantined', 'JSON_INVALID', '1 duplicate', 'integrity ok']) {
    expect(stdout).toContain(word);
  }
  const [place] = /\/\S*handoff-demo-\w+/.exec(stdout) ?? [];
  expect(existsSync(place ?? '.')).toBe(false);
});

test('its facts are those of the real commands, which find them again in the folder that --keep leaves', () => {
  const story = handoffJson<Demo>(freshFolder(), ['demo', '--keep']);
  const { export: exported, poll, quarantine, duplicate, audit } = factsOf(story);
  expect(story).toMatchObject({ status: 0, ok: true });
  expect(poll).toMatchObject({ listed: 3, ingested: 2, quarantined: 1, archived: 2, lead_cards: 25 });
  expect(quarantine).toMatchObject({ code: 'JSON_INVALID' });
  expect(duplicate).toMatchObject({ duplicates: 1, ingested: 0 });
  expect(Object.keys(audit ?? {})).toEqual(['social-xpress-engine', 'nextier-execution']);

  const folder = story.folder ?? '';
  expect(handoffJson(folder, ['explain', String(exported?.['batch_id'])])).toMatchObject({ verdict: 'ingested' });
  expect(handoffJson(folder, ['quarantine', 'ls'])).toMatchObject({ files: [{ code: 'JSON_INVALID' }] });
  for (const system of ['social-xpress-engine', 'nextier-execution']) {
    expect(handoff(folder, ['audit', 'verify', '--system', system]).status).toBe(0);
  }
  rmSync(folder, { recursive: true });
});

test('a broken configuration in the working folder does not reach it', () => {
  expect(
    handoff(freshFolder(), ['demo', '--json'], { HANDOFF_STORE: 's4://nonsense', HANDOFF_SYSTEM: 'nobody' }).status,
  ).toBe(0);
});
