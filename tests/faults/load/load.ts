import { Random } from "@flowdesk/server/intake/sources/simulator/random.ts";
import type { ChangesAnswer } from "@flowdesk/shared/protocol/http.ts";
import { pause } from "../../bench/clock.ts";
import { answerParent } from "../../bench/load/answering.ts";
import { FaultConsole } from "./console.ts";
import { type Findings, Ledger } from "./ledger.ts";
import { type Served, Service } from "./service.ts";
import { Source } from "./source.ts";

/** After a fault everything has so long to come to rest, in ms. */
const restWithin = 90_000;

export interface Opened {
  readonly desk: string;
  readonly origins: readonly string[];
  readonly seed: number;
  /** A token for each console, and one for each source. */
  readonly consoles: readonly string[];
  readonly sources: readonly string[];
}

/** What a round came to; the counts are of all rounds on this desk so far. */
export interface Round {
  readonly acknowledgedCommands: number;
  readonly acknowledgedMessages: number;
  readonly found: Findings;
  readonly served: Served;
}

let opened: Opened | null = null;
const ledger = new Ledger();
const service = new Service();
const consoles: FaultConsole[] = [];
const sources: Source[] = [];

answerParent({
  /** Has everyone come to the desk. */
  open(the: Opened): null {
    opened = the;
    const { desk, origins, seed } = the;
    for (const [index, token] of the.consoles.entries()) {
      const name = `console${index}`;
      consoles.push(new FaultConsole({ name, desk, token, origins, ledger, service, random: new Random(seed, name) }));
    }
    for (const [index, token] of the.sources.entries()) {
      const name = `source${index}`;
      sources.push(new Source({ name, desk, token, origins, ledger, service, random: new Random(seed, name) }));
    }
    for (const console of consoles) console.run();
    for (const source of sources) void source.run();
    return null;
  },

  begin(): null {
    service.begin();
    return null;
  },

  /** Begins nothing more, waits until everything has been answered, and compares log, replicas and acknowledgements. */
  async settle(): Promise<Round> {
    service.end();
    await until("everything is answered", () => ![...consoles, ...sources].some(({ isSending }) => isSending));
    await until("every console has its desk", () => consoles.every(({ isLive }) => isLive));
    await readLog();
    ledger.compare();
    await compareReplicas();
    return {
      acknowledgedCommands: ledger.acknowledgedCommands,
      acknowledgedMessages: ledger.acknowledgedMessages,
      found: ledger.found,
      served: service.served,
    };
  },
});

async function until(what: string, holds: () => boolean): Promise<void> {
  const end = performance.now() + restWithin;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`In ${restWithin / 1000} s it did not come to pass that ${what}`);
    await pause(20);
  }
}

async function readLog(): Promise<void> {
  if (opened === null) throw new Error("No desk is open");
  const { desk, origins, consoles: tokens } = opened;
  for (;;) {
    const response = await fetch(`${origins[0]}/api/desks/${desk}/changes?since=${ledger.seq}&limit=1000`, {
      headers: { authorization: `Bearer ${tokens[0]}` },
    });
    if (!response.ok) throw new Error(`The log was answered ${response.status}: ${await response.text()}`);
    const page = (await response.json()) as ChangesAnswer;
    ledger.read(page.changes);
    if (page.to >= page.head) return;
  }
}

/** Timers go on meanwhile: a fresh load is brought by the log to where each replica stood at one moment. */
async function compareReplicas(): Promise<void> {
  const [first] = consoles;
  if (first === undefined) return;
  const fresh = await first.fresh();
  await until(`every console has ${fresh.seq}`, () => consoles.every(({ seq }) => seq >= fresh.seq));
  const replicas = consoles.map(({ seq, shown }) => ({ seq, shown })).sort((a, b) => a.seq - b.seq);
  for (const { seq, shown } of replicas) {
    if ((await fresh.shownAt(seq)) !== shown)
      ledger.note("lost", `a replica at ${seq} is not what a fresh load comes to`);
  }
}
