import type { CommandAnswer } from "@flowdesk/shared/protocol/command.ts";
import { machineClock, pause } from "../clock.ts";
import { answerParent } from "./answering.ts";
import { RawConsole } from "./raw-console.ts";

export interface Commands {
  readonly origin: string;
  readonly desk: string;
  readonly token: string;
  readonly item: string;
  readonly count: number;
  /** Between an answer and the next command, in ms. */
  readonly rest: number;
}

answerParent({
  /** Claims and releases one item by turns, each command when the last was answered. Gives how long each took, in ms. */
  async command({ origin, desk, token, item, count, rest }: Commands): Promise<readonly number[]> {
    const console = await RawConsole.connect(origin, token);
    await console.ask("desk.join", { desk });
    const took: number[] = [];
    const warmUp = 100;
    const run = machineClock();
    for (let number = 0; number < count + warmUp; number++) {
      const type = number % 2 === 0 ? "item.claim" : "item.release";
      const began = machineClock();
      const answer = await console.ask<CommandAnswer>("command", { id: `${run}-${number}`, desk, type, item });
      if (number >= warmUp) took.push(machineClock() - began);
      if (!answer.ok) throw new Error(`${type} was refused: ${JSON.stringify(answer.error)}`);
      await pause(rest);
    }
    console.close();
    return took;
  },
});
