import { type Desks, openDesks, type Where } from "../compose.ts";
import { loadRoster } from "../desk/roster.ts";
import { type Ordered, specOf } from "../intake/sources/simulator/simulation-order.ts";
import { SimulationRun } from "../intake/sources/simulator/simulation-run.ts";
import { wallTime } from "../intake/sources/simulator/simulations.ts";
import { requireDesk } from "./desks.ts";
import { terminalProgress } from "./progress.ts";
import { CommandRefused } from "./sentence.ts";
import { onStopSignal } from "./stop-signal.ts";

/** The options as they were written. */
export interface SimulateOptions extends Where {
  readonly desk: string;
  readonly scenario: string;
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
    await sayWhatIsMissing(desks, desk);
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

/** A desk that takes everything for something to answer does not show an evening of which most is only read. */
async function sayWhatIsMissing({ store }: Desks, desk: string): Promise<void> {
  const loaded = await loadRoster(store, desk);
  if (loaded !== null && loaded.roster.desk.policy.needs.length === 0)
    process.stderr.write(
      `The desk "${desk}" has no rules for needs: all that comes in waits for an answer. Those of a live evening are under Settings, Needs.\n`,
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
