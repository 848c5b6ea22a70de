import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { openOutput } from '../../src/cli/output.ts';
import { exportProgress } from '../../src/cli/progress.ts';

const READ = { input: 'leads.ndjson', bytesTotal: 2_000_000, batches: 1 };

/** A stream that says of itself what a terminal's would, and keeps what is drawn. */
function terminal(isTTY: boolean): { stream: NodeJS.WriteStream; drawn: () => string } {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream: Object.assign(stream, { isTTY }) as never, drawn: () => Buffer.concat(chunks).toString() };
}

test('on a terminal the bar tells input, share, bytes, records and batches, and is gone afterwards', () => {
  const { stream, drawn } = terminal(true);
  const bar = exportProgress(openOutput({}, {}, { isTTY: true }), stream);
  bar.update?.({ ...READ, bytesRead: 500_000, records: 1000 });
  bar.update?.({ ...READ, bytesRead: 1_000_000, records: 2000 });
  bar.stop();
  expect(drawn()).toContain('leads.ndjson [############------------] 50 %  1.0 MB of 2.0 MB, 2000 records, 1 batch');
  // Back to the first column, and the line cleared.
  expect(drawn().replaceAll('\u001b[?7h', '')).toMatch(/\u001b\[1G(?:\u001b\[\d?K)+$/);
});

test.each([
  ['stderr is no terminal', {}, true, false],
  ['stdout is no terminal', {}, false, true],
  ['--json', { json: true }, true, true],
  ['--quiet', { quiet: true }, true, true],
] as const)('nothing is drawn where %s', (_, flags, stdout, stderr) => {
  const { stream } = terminal(stderr);
  expect(exportProgress(openOutput(flags, {}, { isTTY: stdout }), stream).update).toBeUndefined();
});

test.each([
  ['a terminal', {}, {}, true, true],
  ['--no-color', { color: false }, {}, true, false],
  ['NO_COLOR', {}, { NO_COLOR: '1' }, true, false],
  ['a pipe', {}, {}, false, false],
] as const)('colour with %s', (_, flags, environment, isTTY, coloured) => {
  const { good } = openOutput(flags, environment, { isTTY });
  expect(good('fine') !== 'fine').toBe(coloured);
});
