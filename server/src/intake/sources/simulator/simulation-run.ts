import { newChannel } from "@flowdesk/shared/desk/channel/channel.ts";
import type { SimulationState } from "@flowdesk/shared/protocol/simulation.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import type { DeskService } from "../../../desk/desk-service.ts";
import { newId } from "../../../desk/new-id.ts";
import { loadRoster } from "../../../desk/roster.ts";
import type { Store } from "../../../desk/store.ts";
import { bringIn } from "../../bring-in.ts";
import { type ChannelMap, mapChannels, nameOfChannel } from "./channel-map.ts";
import { leadIn } from "./lead-in.ts";
import { DeskLost, type Played, play } from "./play.ts";
import type { Scenario } from "./scenario.ts";
import { makeScriptInTurns } from "./script.ts";
import { ScriptClock, type Time } from "./script-clock.ts";
import { Team } from "./team.ts";
import { wallClock } from "./wording.ts";

export interface SimulationDeps {
  readonly service: DeskService;
  readonly store: Store;
  readonly time: Time;
}

/** An evening to be played into a desk. */
export interface SimulationSpec {
  readonly desk: string;
  readonly scenario: Scenario;
  readonly seed: number;
  /** How many times as fast as the wall clock. */
  readonly speed: number;
  /** Messages a minute of the script on average; absent, as the scenario has them. */
  readonly rate?: number;
  /** Whether simulated colleagues come. */
  readonly team: boolean;
  /** The minute of the script from which it is played. */
  readonly from: number;
  /** What came in during so many minutes before that is brought in at once, most of it answered. */
  readonly lead?: number;
  /** The wall-clock time, `HH:MM`, that texts take for the script's beginning; absent, the scenario's. */
  readonly begins?: string;
}

/** After the last message the colleagues may finish what is urgent for so many ms of the script. */
const finishing = 4 * 60_000;

/** One evening that is being played into one desk. */
export class SimulationRun {
  /** Stands before every platform's id of the run. */
  readonly name = `sim${newId()}`;
  readonly spec: SimulationSpec;
  readonly #deps: SimulationDeps;
  readonly #clock: ScriptClock;
  readonly #stop = new AbortController();
  readonly #begun: string;
  readonly #played: Played = { arrivals: 0, edits: 0, deletions: 0, refused: 0, reason: null };
  /** Arrivals that are played, once it is known. */
  #all = 0;
  #state: SimulationState["state"] = "preparing";
  #error: SimulationState["error"] = null;
  /** Resolves when it is over, however it ended; `state` says how. */
  readonly ended: Promise<void>;

  constructor(deps: SimulationDeps, spec: SimulationSpec) {
    this.#deps = deps;
    this.spec = spec;
    this.#begun = instant(deps.time.now());
    this.#clock = new ScriptClock(() => deps.time.now(), spec.from * 60_000, spec.speed);
    this.#clock.pause();
    this.ended = this.#run();
  }

