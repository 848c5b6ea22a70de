import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { systemClock } from '../../base/clock.ts';
import { type Command, EXIT } from '../command.ts';
import {
  copyBack,
  corruptedKey,
  dropByHand,
  dropCorrupted,
  exportLeads,
  lookIntoQuarantine,
  pollInbox,
  verifyLogs,
} from '../demo/scenes.ts';
import { CONSUMER, openStage, PRODUCER, type Stage } from '../demo/stage.ts';
import { Story } from '../demo/story.ts';
import type { Output } from '../output.ts';
import type { CommonFlags, Environment } from '../settings.ts';

export interface DemoFlags extends CommonFlags {
  readonly keep?: boolean;
}

/** The whole road, by the same code that the other commands run. Exit 0 only when everything was as it should be. */
export async function demo(command: Command<DemoFlags>): Promise<number> {
  const { output, flags, environment } = command;
  const startedMs = systemClock.now();
  const folder = await mkdtemp(join(tmpdir(), 'handoff-demo-'));
  const story = new Story(output);
  let ok = false;
  try {
    output.line(`${output.bold('handoff demo')}: two systems and a folder between them, in ${folder}`);
    await play(story, openStage(command, folder, startedMs));
    ok = story.unmet.length === 0;
  } finally {
    // A story that went wrong is worth a look.
    if (ok && flags.keep !== true) await rm(folder, { recursive: true, force: true });
  }
  const kept = !ok || flags.keep === true;
  const durationMs = systemClock.now() - startedMs;
  output.document({ ok, steps: story.steps, folder: kept ? folder : null, duration_ms: durationMs });
  printEnd(output, story, durationMs);
  if (kept) printTour(output, { folder, nowMs: startedMs, name: ownName(environment) });
  else output.line('next: the same with "demo --keep" leaves the folder to look around in');
  return ok ? EXIT.ok : EXIT.refused;
}

async function play(story: Story, stage: Stage): Promise<void> {
  let sha256: string | null = null;
  await story.scene('export', `${PRODUCER}, the producer, exports 20 leads`, async (scene) => {
    sha256 = await exportLeads(stage, scene);
  });
  await story.scene('hand-drop', 'somebody drops a batch into the inbox by hand', (scene) => dropByHand(stage, scene));
  await story.scene('corrupted', 'a third file is cut off while it is copied', (scene) => dropCorrupted(stage, scene));
  await story.scene('poll', `${CONSUMER}, the consumer, polls`, (scene) => pollInbox(stage, scene, sha256));
  await story.scene('quarantine', 'why the third file was refused', (scene) => lookIntoQuarantine(stage, scene));
  await story.scene('duplicate', 'an archived batch is copied back into the inbox', (scene) => copyBack(stage, scene));
  await story.scene('audit', 'both audit logs are verified', (scene) => verifyLogs(stage, scene));
}

function printEnd(output: Output, story: Story, durationMs: number): void {
  const seconds = `${(durationMs / 1000).toFixed(1)} s`;
  output.line();
  if (story.unmet.length === 0) output.line(`${output.good('everything was as it should be')}, in ${seconds}`);
  else output.line(output.bad(`after ${seconds}, ${story.unmet.length} things were not as they should be:`));
  for (const what of story.unmet) output.line(`  ${what}`);
}

interface Tour {
  readonly folder: string;
  readonly nowMs: number;
  /** How the program is called from there. */
  readonly name: string;
}

function printTour(output: Output, { folder, nowMs, name }: Tour): void {
  output.line('look around:');
  output.line(`  cd ${folder}`);
  for (const rest of [
    `status --system ${CONSUMER}`,
    'quarantine ls',
    `quarantine show ${corruptedKey(nowMs)}`,
    `audit log --system ${PRODUCER}`,
    `audit log --system ${CONSUMER}`,
  ]) {
    output.line(`  ${name} ${rest}`);
  }
  output.line('  find handoff-data/bucket -type f');
}

/** How to call this program from another folder: by its name where the shell would find it. */
function ownName(environment: Environment): string {
  const folders = (environment['PATH'] ?? '').split(delimiter);
  const isFound = folders.some((folder) => folder !== '' && existsSync(join(folder, 'handoff')));
  return isFound ? 'handoff' : `node ${process.argv[1] ?? 'handoff'}`;
}
