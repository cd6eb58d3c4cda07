import { setTimeout as pause } from "node:timers/promises";
import type { SimulationState } from "@flowdesk/shared/protocol/simulation.ts";
import type { Time } from "./script-clock.ts";
import { type SimulationDeps, SimulationRun, type SimulationSpec } from "./simulation-run.ts";

/** The wall clock itself. */
export const wallTime: Time = {
  now: Date.now,
  wait: (ms, signal) => pause(ms, undefined, { signal }).catch(() => {}),
};

/** An evening is being played into the desk already. */
export class SimulationRunning extends Error {
  override readonly name = "SimulationRunning";
  readonly code = "simulation.running";
}

export interface SimulationsDeps extends SimulationDeps {
  /** What ended otherwise than it should have. */
  readonly failed: (desk: string, error: { readonly code: string; readonly message: string }) => void;
}

/** The evenings that this server plays: one a desk at a time, the last of each desk kept to be looked at. */
export class Simulations {
  readonly #deps: SimulationsDeps;
  readonly #runs = new Map<string, SimulationRun>();

  constructor(deps: SimulationsDeps) {
    this.#deps = deps;
  }

  /**
   * @param by what it goes by instead of the server's own: another clock, another way to the desk
   * @throws SimulationRunning
   */
  start(spec: SimulationSpec, by: Partial<SimulationDeps> = {}): SimulationState {
    const before = this.#runs.get(spec.desk);
    if (before !== undefined && !before.isOver)
      throw new SimulationRunning("An evening is being played into this desk already; stop it first.");
    const run = new SimulationRun({ ...this.#deps, ...by }, spec);
    this.#runs.set(spec.desk, run);
    void run.ended.then(() => {
      const { error } = run.state;
      if (error !== null) this.#deps.failed(spec.desk, error);
    });
    return run.state;
  }

  /** How the evening of a desk stands, or ended; null if there was none. */
  status(desk: string): SimulationState | null {
    return this.#runs.get(desk)?.state ?? null;
  }

  /** The desks that an evening is being played into. */
  desks(): readonly string[] {
    return [...this.#runs].filter(([, run]) => !run.isOver).map(([desk]) => desk);
  }

  /** Resolves when the evening of a desk is over, however it ends; at once if there is none. */
  async over(desk: string): Promise<void> {
    await this.#runs.get(desk)?.ended;
  }

  /** The evening that is being played into a desk; null if none is. */
  running(desk: string): Pick<SimulationRun, "pause" | "resume" | "setSpeed" | "stop"> | null {
    const run = this.#runs.get(desk);
    return run === undefined || run.isOver ? null : run;
  }

  /** Stops all of them. */
  async close(): Promise<void> {
    await Promise.all([...this.#runs.values()].map((run) => run.stop()));
  }
}
