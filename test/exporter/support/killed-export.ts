/**
 * An export in a process of its own, which kills itself at one point: `node killed-export.ts <folder> <input> <point>
 * <count> <batch size>`. `count` says at which of the calls of that kind; without a point it ends by itself and prints how.
 */
import { memberOf } from './member-of.ts';
import { AppError, codeOf } from '../../../src/base/errors.ts';
import type { Database } from '../../../src/database/index.ts';
import { exportInputs } from '../../../src/exporter/index.ts';
import type { ObjectStore } from '../../../src/objectstore/index.ts';
import { openWorkspace, requestFor } from './workspace.ts';

const [folder = '', input = '', point = '', count = '1', batchSize = '10'] = process.argv.slice(2);

let calls = 0;

function die(here: string): void {
  if (here === point && calls === Number(count)) process.kill(process.pid, 'SIGKILL');
}

/** Dies in front of or behind the n-th put. */
function deadlyStore(store: ObjectStore): ObjectStore {
  return new Proxy(store, {
    get(target, name) {
      if (name !== 'putIfAbsent') return memberOf(target, name);
      return async (...parameters: Parameters<ObjectStore['putIfAbsent']>) => {
        if (point.endsWith('put')) calls += 1;
        die('before-put');
        const outcome = await target.putIfAbsent(...parameters);
        die('after-put');
        return outcome;
      };
    },
  });
}

/** Dies in front of or behind the n-th transaction. */
function deadlyDatabase(database: Database): Database {
  return new Proxy(database, {
    get(target, name) {
      if (name !== 'transaction') return memberOf(target, name);
      return async (...parameters: Parameters<Database['transaction']>) => {
        if (point.endsWith('transaction')) calls += 1;
        die('before-transaction');
        const result = await target.transaction(...parameters);
        die('after-transaction');
        return result;
      };
    },
  });
}

const workspace = await openWorkspace({ folder, wrapStore: deadlyStore });
const deps = { ...workspace.deps, database: deadlyDatabase(workspace.deps.database) };
try {
  await exportInputs(deps, { ...requestFor(folder), inputs: [input], batchSize: Number(batchSize) });
  console.log('done');
} catch (thrown) {
  if (!(thrown instanceof AppError)) throw thrown;
  console.log(codeOf(thrown));
}
