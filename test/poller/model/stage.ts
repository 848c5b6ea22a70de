/** One interleaving: the ground, the processes on it, and the watch that looks after every step of any of them. */
import type { Fault } from './gate.ts';
import { TRANSACTION } from './gated-ports.ts';
import { type Ground } from './ground.ts';
import { checkLog, readLog } from './log-rules.ts';
import { type Act, checkClaims, checkRow } from './row-rules.ts';
import { SimulatedProcess, type Task } from './simulated-process.ts';
import { type Objects, readTables, StoreEye, type Tables } from './snapshot.ts';
import { checkArrival, checkBeginning, checkObjects, checkTables } from './truth-rules.ts';
import { type Finding, firstOf, Violation } from './violation.ts';

/** Lines of what happened that a violation tells. */
const STORY_LINES = 60;

export class Stage {
  readonly ground: Ground;
  /** Killed processes of which everybody on this machine can know. */
  readonly dead = new Set<string>();
  readonly #story: string[] = [];
  readonly #processes = new Map<string, SimulatedProcess>();
  readonly #lost: SimulatedProcess[] = [];
  #started = 0;
  readonly #eye: StoreEye;
  #tables: Tables;
  #objects: Objects;
  #lastSeq = 0;

  private constructor(ground: Ground, tables: Tables) {
    this.ground = ground;
    this.#tables = tables;
    this.#eye = new StoreEye(ground.root);
    this.#objects = this.#eye.look();
  }

  static async open(ground: Ground): Promise<Stage> {
    return new Stage(ground, await readTables(ground.database));
  }

  get tables(): Tables {
    return this.#tables;
  }

  get objects(): Objects {
    return this.#objects;
  }

  get story(): readonly string[] {
    return this.#story.slice(-STORY_LINES);
  }

  tell(line: string): void {
    this.#story.push(line);
  }

  /** The process that works under this name now; a new one where none does. */
  async processOf(name: string): Promise<SimulatedProcess> {
    const there = this.#processes.get(name);
    if (there !== undefined) return there;
    this.#started += 1;
    const started = await SimulatedProcess.start(this.ground, `${name}-${this.#started}`);
    this.#processes.set(name, started);
    return started;
  }

  isBusy(name: string): boolean {
    return this.#processes.get(name)?.isBusy ?? false;
  }

  isStopped(name: string): boolean {
    return this.#processes.get(name)?.isStopped ?? false;
  }

  isThere(name: string): boolean {
    return this.#processes.has(name);
  }

  async begin(name: string, task: Task, limit: number): Promise<void> {
    const process = await this.processOf(name);
    this.tell(`${name}: ${task}`);
    await this.#guarded(async () => process.begin(task, limit));
  }

  /** Up to so many steps of one process, each looked at. */
  async steps(name: string, count: number, choice: number): Promise<void> {
    const process = await this.processOf(name);
    for (let done = 0; done < count && process.isBusy; done += 1) await this.#step(name, process, choice);
  }

  async fault(name: string, fault: Fault): Promise<void> {
    (await this.processOf(name)).arm(fault);
  }

  async kill(name: string, isKnown: boolean): Promise<void> {
    const process = await this.processOf(name);
    await process.kill();
    this.#processes.delete(name);
    if (!isKnown) return;
    this.dead.add(process.runId);
    // The kernel's answer for a process that is gone: its number belongs to one that began at another time.
    await this.ground.database.run(`update run set started = 'before' where run_id = $1`, [process.runId]);
  }

  /** A process that stands still for so long that others take its place; it goes on when all is over. */
  lose(name: string): void {
    const process = this.#processes.get(name);
    this.#processes.delete(name);
    if (process !== undefined) this.#lost.push(process);
  }

  async renew(name: string): Promise<void> {
    const process = await this.processOf(name);
    await process.renew();
    await this.lookAtTables(process.runId);
  }

  async end(name: string): Promise<void> {
    const process = await this.processOf(name);
    await process.end();
    this.#processes.delete(name);
    await this.lookAtTables(process.runId);
  }

  async stop(name: string): Promise<void> {
    (await this.processOf(name)).stop();
  }

  /** Those that still stand somewhere wake up and go on with what they believe to hold, to their end. */
  async wakeAll(maxSteps: number): Promise<void> {
    for (const process of [...this.#lost, ...this.#processes.values()]) {
      for (let done = 0; done < maxSteps && process.isBusy; done += 1) await this.#step(process.runId, process, 0);
    }
  }

  get hasSleepers(): boolean {
    return [...this.#lost, ...this.#processes.values()].some(({ isBusy }) => isBusy);
  }

  async closeAll(): Promise<void> {
    for (const process of [...this.#lost, ...this.#processes.values()]) await process.kill();
  }

  /** After somebody changed the tables. */
  async lookAtTables(runId: string | undefined): Promise<void> {
    const before = this.#tables;
    this.#tables = await readTables(this.ground.database);
    const told = await readLog(this.ground.database, this.#lastSeq);
    this.#lastSeq = told.at(-1)?.seq ?? this.#lastSeq;
    const act: Act = { runId, nowMs: this.ground.clock.now(), dead: this.dead };
    const found =
      firstOf(this.#rowFindings(before, act)) ?? checkClaims(before, this.#tables) ?? checkTables(before, this.#scene);
    this.#require(found ?? checkLog(told, this.#tables));
  }

  /** After a process did something at the store. */
  lookAtObjects(): void {
    const before = this.#objects;
    this.#objects = this.#eye.look();
    this.#require(checkObjects(before, this.#scene));
  }

  /** After people did something at the store: whatever they did is as it is. */
  acceptObjects(): void {
    this.#objects = this.#eye.look();
  }

  /** After a whole run that was not watched step by step. */
  async acceptAll(): Promise<void> {
    this.acceptObjects();
    const before = this.#tables;
    this.#tables = await readTables(this.ground.database);
    this.#lastSeq = (await readLog(this.ground.database, this.#lastSeq)).at(-1)?.seq ?? this.#lastSeq;
    this.#require(checkTables(before, this.#scene));
  }

  async #step(name: string, process: SimulatedProcess, choice: number): Promise<void> {
    const what = await this.#guarded(async () => process.step(choice));
    this.tell(`${name}: ${what}`);
    if (what === TRANSACTION) await this.lookAtTables(process.runId);
    else this.lookAtObjects();
  }

  get #scene() {
    return { tables: this.#tables, objects: this.#objects, deliveries: this.ground.deliveries };
  }

  *#rowFindings(before: Tables, act: Act): Generator<Finding> {
    for (const id of before.files.keys()) if (!this.#tables.files.has(id)) yield `file ${id} is gone`;
    for (const row of this.#tables.files.values()) {
      const was = before.files.get(row.id);
      yield checkRow(was, row, act);
      if (was === undefined) yield checkBeginning(row, this.#scene);
      if (was?.state !== row.state) yield checkArrival(row, this.#scene);
    }
  }

  #require(found: Finding): void {
    if (found !== undefined) throw new Violation(found, this.story);
  }

  async #guarded<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (cause) {
      throw new Violation(`a process ended with an error that nothing explains: ${String(cause)}`, this.story);
    }
  }
}
