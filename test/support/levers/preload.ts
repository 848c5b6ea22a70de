/** Loaded before the program by `--import`: see `levers.ts`. The program itself knows nothing of it. */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { leversOfThisProcess, REPLACED, replacedBy, SHIFTED_CLOCK } from './levers.ts';
import { watchFiles } from './watched-files.ts';

const levers = leversOfThisProcess();
const isWatched = levers.record !== undefined || levers.kill !== undefined || levers.poison !== undefined;
const replaced = {
  ...(isMainThread && isWatched && REPLACED),
  ...(levers.clockShiftMs !== undefined && SHIFTED_CLOCK),
  ...(levers.build !== undefined && replacedBy(levers.build)),
};

const FOLDER = new URL('.', import.meta.url).href;

/** Everybody gets the replacement but the replacement itself, which needs the real module. */
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const replacement = replaced[resolved.url];
    if (replacement === undefined || context.parentURL?.startsWith(FOLDER) === true) return resolved;
    return { ...resolved, url: pathToFileURL(replacement).href };
  },
});

if (isMainThread && isWatched) watchFiles();
