import { Random } from "@flowdesk/server/intake/sources/simulator/random.ts";
import { pause } from "../bench/clock.ts";
import { Helper } from "../bench/load/helper.ts";
import { type Fault, faultDesk, type Ground } from "./grounds/ground.ts";
import type { Opened, Round } from "./load/load.ts";
import { replayFlaws } from "./replayed.ts";
import type { Tally } from "./tally.ts";

/** After so many rounds a desk of its own begins, so that the disk stays small. */
const roundsOnDesk = 30;

export interface Rounds {
  readonly engine: string;
  readonly ground: Ground;
  readonly faults: readonly Fault[];
  readonly rounds: number;
  readonly seed: number;
  readonly tally: Tally;
  /** Told after each round. */
  readonly told: (round: number, fault: string) => void;
  readonly isOver: () => boolean;
}

/** Has fault after fault strike a desk under load, and adds up what came of it. */
export async function runRounds({ engine, ground, faults, rounds, seed, tally, told, isOver }: Rounds): Promise<void> {
  const random = new Random(seed, "faults");
  let done = 0;
  while (done < rounds && !isOver()) {
    const load = Helper.start(new URL("./load/load.ts", import.meta.url));
    try {
      const tokens = await ground.open();
      tally.begin();
      const origins = ground.nodes.map(({ origin }) => origin);
      const opened: Opened = { desk: faultDesk, origins, seed: seed + done, ...tokens };
      await load.ask("open", opened);
      for (let onDesk = 0; onDesk < roundsOnDesk && done < rounds && !isOver(); onDesk++) {
        const fault = faults[done % faults.length];
        if (fault === undefined) throw new Error("There is no fault to make");
        await load.ask("begin");
        await pause(random.between(200, 700));
        const wrong = (problem: string) => tally.problems.push(`${engine}, ${fault.name}: ${problem}`);
        const name = (await fault.strike(random, wrong)) ?? fault.name;
        await pause(random.between(200, 500));
        for (const node of ground.nodes) {
          if (node.isAlive) continue;
          tally.problems.push(`After "${name}" a server had ended by itself:\n${node.said}`);
          await node.start();
        }
        tally.add(engine, name, await load.ask<Round>("settle"));
        done++;
        told(done, name);
      }
    } finally {
      await load.end();
    }
    await ground.close(async (where) => {
      for (const flaw of await replayFlaws(where)) tally.problems.push(`${engine}, by round ${done}: ${flaw}`);
    });
  }
}
