import { AppError } from '../../base/errors.ts';
import { readSigningKey } from '../../contract/index.ts';
import { acceptContract } from '../../poller/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withPoller } from '../compose.ts';
import { type CommonFlags, readSettings } from '../settings.ts';

export interface AcceptFlags extends CommonFlags {
  readonly range: string;
  readonly dryRun?: boolean;
}

/** Says to the producer which versions of a contract this consumer takes, once it has read their examples. */
export async function contractAccept(command: Command<AcceptFlags>, name: string): Promise<number> {
  const { flags, output } = command;
  const settings = await readSettings('consumer', flags, command.environment);
  const contract = settings.contracts.find((each) => each.name === name && each.targets.includes(settings.system));
  if (contract === undefined) {
    throw new AppError('usage', `accept ${name} as ${settings.system}: that contract is not addressed to it`, {
      hint: 'see who sends what with "handoff contract ls"; name the system with --system',
    });
  }
  return withPoller(command, settings, async (deps) => {
    const signingKey = settings.signingKey === undefined ? undefined : await readSigningKey(settings.signingKey);
    const request = { contract, range: flags.range, signingKey, dryRun: flags.dryRun ?? false };
    const report = await acceptContract(deps, request);
    output.document(report);
    const { revisions, examples } = report.acceptance;
    output.line(
      `${output.good(report.dry_run ? 'would accept' : 'accepted')} ${name} ${flags.range} as ${settings.system}`,
    );
    output.line(`read as they must be: ${examples} examples of ${revisions.join(', ')}`);
    output.line(`${report.signed ? 'signed' : 'unsigned, for want of a signing key'}: ${report.key}`);
    return EXIT.ok;
  });
}
