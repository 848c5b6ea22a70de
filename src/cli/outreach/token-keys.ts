import { existsSync } from 'node:fs';
import { AppError } from '../../base/errors.ts';
import {
  type HubDeps,
  newTokenKeys,
  readTokenKeys,
  rotatedTokenKeys,
  rotateTokenKeyFile,
  type TokenKeys,
  writeTokenKeys,
} from '../../outreach/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withHub } from '../compose-hub.ts';
import { formatTable } from '../output.ts';
import { type CommonFlags, readHubSettings, readSettings } from '../settings.ts';

export interface TokenKeysFlags extends CommonFlags {
  readonly dryRun?: boolean;
}

/** The first key. Secrets stand in the file alone: they are never printed. */
export async function tokenKeysNew(command: Command<TokenKeysFlags>): Promise<number> {
  const { path, dryRun } = await target(command);
  if (existsSync(path)) {
    throw new AppError('refused', `write ${path}: there are token keys already`, {
      hint: 'make a new one beside them with "handoff outreach token-keys rotate"',
    });
  }
  const keys = newTokenKeys();
  if (!dryRun) {
    await record(command, keys, path);
    writeTokenKeys(path, keys);
  }
  return say(command, { path, keys, dryRun, what: 'written: one key, for its owner alone' });
}

/** A new key signs from now on. The former ones are believed on, so that mails which are out keep working. */
export async function tokenKeysRotate(command: Command<TokenKeysFlags>): Promise<number> {
  const { path, dryRun } = await target(command);
  const keys = dryRun
    ? rotatedTokenKeys(readTokenKeys(path))
    : await rotateTokenKeyFile(path, async (next) => record(command, next, path));
  return say(command, {
    path,
    keys,
    dryRun,
    what: 'rotated; restart the server first, so that it knows the new key, then the workers, so that they sign with it',
  });
}

/** Numbers and states; the secrets stay where they are. */
export async function tokenKeysList(command: Command<TokenKeysFlags>): Promise<number> {
  const { path } = await target(command);
  return say(command, { path, keys: readTokenKeys(path), dryRun: false, what: '' });
}

async function target({
  flags,
  environment,
}: Command<TokenKeysFlags>): Promise<{ readonly path: string; readonly dryRun: boolean }> {
  const { tokenKeys: path } = await readHubSettings(flags, environment);
  if (path === undefined) throw new AppError('internal', 'find the file of the token keys');
  return { path, dryRun: flags.dryRun ?? false };
}

/** Before the file: a key that the log does not know must not exist, one that does not exist may be known. */
async function record(command: Command<TokenKeysFlags>, keys: TokenKeys, path: string): Promise<void> {
  const kid = keys.find(({ status }) => status === 'active')?.kid ?? 0;
  const settings = await readSettings('hub', command.flags, command.environment);
  await withHub(command, settings, async ({ database, audit }: HubDeps) =>
    database.transaction(async (tx) =>
      audit.append(tx, {
        event: 'key.created',
        outcome: 'success',
        actor: 'operator:token-keys',
        detail: { kid: `token-${kid}`, file: path },
      }),
    ),
  );
}

function say(
  { output }: Command<TokenKeysFlags>,
  made: { readonly path: string; readonly keys: TokenKeys; readonly dryRun: boolean; readonly what: string },
): number {
  const { path, keys, dryRun, what } = made;
  const listed = keys.map(({ kid, status }) => ({ kid, status }));
  output.document({ file: path, keys: listed, dry_run: dryRun });
  if (what !== '') output.line(`${path} ${dryRun ? 'would be ' : ''}${what}`);
  const cells = listed.map(({ kid, status }) => [String(kid), status]);
  for (const line of formatTable([['kid', 'status'], ...cells])) output.line(line);
  return EXIT.ok;
}
