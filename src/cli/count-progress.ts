import cliProgress from 'cli-progress';
import type { Output } from './output.ts';

/** For long work of which nobody knows the end beforehand. */
export interface CountProgress {
  readonly update: ((text: string) => void) | undefined;
  stop(): void;
}

const REDRAWS_A_SECOND = 10;

/** One line that counts, on a terminal; nothing anywhere else. Drawn on stderr, and gone afterwards. */
export function countProgress(output: Output, stderr: NodeJS.WriteStream = process.stderr): CountProgress {
  if (!output.interactive || !stderr.isTTY) return { update: undefined, stop: () => undefined };
  const line = new cliProgress.SingleBar({
    format: '{text}',
    stream: stderr,
    fps: REDRAWS_A_SECOND,
    clearOnComplete: true,
    linewrap: false,
  });
  return {
    update: (text) => {
      if (!line.isActive) line.start(0, 0, { text });
      line.update({ text });
    },
    stop: () => {
      if (line.isActive) line.stop();
    },
  };
}
