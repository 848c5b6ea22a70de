import { closeSync, constants, fsync, openSync } from 'node:fs';
import { promisify } from 'node:util';

const syncDescriptor = promisify(fsync);

/**
 * Makes the names in a folder durable. Callers that come while the folder is being synced share the next sync:
 * one that began earlier may not have seen their change.
 */
export class FolderSync {
  readonly #running = new Map<string, Promise<void>>();
  readonly #next = new Map<string, Promise<void>>();

  sync(folder: string): Promise<void> {
    const running = this.#running.get(folder);
    if (running === undefined) return this.#start(folder);
    const waiting = this.#next.get(folder);
    if (waiting !== undefined) return waiting;
    const next = running.then(
      () => this.#startNext(folder),
      () => this.#startNext(folder), // that failure belongs to those who waited for it
    );
    this.#next.set(folder, next);
    return next;
  }

  #startNext(folder: string): Promise<void> {
    this.#next.delete(folder);
    return this.#start(folder);
  }

  #start(folder: string): Promise<void> {
    const done = syncFolder(folder).finally(() => {
      if (this.#running.get(folder) === done) this.#running.delete(folder);
    });
    this.#running.set(folder, done);
    return done;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const descriptor = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    await syncDescriptor(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
