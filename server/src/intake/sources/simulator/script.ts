import { incidentMessages, type PlannedLine } from "./incidents.ts";
import { Random } from "./random.ts";
import type { Scenario } from "./scenario.ts";
import type { ScriptArrival, ScriptEvent } from "./script-event.ts";
import { trafficOf } from "./traffic.ts";
import { type Pending, Writer } from "./writer.ts";

/** Ordinary traffic above this makes no evening that anybody could watch: it would be ten messages a second. */
export const mostRate = 600;

export interface ScriptOptions {
  readonly seed: number;
  /** Messages a minute on average, incidents apart; absent, what the scenario has. */
  readonly rate?: number;
  /** The wall-clock time, `HH:MM`, at which it is to begin; absent, the scenario's. Only what texts say of times changes. */
  readonly begins?: string;
}

/** A whole evening, event by event in the order in which it happens. */
export interface Script {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly events: readonly ScriptEvent[];
  /** The arrivals by their numbers. */
  readonly arrivals: ReadonlyMap<number, ScriptArrival>;
}

/** The script of a scenario and a seed: the same seed gives the same texts at the same times. */
export function makeScript(scenario: Scenario, options: ScriptOptions): Script {
  const events = [...scriptEvents(scenario, options)].filter((event) => event !== null);
  return finished(scenario, options, events);
}

/** The same in turns, so that a server goes on answering meanwhile. */
export async function makeScriptInTurns(scenario: Scenario, options: ScriptOptions): Promise<Script> {
  const events: ScriptEvent[] = [];
  let until = performance.now() + turn;
  for (const event of scriptEvents(scenario, options)) {
    if (event !== null) events.push(event);
    if (performance.now() < until) continue;
    await new Promise((resume) => setImmediate(resume));
    until = performance.now() + turn;
  }
  return finished(scenario, options, events);
}

/** Longest that making a script keeps the event loop, in ms. */
const turn = 10;

function finished(scenario: Scenario, { seed }: ScriptOptions, events: readonly ScriptEvent[]): Script {
  const arrivals = new Map<number, ScriptArrival>();
  for (const event of events) if (event.what === "arrives") arrivals.set(event.ref, event.arrival);
  return { scenario, seed, events, arrivals };
}

/** The events in order; null where it can be interrupted and nothing has come of it yet. */
function* scriptEvents(given: Scenario, options: ScriptOptions): Generator<ScriptEvent | null> {
  const scenario = options.begins === undefined ? given : { ...given, begins: options.begins };
  const writer = new Writer(scenario, options.seed);
  const ordinary = yield* trafficOf(scenario, options.seed, options.rate);
  const incidents = incidentMessages(scenario, new Random(options.seed, "incidents"));
  const lasts = scenario.lasts * 60_000;
  const pending: Pending[] = [];
  const later = (one: Pending) => {
    if (one.at >= lasts) return;
    let place = pending.length;
    while (place > 0 && (pending[place - 1]?.at ?? 0) > one.at) place--;
    pending.splice(place, 0, one);
  };
  let nextOrdinary = 0;
  let nextIncident = 0;
  for (;;) {
    const due = ordinary[nextOrdinary];
    const line = incidents[nextIncident];
    const waiting = pending[0];
    const at = Math.min(due?.at ?? lasts, line?.at ?? lasts, waiting?.at ?? lasts);
    if (at >= lasts) return;
    if (waiting?.at === at) {
      pending.shift();
      if ("event" in waiting) yield waiting.event;
      else {
        const made = writer.followUp(waiting.followUp.to, waiting.followUp.theme, waiting.followUp.wording, at);
        if (made !== null) yield arrives(made);
      }
    } else if (line?.at === at) {
      nextIncident++;
      const made = writer.incident(line);
      yield arrives(made);
      for (const event of afterwards(line, made)) later({ at: event.at, event });
    } else if (due !== undefined) {
      nextOrdinary++;
      const made = writer.ordinary(due);
      if (made === null) continue;
      yield arrives(made.arrival);
      for (const one of writer.sequel(made.arrival, made.theme, made.wording)) later(one);
    }
  }
}

function arrives(arrival: ScriptArrival): ScriptEvent {
  return { what: "arrives", at: arrival.at, ref: arrival.ref, arrival };
}

function afterwards({ line }: PlannedLine, { at, ref }: ScriptArrival): ScriptEvent[] {
  const events: ScriptEvent[] = [];
  if (line.editedTo !== undefined)
    events.push({ what: "edited", at: at + line.editedTo.after * 1000, ref, text: line.editedTo.text });
  if (line.deletedAfter !== undefined) events.push({ what: "deleted", at: at + line.deletedAfter * 1000, ref });
  return events;
}
