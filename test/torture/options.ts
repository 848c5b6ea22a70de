import { parseArgs } from 'node:util';

export type StoreKind = 'directory' | 's3';

export interface TortureOptions {
  readonly rounds: number;
  readonly stores: readonly StoreKind[];
  /** Files delivered in one round. */
  readonly files: number;
  readonly seed: number;
  /** Rounds at the same time. */
  readonly jobs: number;
}

export const USAGE = `usage: npm run torture -- [--rounds 300] [--store directory|s3|both] [--files 200] [--seed N] [--jobs 2]

Each round has a place of its own: files are delivered, pollers and exporters are killed at random moments (and, on S3,
the network fails at random), then the storm ends and everything must be where it belongs. Exits 1 unless it is.
The S3 server is the one that HANDOFF_TEST_S3 and AWS_* name, or a gateway of its own.`;

const STORES: Readonly<Record<string, readonly StoreKind[]>> = {
  directory: ['directory'],
  s3: ['s3'],
  both: ['directory', 's3'],
};

/** Throws with the usage when something is not understood. */
export function parseOptions(argv: readonly string[], freshSeed: number): TortureOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      rounds: { type: 'string', default: '300' },
      store: { type: 'string', default: 'both' },
      files: { type: 'string', default: '200' },
      seed: { type: 'string', default: String(freshSeed) },
      jobs: { type: 'string', default: '2' },
    },
  });
  const stores = STORES[values.store];
  if (stores === undefined) throw new Error(`--store ${values.store}\n${USAGE}`);
  return {
    rounds: wholeNumber('rounds', values.rounds),
    stores,
    files: wholeNumber('files', values.files),
    seed: wholeNumber('seed', values.seed),
    jobs: wholeNumber('jobs', values.jobs),
  };
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (/^\d{1,10}$/.test(text) && number > 0) return number;
  throw new Error(`--${name} ${text}\n${USAGE}`);
}
