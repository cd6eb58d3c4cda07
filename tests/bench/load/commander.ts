import type { CommandAnswer } from "@flowdesk/shared/protocol/command.ts";
import { machineClock, pause } from "../clock.ts";
import { answerParent } from "./answering.ts";
import { RawConsole } from "./raw-console.ts";

export interface Commands {
  readonly desk: string;
  /** Each is given a command in its turn. */
  readonly targets: ReadonlyArray<{ readonly origin: string; readonly token: string; readonly item: string }>;
  /** For each of them. */
  readonly count: number;
  /** Between an answer and the next command, in ms. */
  readonly rest: number;
}

export interface Churn {
  readonly origin: string;
  readonly desk: string;
  readonly token: string;
  /** Commands per second. */
  readonly rate: number;
  /** In ms. */
  readonly lasts: number;
}

/** So many of the oldest open items are claimed and given back by turns: those at the top of the queue. */
const churned = 200;

answerParent({
  /** Claims items that stand in the queue and gives them back, at a rate. Gives how many commands were accepted. */
  async churn({ origin, desk, token, rate, lasts }: Churn): Promise<number> {
    const console = await RawConsole.connect(origin, token);
    const items = await openItems(origin, desk, token);
    const run = machineClock();
    const answers: Array<Promise<CommandAnswer>> = [];
    while (machineClock() - run < lasts) {
      const number = answers.length;
      if (number >= ((machineClock() - run) / 1000) * rate) {
        await pause(1);
        continue;
      }
      const type = Math.floor(number / items.length) % 2 === 0 ? "item.claim" : "item.release";
      const item = items[number % items.length];
      answers.push(console.ask<CommandAnswer>("command", { id: `${run}-${number}`, desk, type, item }));
    }
    const accepted = (await Promise.all(answers)).filter(({ ok }) => ok).length;
    console.close();
    return accepted;
  },

  /**
   * Claims and releases one item of each target by turns, each command when the last was answered. Gives how long each took,
   * in ms, for each of the targets.
   */
  async command({ desk, targets, count, rest }: Commands): Promise<ReadonlyArray<readonly number[]>> {
    const taken = await Promise.all(
      targets.map(async ({ origin, token, item }) => {
        const console = await RawConsole.connect(origin, token);
        await console.ask("desk.join", { desk });
        return { console, item, took: [] as number[] };
      }),
    );
    const warmUp = 100;
    const run = machineClock();
    for (let number = 0; number < count + warmUp; number++) {
      const type = number % 2 === 0 ? "item.claim" : "item.release";
      for (const { console, item, took } of taken) {
        const began = machineClock();
        const answer = await console.ask<CommandAnswer>("command", { id: `${run}-${number}`, desk, type, item });
        if (number >= warmUp) took.push(machineClock() - began);
        if (!answer.ok) throw new Error(`${type} was refused: ${JSON.stringify(answer.error)}`);
        await pause(rest);
      }
    }
    for (const { console } of taken) console.close();
    return taken.map(({ took }) => took);
  },
});

async function openItems(origin: string, desk: string, token: string): Promise<string[]> {
  const response = await fetch(`${origin}/api/desks/${desk}/snapshot`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const items: string[] = [];
  for (const line of (await response.text()).trim().split("\n")) {
    const { item } = JSON.parse(line) as { item?: { id: string; assignee: string | null } };
    if (item !== undefined && item.assignee === null) items.push(item.id);
    if (items.length === churned) break;
  }
  if (items.length === 0) throw new Error("The desk has no item in its queue");
  return items;
}
