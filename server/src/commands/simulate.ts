import { type Desks, openDesks, type Where } from "../compose.ts";
import { loadRoster } from "../desk/roster.ts";
import { colleagues } from "../intake/sources/simulator/colleague.ts";
import { scenarios } from "../intake/sources/simulator/scenarios.ts";
import { type Ordered, specOf } from "../intake/sources/simulator/simulation-order.ts";
import { SimulationRun, type SimulationSpec } from "../intake/sources/simulator/simulation-run.ts";
import { wallTime } from "../intake/sources/simulator/simulations.ts";
import { requireDesk } from "./desks.ts";
import { terminalProgress } from "./progress.ts";
import { CommandRefused } from "./sentence.ts";
import { onStopSignal } from "./stop-signal.ts";

/** The options as they were written. */
export interface SimulateOptions extends Where {
  readonly desk: string;
  readonly scenario?: string | undefined;
  readonly seed: string;
  readonly speed: string;
  readonly rate?: string;
  readonly from?: string;
  readonly team?: boolean;
  readonly json?: boolean;
}

/** Between two looks at how far it is, in ms. */
const look = 500;

/** Plays an evening into a desk, until its end or a signal, and says what it came to. */
export async function simulate(options: SimulateOptions): Promise<void> {
  const { desk, scenario, from, team = false } = options;
  if (scenario === undefined)
    throw new CommandRefused(
      "scenario.missing",
      `Say with --scenario which evening it is to be: ${scenarios.map(({ id }) => id).join(", ")}.`,
    );
  const order: Ordered = {
    desk,
    scenario,
    seed: numberOf(options.seed),
    speed: numberOf(options.speed),
    rate: options.rate === undefined ? undefined : numberOf(options.rate),
    team,
    from,
  };
  const spec = specOf(order);
  const desks = await openDesks(options);
  const progress = terminalProgress();
  let letGo = () => {};
  try {
    await requireDesk(desks.store, desk);
    await sayWhatItMakes(desks, spec);
    const run = new SimulationRun({ service: desks.service, store: desks.store, time: wallTime }, spec);
    letGo = onStopSignal(() => void run.stop());
    const showing = setInterval(() => {
      const { clock, arrivals } = run.state;
      progress.show(clock, arrivals.done, arrivals.all);
    }, look);
    await run.ended;
    clearInterval(showing);
    progress.end();
    report(run, options);
  } finally {
    progress.end();
    letGo();
    await desks.close();
  }
}

/** Says what of the desk will be other than its people may expect: what is made for the evening, and what it lacks. */
async function sayWhatItMakes({ store }: Desks, { desk, team }: SimulationSpec): Promise<void> {
  const roster = (await loadRoster(store, desk))?.roster;
  if (roster === undefined) return;
  const say = (sentence: string) => process.stderr.write(`${sentence}\n`);
  if (roster.channels().length === 0)
    say(`The desk "${desk}" has no channels: it is given those of the evening, and keeps them.`);
  const coming = colleagues.filter(({ id }) => roster.member(id) === undefined).map(({ name }) => name);
  if (team && coming.length > 0)
    say(`Simulated colleagues join the desk "${desk}", and stay among its people: ${coming.join(", ")}.`);
  if (roster.desk.policy.needs.length === 0)
    say(
      `The desk "${desk}" has no rules for needs: all that comes in waits for an answer. Those of a live evening are under Settings, Needs.`,
    );
}

/** A number as it is written; NaN for what is none, and for nothing at all. */
function numberOf(raw: string): number {
  return raw.trim() === "" ? Number.NaN : Number(raw);
}

function report({ state, played }: SimulationRun, { json }: SimulateOptions): void {
  const { arrivals, edits, deletions, refused, reason } = played;
  const counts = {
    scenario: state.scenario,
    seed: state.seed,
    arrivals,
    of: state.arrivals.all,
    edits,
    deletions,
    refused,
  };
  if (json === true) process.stdout.write(`${JSON.stringify({ ...counts, state: state.state })}\n`);
  else {
    process.stdout.write(
      `${state.scenario}, seed ${state.seed}: ${arrivals} of ${state.arrivals.all} messages came in, ${edits} were changed and ${deletions} deleted by their authors, ${refused} refused.\n`,
    );
  }
  if (reason !== null) process.stderr.write(`The last refusal: ${reason}\n`);
  if (state.error !== null) throw new CommandRefused(state.error.code, state.error.message);
  if (state.state === "stopped")
    process.stderr.write(
      `Stopped at ${state.clock} of the script. What had come in stays; --from goes on from there.\n`,
    );
}
