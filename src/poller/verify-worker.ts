import { parentPort, workerData } from 'node:worker_threads';
import { verifyFile } from './verify-file.ts';
import type { VerifyJob } from './verify-job.ts';
import { MAX_WEIGHT_IN_FLIGHT, weightOf, type WorkerMessage } from './verifier.ts';

/**
 * The reading half of the poller: one job at a time, in the order of posting. It stops by itself while the writer is
 * behind (`inFlight` weighs the messages not yet handled), so that memory stays bounded whatever the file's size.
 */
const inFlight = new Int32Array(workerData as SharedArrayBuffer);
const port = parentPort;

port?.on('message', (job: VerifyJob & { readonly id: number }) => {
  verifyFile(job, (message) => {
    for (let count = Atomics.load(inFlight, 0); count >= MAX_WEIGHT_IN_FLIGHT; count = Atomics.load(inFlight, 0)) {
      Atomics.wait(inFlight, 0, count);
    }
    Atomics.add(inFlight, 0, weightOf(message));
    port.postMessage({ id: job.id, message } satisfies WorkerMessage);
  });
});
