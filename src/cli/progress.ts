import type { Progress } from '../exporter/index.ts';
import { formatBytes, type Output } from './output.ts';

export interface ProgressBar {
  readonly update: ((progress: Progress) => void) | undefined;
  stop(): void;
}

/** Drawn on stderr, so that stdout stays what was asked for. */
const BAR_WIDTH = 24;
const REDRAW_MS = 100;

/** A bar on a terminal; nothing anywhere else. */
export function exportProgress(output: Output, stderr: NodeJS.WriteStream = process.stderr): ProgressBar {
  if (!output.interactive || !stderr.isTTY) return { update: undefined, stop: () => undefined };
  let drawn = -Infinity;
  return {
    update: (progress) => {
      const now = performance.now();
      if (now - drawn < REDRAW_MS) return;
      drawn = now;
      stderr.write(`\r\u001b[K${drawProgress(progress)}`);
    },
    stop: () => {
      if (drawn > -Infinity) stderr.write('\r\u001b[K');
      drawn = -Infinity;
    },
  };
}

/** `records.ndjson [########----------------] 33 %  4.2 MB of 12.6 MB, 8000 records, 1 batch` */
export function drawProgress({ input, bytesRead, bytesTotal, records, batches }: Progress): string {
  const share = bytesTotal === 0 ? 1 : Math.min(1, bytesRead / bytesTotal);
  const filled = Math.round(share * BAR_WIDTH);
  const bar = '#'.repeat(filled).padEnd(BAR_WIDTH, '-');
  const counts = `${formatBytes(bytesRead)} of ${formatBytes(bytesTotal)}, ${records} records, ${batches} ${batches === 1 ? 'batch' : 'batches'}`;
  return `${input} [${bar}] ${Math.floor(share * 100)} %  ${counts}`;
}
