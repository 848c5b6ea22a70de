import { setTimeout as sleep } from 'node:timers/promises';
import type { TaskOptions } from 'node-cron';
import { AppError, codeOf, ERRORS } from '../../base/errors.ts';
import { isSlug } from '../../base/ids.ts';
import type { Log } from '../../base/log.ts';
import { thisProcess } from '../../base/process-identity.ts';
import { watchFolder } from '../../objectstore/index.ts';
import {
  inboxPrefix,
  type PollerDeps,
  type PollReport,
  type PollRequest,
  type Route,
  runPoll,
} from '../../poller/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withPoller } from '../compose.ts';
import { formatBytes, type Output } from '../output.ts';
import { type CommonFlags, readSettings, type Settings } from '../settings.ts';
import { plan } from './plan.ts';

export interface PollFlags extends CommonFlags {
  readonly once?: boolean;
  readonly cron?: string;
  readonly watch?: boolean;
  readonly limit?: number;
  readonly worker?: string;
  readonly breaker?: boolean;
  readonly dryRun?: boolean;
}

type SchedulerLog = NonNullable<TaskOptions['logger']>;

/** A change in a folder usually comes with others; one run takes them together. */
const WATCH_CALM_MS = 200;
/** Events may be lost; a watched folder is looked at this often besides. */
const WATCH_RESCAN_MS = 60_000;
/** Files worked in one run. */
const DEFAULT_LIMIT = 10_000;

export async function poll(command: Command<PollFlags>): Promise<number> {
  const { flags } = command;
  const settings = await readSettings('consumer', flags, command.environment);
  refuseContradictions(flags, settings);
  if (flags.dryRun === true) return plan(command);
  return withPoller(command, settings, async (deps, routes) => {
    const request: PollRequest = {
      routes,
      worker: flags.worker ?? 'default',
      identity: thisProcess(),
      limit: flags.limit ?? DEFAULT_LIMIT,
      breaker: flags.breaker ?? true,
    };
    if (flags.cron !== undefined) return pollOnSchedule(command, deps, request, flags.cron);
    if (flags.watch === true) return pollOnChange(command, settings, deps, request, routes);
    return pollOnce(command.output, deps, request);
  });
}

function refuseContradictions(flags: PollFlags, settings: Settings): void {
  const modes = [flags.once === true, flags.cron !== undefined, flags.watch === true].filter(Boolean);
  if (modes.length > 1)
    throw new AppError('usage', 'poll in several ways at once', { hint: 'give one of --once, --cron and --watch' });
  if (flags.watch === true && !settings.store.startsWith('file:')) {
    throw new AppError('usage', `watch ${settings.store}: only a directory store tells of its changes`, {
      hint: 'poll a bucket with --cron "* * * * *"',
    });
  }
  if (flags.worker !== undefined && !isSlug(flags.worker)) {
    throw new AppError('usage', `use the worker name ${JSON.stringify(flags.worker)}`, {
      hint: 'lower-case letters, digits and hyphens, 2 to 63, beginning with a letter',
    });
  }
}

async function pollOnce(output: Output, deps: PollerDeps, request: PollRequest): Promise<number> {
  const report = await runPoll(deps, request);
  output.document(report);
  printReport(output, report);
  return exitCodeOf(report);
}

/** Finished, but something needs a person. */
export function exitCodeOf(report: PollReport): number {
  const concerns = report.quarantined + report.held + report.vanished + report.alerts;
  return concerns > 0 || report.breaker !== null ? EXIT.refused : EXIT.ok;
}

