import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { placeOf, reach } from './points.ts';

/** Calls that give or take a name: between two of these a crash leaves the folder in a state of its own. */
const NAMING = ['linkSync', 'renameSync', 'rmSync', 'unlinkSync'] as const;

/** A point before and after each of them, in the program as in Node's own modules that were imported by name. */
export function watchFiles(): void {
  for (const name of NAMING) {
    const real = fs[name] as (...parameters: unknown[]) => unknown;
    const around = (...parameters: unknown[]): unknown => {
      const what = nameOf(name, parameters);
      reach(`before ${what}`);
      const result = real.apply(fs, parameters);
      reach(`after ${what}`);
      return result;
    };
    Object.assign(fs, { [name]: around });
  }
  const { rm } = fs.promises;
  fs.promises.rm = async (path, options) => {
    reach(`before rm ${placeOf(String(path))}`);
    await rm(path, options);
    reach(`after rm ${placeOf(String(path))}`);
  };
  syncBuiltinESMExports();
}

/** `link archive`, `rename metadata of inbox`, `unlink temporary`: by the name that is given or taken. */
function nameOf(call: (typeof NAMING)[number], parameters: readonly unknown[]): string {
  const isGiven = call === 'linkSync' || call === 'renameSync';
  return `${call.replace('Sync', '')} ${placeOf(String(parameters[isGiven ? 1 : 0]))}`;
}
