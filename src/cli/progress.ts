import cliProgress from 'cli-progress';
import type { Progress } from '../exporter/index.ts';
import { formatBytes, type Output } from './output.ts';

export interface ProgressBar {
  readonly update: ((progress: Progress) => void) | undefined;
  stop(): void;
}

const BAR_WIDTH = 24;
const REDRAWS_A_SECOND = 10;
/** `records.ndjson [########----------------] 33 %  4.2 MB of 12.6 MB, 8000 records, 1 batch` */
const FORMAT = '{input} [{bar}] {percentage} %  {counts}';

/** A bar on a terminal; nothing anywhere else. Drawn on stderr, so that stdout stays what was asked for. */
export function exportProgress(output: Output, stderr: NodeJS.WriteStream = process.stderr): ProgressBar {
  if (!output.interactive || !stderr.isTTY) return { update: undefined, stop: () => undefined };
  const bar = new cliProgress.SingleBar({
    format: FORMAT,
    barsize: BAR_WIDTH,
    barCompleteChar: '#',
    barIncompleteChar: '-',
    stream: stderr,
    fps: REDRAWS_A_SECOND,
    clearOnComplete: true,
    linewrap: false,
  });
  return {
    update: (progress) => {
      if (!bar.isActive) bar.start(progress.bytesTotal, 0, payloadOf(progress));
      bar.setTotal(progress.bytesTotal);
      bar.update(Math.min(progress.bytesRead, progress.bytesTotal), payloadOf(progress));
    },
    stop: () => {
      if (bar.isActive) bar.stop();
    },
  };
}

function payloadOf({ input, bytesRead, bytesTotal, records, batches }: Progress): { input: string; counts: string } {
  const size = `${formatBytes(bytesRead)} of ${formatBytes(bytesTotal)}`;
  return { input, counts: `${size}, ${records} records, ${batches} ${batches === 1 ? 'batch' : 'batches'}` };
}
