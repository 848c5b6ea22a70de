import type { Output } from '../output.ts';

/** One scene of the story: what happened, and what of it was not as it should be. */
export interface Step {
  readonly name: string;
  readonly ok: boolean;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Expectations that were not met, in words. */
  readonly unmet: readonly string[];
}

/** Tells each scene as it happens, and remembers it for the one document of --json. */
export class Story {
  readonly #output: Output;
  readonly #steps: Step[] = [];

  constructor(output: Output) {
    this.#output = output;
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }

  /** Every expectation that was not met, with the name of its scene. */
  get unmet(): readonly string[] {
    return this.#steps.flatMap((step) => step.unmet.map((what) => `${step.name}: ${what}`));
  }

  async scene(name: string, title: string, play: (scene: Scene) => Promise<void>): Promise<void> {
    this.#output.line();
    this.#output.line(this.#output.bold(`${this.#steps.length + 1}. ${title}`));
    const scene = new Scene(this.#output);
    await play(scene);
    this.#steps.push({ name, ok: scene.unmet.length === 0, facts: scene.facts, unmet: scene.unmet });
  }
}

export class Scene {
  readonly facts: Record<string, unknown> = {};
  readonly unmet: string[] = [];
  readonly #output: Output;

  constructor(output: Output) {
    this.#output = output;
  }

  tell(text: string): void {
    this.#output.line(`   ${text}`);
  }

  note(facts: Readonly<Record<string, unknown>>): void {
    Object.assign(this.facts, facts);
  }

  expect(what: string, isMet: boolean): void {
    this.#output.line(`   ${isMet ? this.#output.good('ok') : this.#output.bad('NOT SO:')} ${what}`);
    if (!isMet) this.unmet.push(what);
  }
}
