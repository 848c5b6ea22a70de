import { planPoll, type PlannedFile, type PollerDeps, type Route } from '../../poller/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withPollerToLook } from '../compose.ts';
import { formatTable, type Output } from '../output.ts';
import { readSettings } from '../settings.ts';

export async function plan(command: Command): Promise<number> {
  const settings = await readSettings('consumer', command.flags, command.environment);
  return withPollerToLook(command, settings, (deps, routes) => printPlan(command.output, deps, routes));
}

/** What a poll would do now. Writes nothing; exit 1 when it would refuse or hold something. */
export async function printPlan(output: Output, deps: PollerDeps, routes: readonly Route[]): Promise<number> {
  const files: PlannedFile[] = [];
  for await (const file of planPoll(deps, routes)) files.push(file);
  output.document({ files });
  if (files.length === 0) output.line('the inbox is empty');
  else
    for (const line of formatTable([
      ['verdict', 'code', 'key'],
      ...files.map((file) => [file.verdict, file.code ?? '', file.key]),
    ]))
      output.line(line);
  return files.some((file) => file.verdict === 'quarantined' || file.verdict === 'held') ? EXIT.refused : EXIT.ok;
}
