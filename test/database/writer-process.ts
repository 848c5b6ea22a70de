import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url));

/** Another process on the same database; what it does is in writer.ts. Its errors go to our stderr. */
export class WriterProcess {
  readonly #child: ChildProcess;
  readonly #exit: Promise<unknown[]>;

  constructor(...argv: readonly string[]) {
    this.#child = spawn(process.execPath, [WRITER, ...argv], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#exit = once(this.#child, 'exit');
  }

  /** The exit code when it has ended. */
  async ended(): Promise<number> {
    return (await this.#exit)[0] as number;
  }

  /** Resolves when it says that it has written and holds its transaction. */
  async holds(): Promise<void> {
    const first = await Promise.race([once(this.#child.stdout!, 'data'), this.#exit.then(() => undefined)]);
    if (first === undefined)
      throw new Error(`the other process ended with ${this.#child.exitCode} before it had written`);
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exit;
  }
}
