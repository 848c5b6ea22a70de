import { discardQuarantined, listQuarantine, releaseQuarantined, showQuarantined } from '../../poller/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withPoller, withPollerToLook } from '../compose.ts';
import { formatBytes, formatTable } from '../output.ts';
import { type CommonFlags, readSettings } from '../settings.ts';

export async function quarantineList(command: Command): Promise<number> {
  const settings = await readSettings('consumer', command.flags, command.environment);
  return withPollerToLook(command, settings, async ({ database }) => {
    const files = await listQuarantine(database);
    command.output.document({ files });
    if (files.length === 0) command.output.line('nothing is in quarantine');
    const rows = files.map((file) => [String(file.id), file.code ?? '', file.at, file.key]);
    if (files.length > 0)
      for (const line of formatTable([['id', 'code', 'at', 'key'], ...rows])) command.output.line(line);
    return EXIT.ok;
  });
}

export async function quarantineShow(command: Command, name: string): Promise<number> {
  const settings = await readSettings('consumer', command.flags, command.environment);
  return withPollerToLook(command, settings, async ({ database }) => {
    const { output } = command;
    const file = await showQuarantined(database, name);
    output.document(file);
    output.line(`${output.bold(file.key)}: ${output.bad(file.code ?? '')}`);
    output.line(`id ${file.id}, batch ${file.batch_id ?? 'unknown'}, ${formatBytes(file.bytes)}, at ${file.at}`);
    output.line(`kept at ${file.kept_at}`);
    for (const problem of file.problems)
      output.line(`  ${problem.code} at ${problem.pointer === '' ? '(document)' : problem.pointer}: ${problem.rule}`);
    output.line(`next: "handoff quarantine release ${file.id}" to judge it again, "discard" to delete its bytes`);
    return EXIT.ok;
  });
}

export interface ResolveFlags extends CommonFlags {
  readonly dryRun?: boolean;
}

export async function quarantineResolve(
  command: Command<ResolveFlags>,
  name: string,
  action: 'release' | 'discard',
): Promise<number> {
  const settings = await readSettings('consumer', command.flags, command.environment);
  const open = command.flags.dryRun === true ? withPollerToLook : withPoller;
  return open(command, settings, async (deps) => {
    const { output } = command;
    if (command.flags.dryRun === true) {
      const file = await showQuarantined(deps.database, name);
      output.document({ action, dry_run: true, id: file.id, key: file.key });
      output.line(`would ${action} ${file.key} (${file.code ?? ''}), kept at ${file.kept_at}`);
      return EXIT.ok;
    }
    const resolveOne = action === 'release' ? releaseQuarantined : discardQuarantined;
    const file = await resolveOne(deps, name, `operator:${action}`);
    output.document({ action, id: file.id, key: file.key, batch_id: file.batch_id });
    output.line(
      action === 'release'
        ? `${file.key} is back in the inbox; the next poll judges it anew`
        : `the bytes of ${file.key} are deleted; its verdict stays in the audit log`,
    );
    return EXIT.ok;
  });
}
