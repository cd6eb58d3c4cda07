import { Histogram } from "./histogram.ts";
import type { Delivered, Gathering } from "./load/consoles.ts";
import { Helper } from "./load/helper.ts";

/** What many consoles got, in all their processes together. */
export interface CrowdDelivered extends Omit<Delivered, "latency"> {
  readonly p50: number;
  readonly p99: number;
}

/** Many consoles on one desk, in processes of their own. */
export class Crowd {
  readonly #helpers: readonly Helper[];

  constructor(processes: number) {
    this.#helpers = Array.from({ length: processes }, () => Helper.start("consoles"));
  }

  /** Connects them, the same number from each process. Gives how long the last took, in ms. */
  async gather(gathering: Gathering): Promise<number> {
    const count = Math.ceil(gathering.count / this.#helpers.length);
    const took = await Promise.all(
      this.#helpers.map((helper) => helper.ask<number>("gather", { ...gathering, count })),
    );
    return Math.max(...took);
  }

  async reset(): Promise<void> {
    await Promise.all(this.#helpers.map((helper) => helper.ask("reset")));
  }

  /** What they got since the last reset, once all stand at `until`, or after so many ms. */
  async delivered(until: number, patience: number): Promise<CrowdDelivered> {
    const all = await Promise.all(
      this.#helpers.map((helper) => helper.ask<Delivered>("delivered", { until, patience })),
    );
    const latency = new Histogram();
    for (const one of all) latency.merge(one.latency);
    const sum = (of: (one: Delivered) => number) => all.reduce((total, one) => total + of(one), 0);
    return {
      deliveries: sum((one) => one.deliveries),
      frames: sum((one) => one.frames),
      bytes: sum((one) => one.bytes),
      cpu: sum((one) => one.cpu),
      closed: sum((one) => one.closed),
      gaps: sum((one) => one.gaps),
      slowest: Math.min(...all.map((one) => one.slowest)),
      p50: latency.percentile(0.5) ?? Number.NaN,
      p99: latency.percentile(0.99) ?? Number.NaN,
    };
  }

  async disperse(): Promise<void> {
    await Promise.all(this.#helpers.map((helper) => helper.ask("disperse")));
  }

  async end(): Promise<void> {
    await Promise.all(this.#helpers.map((helper) => helper.end()));
  }
}
