import { Readable } from 'node:stream';
import { AppError } from '../../base/errors.ts';

/**
 * The bytes of one mail, which nobody has before the server asked for them: nodemailer reads this stream for the first time
 * when the server answered DATA with 354. Then, and before the first byte, `commit` writes down that the body is about to
 * leave. When that fails, or nobody wants the mail any more, the stream breaks and the final dot is never sent.
 */
export class LazyBody extends Readable {
  readonly #bytes: Uint8Array;
  readonly #commit: () => Promise<boolean>;
  #committing: Promise<void> | undefined;
  #hasLeft = false;
  #isWithdrawn = false;

  /** `commit` is false when the mail is no longer wanted. */
  constructor(bytes: Uint8Array, commit: () => Promise<boolean>) {
    super();
    this.#bytes = bytes;
    this.#commit = commit;
  }

  /** True from the first byte on: it may have been delivered. */
  get hasLeft(): boolean {
    return this.#hasLeft;
  }

  get isWithdrawn(): boolean {
    return this.#isWithdrawn;
  }

  /** The commit may still be under way when the connection is given up; what it did must be known before anybody judges. */
  async settled(): Promise<void> {
    await this.#committing;
  }

  override _read(): void {
    this.#committing ??= this.#start();
  }

  async #start(): Promise<void> {
    try {
      const wanted = await this.#commit();
      if (this.destroyed) return;
      if (!wanted) {
        this.#isWithdrawn = true;
        this.destroy(new AppError('fenced', 'hand over a mail: it is no longer wanted'));
        return;
      }
      this.#hasLeft = true;
      this.push(this.#bytes);
      this.push(null);
    } catch (thrown) {
      this.destroy(thrown instanceof Error ? thrown : new AppError('internal', 'commit a mail', { cause: thrown }));
    }
  }
}
