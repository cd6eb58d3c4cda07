import { AsyncLocalStorage } from "node:async_hooks";
import { Random } from "./random.ts";

/** When the clocks of a world begin, in ms UTC: 18:00 on the festival's first evening. */
export const worldBegins = Date.UTC(2026, 6, 4, 18);

/** A process of the world, a server's or a console's: what runs in it goes by the world's time, and ends with it. */
export class Place {
  readonly name: string;
  readonly random: Random;
  /** By how many ms its wall clock is ahead. */
  ahead = 0;
  /** How many ids it has given. */
  ids = 0;
  isGone = false;

  constructor(name: string, seed: number) {
    this.name = name;
    this.random = Random.for(seed, name);
  }
}

/** Where the running code belongs; nowhere: to the world itself, or to the test. */
export const where = new AsyncLocalStorage<Place | undefined>();

const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
  setImmediate: globalThis.setImmediate,
  clearImmediate: globalThis.clearImmediate,
  now: performance.now.bind(performance),
  date: Date.now,
  random: Math.random,
  getRandomValues: crypto.getRandomValues.bind(crypto),
};

/** The first number in the order of what comes after all else of its time. */
const lastOfAll = 2 ** 40;

/** Something that is to happen at a time; in the form that Node's timers have. */
class Task {
  at: number;
  readonly order: number;
  readonly place: Place | undefined;
  readonly run: () => void;
  isOver = false;

  constructor(at: number, order: number, place: Place | undefined, run: () => void) {
    this.at = at;
    this.order = order;
    this.place = place;
    this.run = run;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }
}

/**
 * The time of a world. Nothing waits: the next thing that is to happen happens, and what runs in a place sees the world's
 * clocks, timers and chance instead of the machine's. One thing at a time, so that a seed always comes to the same.
 */
export class VirtualTime {
  /** The monotonic time in ms. */
  now = 0;
  /** How many things have happened. */
  happened = 0;
  readonly #tasks: Task[] = [];
  /** How many pieces of work outside are begun, and how many of them go on now: the others wait for the world. */
  begun = 0;
  #goingOn = 0;
  #stands: () => void = () => {};
  #order = 0;