export function printReport(output: Output, report: PollReport): void {
  if (report.already_running) {
    output.line('another process polls under this worker name; nothing to do');
    return;
  }
  const counts = [
    `${report.ingested} ingested`, `${report.duplicates} duplicate`, `${report.quarantined} quarantined`,
    `${report.held} held`, `${report.skipped} skipped`, `${report.retried} waiting for a retry`,
  ]; // prettier-ignore
  output.line(`${report.listed} listed: ${counts.join(', ')}`);
  output.line(
    `${report.records} records, ${formatBytes(report.bytes)}, ${report.archived} archived, ${(report.duration_ms / 1000).toFixed(1)} s`,
  );
  if (report.breaker !== null) {
    output.line(
      output.bad(
        `systemic failure suspected: files were refused in a row for ${report.breaker}; they stay in the inbox`,
      ),
    );
    output.line(
      'next: find the cause with "handoff plan", then poll again, or with --no-breaker if the files really are bad',
    );
  } else if (report.quarantined > 0) {
    output.line('next: see why with "handoff quarantine ls"');
  }
  if (report.interrupted) output.line('interrupted; the rest waits for the next run');
}

/** Runs on a cron expression in this process until a signal. What is down now may be up at the next tick. */
async function pollOnSchedule(
  command: Command,
  deps: PollerDeps,
  request: PollRequest,
  expression: string,
): Promise<number> {
  const { schedule, validate } = await import('node-cron');
  if (!validate(expression)) {
    throw new AppError('usage', `poll on the schedule ${JSON.stringify(expression)}`, {
      hint: 'five or six cron fields, for example "*/5 * * * *"',
    });
  }
  const stop = Promise.withResolvers<void>();
  let run = Promise.resolve();
  const tick = (): Promise<void> => {
    run = survive(command, deps, request).catch(stop.reject);
    return run;
  };
  const task = schedule(expression, tick, { noOverlap: true, logger: schedulerLog(deps.log) });
  command.signal.addEventListener('abort', () => stop.resolve(), { once: true });
  try {
    if (!command.signal.aborted) await stop.promise;
  } finally {
    await task.destroy();
    // It gives its claims back; store and database stay open until then.
    await run;
  }
  return EXIT.ok;
}

/** A tick that comes while the last run is still at work is no fault, and stderr is for our JSON lines alone. */
function schedulerLog(log: Log): SchedulerLog {
  return {
    debug: (said) => log.debug({}, String(said)),
    info: (said) => log.debug({}, said),
    warn: (said) => log.info({}, said),
    error: (said) => log.error({}, String(said)),
  };
}

async function pollOnChange(
  command: Command,
  settings: Settings,
  deps: PollerDeps,
  request: PollRequest,
  routes: readonly Route[],
): Promise<number> {
  let wake = Promise.withResolvers<void>();
  const folders = routes.map((route) => inboxPrefix(route));
  const watcher = await watchFolder(settings.store, folders, () => wake.resolve());
  try {
    while (!command.signal.aborted) {
      await survive(command, deps, request);
      await wakeOrTimeout(wake.promise, command.signal);
      await pause(WATCH_CALM_MS, command.signal);
      wake = Promise.withResolvers<void>();
    }
  } finally {
    await watcher.close();
  }
  return EXIT.ok;
}

/** One run of many: an error that time may mend is logged, every other ends the service. */
async function survive(command: Command, deps: PollerDeps, request: PollRequest): Promise<void> {
  if (command.signal.aborted) return;
  try {
    const report = await runPoll(deps, request);
    command.output.document(report);
    printReport(command.output, report);
  } catch (thrown) {
    if (ERRORS[codeOf(thrown)].class !== 'transient') throw thrown;
    deps.log.warn({ error: codeOf(thrown) }, String(thrown));
  }
}

/** The timer goes with the wait: left running, it would keep the process alive for a minute. */
async function wakeOrTimeout(wake: Promise<void>, signal: AbortSignal): Promise<void> {
  const woken = new AbortController();
  await Promise.race([wake, pause(WATCH_RESCAN_MS, AbortSignal.any([signal, woken.signal]))]);
  woken.abort();
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (thrown) {
    // The signal ends the pause, and the loop sees it.
    if (!signal.aborted) throw thrown;
  }
}
