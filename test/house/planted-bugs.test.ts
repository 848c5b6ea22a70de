import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './copy-of-the-tree.ts';

/** A bug as somebody might make it, and the test that has to find it. */
interface Planted {
  readonly bug: string;
  readonly edits: readonly { readonly file: string; readonly from: string; readonly to: string }[];
  readonly test: string;
  /** A part of the name of a test in there. */
  readonly name: string;
}

const PLANTED: readonly Planted[] = [
  {
    bug: 'the ledger is not asked whether a batch was taken',
    // In both places: either of them alone is enough to find a duplicate.
    edits: [
      {
        file: 'src/poller/settle-file.ts',
        from: 'const known = (await ledgerHash(tx, route.contract.name, nameOf(file.key))) !== undefined;',
        to: 'const known = false;',
      },
      {
        file: 'src/poller/batch-table.ts',
        from: 'if ((await ledgerHash(tx, batch.contract, batch.batchId)) !== undefined) return false;',
        to: '',
      },
      { file: 'src/poller/batch-table.ts', from: ' on conflict do nothing', to: '' },
    ],
    test: 'test/poller/road.test.ts',
    name: 'the same bytes again are a duplicate',
  },
  {
    bug: 'a file is archived and removed before its rows are committed',
    edits: [
      {
        file: 'src/poller/work-files.ts',
        from: `    const settled = await settleOne(ctx, tx, routeOf(ctx, item.file), item);
`,
        to: `    const settled = await settleOne(ctx, tx, routeOf(ctx, item.file), item);
    if (settled.move?.to === 'archive' && item.kind === 'verifying') {
      const { file } = settled.move;
      const metadata = { sha256: file.sha256 ?? '' };
      await ctx.store.preserve(file, file.destination ?? '', undefined, metadata, ctx.signal);
      await ctx.store.remove(file.key, file.etag, ctx.signal);
    }
`,
      },
    ],
    test: 'test/e2e/crash-poller-directory.test.ts',
    name: 'is killed inside handoff.ingested',
  },
  {
    bug: 'the mover of files ignores the token of the claim',
    edits: [
      {
        file: 'src/poller/file-table.ts',
        from: '${sets} where id = $3 and state = $4 and claim_token = $5`',
        to: '${sets} where id = $3 and state = $4 and $5 = $5`',
      },
    ],
    test: 'test/poller/claim-model.test.ts',
    name: 'nothing is lost and nothing taken twice',
  },
];

const NEEDED = ['src', 'test', 'scripts', 'fixtures', 'bin', 'package.json', 'tsconfig.json', 'vitest.config.ts'];

/** What vitest's JSON reporter says. */
interface Results {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

function failedTests(planted: Planted): string[] {
  const root = mkdtempSync(join(tmpdir(), 'handoff-planted-'));
  try {
    for (const name of NEEDED) cpSync(join(ROOT, name), join(root, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    for (const edit of planted.edits) plant(join(root, edit.file), edit);
    const report = join(root, 'results.json');
    const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
    const args = [vitest, 'run', planted.test, '-t', planted.name, '--reporter=json', `--outputFile=${report}`];
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:VITEST|HANDOFF_)/.test(name)));
    spawnSync(process.execPath, args, { cwd: root, env, stdio: 'ignore' });
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Results;
    const results = testResults.flatMap(({ assertionResults }) => assertionResults);
    return results.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function plant(path: string, { from, to }: Planted['edits'][number]): void {
  const text = readFileSync(path, 'utf8');
  expect(text.split(from)).toHaveLength(2);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

test.each(PLANTED)(
  'a planted bug, $bug, is caught by $test',
  (planted) => {
    expect(failedTests(planted).filter((name) => name.includes(planted.name))).not.toEqual([]);
  },
  300_000,
);