  get state(): SimulationState {
    const { scenario, seed, rate, team } = this.spec;
    const minute = Math.min(this.#clock.at / 60_000, scenario.lasts);
    return {
      scenario: scenario.id,
      seed,
      speed: this.#clock.speed,
      rate: rate ?? null,
      team,
      state: this.#state,
      at: minute,
      of: scenario.lasts,
      clock: wallClock({ begins: this.spec.begins ?? scenario.begins }, minute),
      arrivals: { done: this.#played.arrivals, all: this.#all },
      error: this.#error,
      begun: this.#begun,
    };
  }

  /** What has become of the script so far. */
  get played(): Readonly<Played> {
    return this.#played;
  }

  get isOver(): boolean {
    return this.#state === "ended" || this.#state === "stopped" || this.#state === "failed";
  }

  pause(): void {
    if (this.#state !== "playing") return;
    this.#clock.pause();
    this.#state = "paused";
  }

  resume(): void {
    if (this.#state !== "paused") return;
    this.#clock.resume();
    this.#state = "playing";
  }

  setSpeed(speed: number): void {
    this.#clock.setSpeed(speed);
  }

  /** Ends it; the colleagues go. Resolves when nothing of it is on its way any more. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.ended;
  }

  async #run(): Promise<void> {
    try {
      await this.#play();
      this.#state = this.#stop.signal.aborted ? "stopped" : "ended";
    } catch (error) {
      this.#state = "failed";
      const code =
        error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "internal";
      this.#error = { code, message: error instanceof Error ? error.message : String(error) };
    } finally {
      this.#clock.pause();
    }
  }

  async #play(): Promise<void> {
    const { service, time } = this.#deps;
    const { desk, scenario, seed, rate, begins, team: withTeam } = this.spec;
    const from = this.spec.from * 60_000;
    const lead = (this.spec.lead ?? 0) * 60_000;
    const { signal } = this.#stop;
    const map = await this.#channels();
    const script = await makeScriptInTurns(scenario, {
      seed,
      ...(rate === undefined ? {} : { rate }),
      ...(begins === undefined ? {} : { begins }),
    });
    for (const { at } of script.arrivals.values()) if (at >= from) this.#all++;
    if (signal.aborted) return;
    this.#clock.resume();
    if (this.#state === "preparing") this.#state = "playing";
    const wallOf = (at: number) => Math.min(this.#clock.wallOf(at), time.now());
    const { name: run } = this;
    if (lead > 0) {
      const messages = leadIn(script, { run, map, from, lead, wallOf });
      await bringIn({ service, desk, run: `simulation:${run}`, batches: inBatches(messages), signal });
    }
    const team = withTeam ? await Team.gather({ ...this.#deps, desk, run, script, from }) : null;
    const clock = this.#clock;
    const played = play({ service, desk, run, script, from, lead, clock, map, time, signal, played: this.#played });
    if (team === null) return await played;
    await Promise.all([played, this.#attend(team, played)]);
  }

  /** Has the colleagues work until the script is over and what is urgent has been seen to. */
  async #attend(team: Team, played: Promise<void>): Promise<void> {
    const { time } = this.#deps;
    const { signal } = this.#stop;
    let over: number | null = null;
    let isPlayed = false;
    const settled = played.then(
      () => {
        isPlayed = true;
      },
      () => this.#stop.abort(),
    );
    while (!signal.aborted) {
      if (this.#clock.isRunning) await team.step(this.#clock.at);
      if (isPlayed) over ??= this.#clock.at + finishing;
      if (over !== null && (this.#clock.at > over || !team.isNeeded)) break;
      // A person's delays are seconds of the script: the faster it plays the more often they are looked after.
      await time.wait(Math.min(250, Math.max(30, 1_500 / this.#clock.speed)), signal);
    }
    await settled;
    await team.leave();
  }

  /** The desk's own channels; a desk without any is given the scenario's. */
  async #channels(): Promise<ChannelMap> {
    const { store, service } = this.#deps;
    const { desk, scenario } = this.spec;
    const own = (await loadRoster(store, desk))?.roster.channels() ?? null;
    if (own === null) throw new DeskLost("There is no such desk.");
    const found = mapChannels(scenario, own);
    if (found !== null) return found;
    const made: string[] = [];
    for (const channel of scenario.channels) {
      const written = nameOfChannel(channel);
      await service.submit(desk, {
        id: `${this.name}:channel:${made.length}`,
        type: "channel.add",
        data: { channel: written, name: channel.name, connection: "simulated" },
        actor: { kind: "system", id: `simulation:${this.name}` },
        lane: "people",
      });
      made.push(newChannel(written)?.id ?? written);
    }
    const map = mapChannels(scenario, made);
    if (map === null) throw new Error(`${scenario.id} has no channel on which anything comes in`);
    return map;
  }
}

async function* inBatches<T>(all: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let at = 0; at < all.length; at += 250) yield all.slice(at, at + 250);
}