  /** Has something happen so many ms from now, in a place; nothing comes of it if the place is gone by then. */
  after(ms: number, run: () => void, place?: Place): Task {
    const task = new Task(this.now + Math.max(0, ms), this.#order++, place, run);
    this.#push(task);
    return task;
  }

  /** Waits for what the machine itself does, as a database; the world stands still meanwhile. */
  outside<T>(work: () => Promise<T>): Promise<T> {
    const working = where.run(undefined, work);
    this.begun++;
    this.#goingOn++;
    const done = () => {
      this.begun--;
      this.#rest();
    };
    working.then(done, done);
    return working;
  }

  /**
   * Has something happen so many ms from now, after all else of that time: what a process left for the end of its turn of
   * the event loop is done by then, and nothing outside waits for that while the world stands still.
   */
  afterAll(ms: number, run: () => void): void {
    this.#push(new Task(this.now + Math.max(0, ms), lastOfAll + this.#order++, undefined, run));
  }

  /** Asked by what runs outside: it waits in the world's time until `begin` is told to let it go on, in so many ms. */
  aside(begin: (goOn: (ms?: number) => void) => void): Promise<void> {
    return new Promise((resolve) => {
      begin((ms = 0) =>
        this.afterAll(ms, () => {
          this.#goingOn++;
          resolve();
        }),
      );
      this.#rest();
    });
  }

  /** Lets time pass until something is so, at most to `end`. */
  async pass(end: number, until: () => boolean = () => false): Promise<void> {
    await this.#settle();
    while (!until()) {
      const next = this.#tasks[0];
      if (next === undefined || next.at > end) {
        this.now = end;
        return;
      }
      this.#pop();
      if (next.isOver || next.place?.isGone === true) continue;
      this.now = Math.max(this.now, next.at);
      this.happened++;
      where.run(next.place, next.run);
      await this.#settle();
    }
  }

  /** Puts the world's clocks, timers and chance in the place of the machine's. Gives what puts those back. */
  install(): () => void {
    const later = (place: Place, run: (...args: never[]) => void, ms: number, args: readonly unknown[]) =>
      this.after(ms, () => (run as (...all: readonly unknown[]) => void)(...args), place);
    const over = (task: unknown, otherwise: (task: never) => void) => {
      if (task instanceof Task) task.isOver = true;
      else otherwise(task as never);
    };
    type Timer = (run: (...args: never[]) => void, ms?: number, ...args: unknown[]) => unknown;
    const timer =
      (kind: "setTimeout" | "setImmediate"): Timer =>
      (run, ms, ...args) => {
        const place = where.getStore();
        if (place === undefined) return (real[kind] as unknown as Timer)(run, ms, ...args);
        return kind === "setTimeout"
          ? later(place, run, Math.max(1, ms ?? 1), args)
          : later(place, run, 0, ms === undefined ? [] : [ms, ...args]);
      };
    const interval: Timer = (run, ms, ...args) => {
      const place = where.getStore();
      if (place === undefined) return (real.setInterval as unknown as Timer)(run, ms, ...args);
      const every = Math.max(1, ms ?? 1);
      const handle = new Task(0, 0, place, () => {});
      const again = () =>
        this.after(
          every,
          () => {
            if (handle.isOver) return;
            (run as (...all: readonly unknown[]) => void)(...args);
            again();
          },
          place,
        );
      again();
      return handle;
    };
    const parts = {
      setTimeout: timer("setTimeout"),
      setImmediate: timer("setImmediate"),
      setInterval: interval,
      clearTimeout: (task: unknown) => over(task, real.clearTimeout),
      clearInterval: (task: unknown) => over(task, real.clearInterval),
      clearImmediate: (task: unknown) => over(task, real.clearImmediate),
    };
    const before = Object.fromEntries(Object.keys(parts).map((name) => [name, real[name as keyof typeof parts]]));
    Object.assign(globalThis, parts);
    performance.now = () => (where.getStore() === undefined ? real.now() : this.now);
    Date.now = () => {
      const place = where.getStore();
      return place === undefined ? real.date() : Math.floor(worldBegins + this.now + place.ahead);
    };
    Math.random = () => where.getStore()?.random.next() ?? real.random();
    crypto.getRandomValues = (<T extends ArrayBufferView>(into: T): T => {
      const place = where.getStore();
      if (place === undefined) return real.getRandomValues(into as never) as T;
      const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
      for (let at = 0; at < bytes.length; at++) bytes[at] = place.random.between(0, 255);
      return into;
    }) as typeof crypto.getRandomValues;
    return () => {
      Object.assign(globalThis, before);
      performance.now = real.now;
      Date.now = real.date;
      Math.random = real.random;
      crypto.getRandomValues = real.getRandomValues as typeof crypto.getRandomValues;
    };
  }

  /** Lets promises that can go on go on, and what the machine does come to its end. */
  async #settle(): Promise<void> {
    await new Promise<void>((resolve) => real.setImmediate(resolve));
    while (this.#goingOn > 0) {
      await new Promise<void>((resolve) => {
        this.#stands = resolve;
      });
      await new Promise<void>((resolve) => real.setImmediate(resolve));
    }
  }

  /** A piece of work outside does not go on now. */
  #rest(): void {
    this.#goingOn--;
    if (this.#goingOn === 0) this.#stands();
  }

  #push(task: Task): void {
    const heap = this.#tasks;
    let at = heap.push(task) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(task, parent)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = task;
  }

  #pop(): void {
    const heap = this.#tasks;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      const isRight = left !== undefined && right !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (child === undefined || !isBefore(child, last)) break;
      heap[at] = child;
      at = 2 * at + (isRight ? 2 : 1);
    }
    heap[at] = last;
  }
}

function isBefore(a: Task, b: Task): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
