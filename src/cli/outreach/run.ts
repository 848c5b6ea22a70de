import { AppError } from '../../base/errors.ts';
import { isSlug } from '../../base/ids.ts';
import {
  type HubDeps,
  listDue,
  openRenderLinks,
  readMailboxes,
  runHubEgress,
  runWorker,
} from '../../outreach/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withHub } from '../compose-hub.ts';
import { type CommonFlags, readSettings, type Settings } from '../settings.ts';
import { withSignalPublisher } from './publish-signals.ts';
import { readListen } from './serve.ts';
import { readWebhookSecrets } from './webhook-secrets.ts';

export interface RunFlags extends CommonFlags {
  readonly once?: boolean;
  readonly worker?: string;
  readonly concurrency?: number;
  readonly serve?: boolean;
  readonly listen?: string;
  readonly dryRun?: boolean;
}

const DEFAULT_CONCURRENCY = 8;

/** The hub's service. Exit 1 when something failed for good or is uncertain, or campaigns were paused at the start. */
export async function outreachRun(command: Command<RunFlags>): Promise<number> {
  const { flags, output, environment } = command;
  const worker = flags.worker ?? 'default';
  if (!isSlug(worker)) {
    throw new AppError('usage', `use the worker name ${JSON.stringify(worker)}`, {
      hint: 'worker names are lower-case letters, digits and hyphens, 2 to 63, beginning with a letter',
    });
  }
  const settings = await readSettings('hub', flags, environment);
  return withHub(command, settings, async (deps) => {
    if (flags.dryRun === true) return showDue(command, deps);
    const server = flags.serve === true ? await serve(command, deps) : undefined;
    try {
      if (server !== undefined) output.line(`serving at ${server.url}`);
      const report = await work(command, settings, deps, worker);
      output.document({ ...report, dry_run: false });
      output.line(sentence(report));
      if (report.paused > 0) output.line(`${report.paused} campaigns are paused: resume those that may go on`);
      return report.failed + report.uncertain + report.paused > 0 ? EXIT.refused : EXIT.ok;
    } finally {
      await server?.close();
    }
  });
}

/** Inboxes are read and CL is told in one beat, so that what came back goes on at once. */
async function work(command: Command<RunFlags>, settings: Settings, deps: HubDeps, worker: string) {
  const { flags } = command;
  return withSignalPublisher(command, settings, {}, async (publish) => {
    const report = await runWorker(deps, {
      worker,
      once: flags.once === true,
      concurrency: flags.concurrency ?? DEFAULT_CONCURRENCY,
      links: openRenderLinks(deps),
      readInboxes: async () => {
        try {
          await readMailboxes(deps);
        } finally {
          await runHubEgress(deps, publish);
        }
      },
    });
    if (flags.once === true) await runHubEgress(deps, publish);
    return report;
  });
}

function sentence(report: Awaited<ReturnType<typeof runWorker>>): string {
  if (report.already_running) return 'a worker of this name runs already';
  const { sent, retried, failed, uncertain, withdrawn } = report;
  return `sent ${sent}, to be tried again ${retried}, failed ${failed}, uncertain ${uncertain}, withdrawn ${withdrawn}`;
}

async function serve({ flags, environment }: Command<RunFlags>, deps: HubDeps) {
  const { serveHub } = await import('../../server/index.ts');
  return serveHub(deps, { listen: readListen(flags.listen, environment), secrets: readWebhookSecrets(environment) });
}

async function showDue({ output }: Command<RunFlags>, deps: HubDeps): Promise<number> {
  const due = await listDue(deps);
  output.document({ already_running: false, due: due.map(({ send_id: id }) => id), dry_run: true });
  output.line(`${due.length} mails could be claimed now; windows and caps are asked when they are`);
  for (const send of due) output.line(`${send.send_id} step ${send.step_no} due ${send.due_at}`);
  return EXIT.ok;
}
