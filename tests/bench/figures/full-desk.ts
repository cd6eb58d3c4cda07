import { machineClock } from "../clock.ts";
import { addClosedCopies, settle } from "../closed-items.ts";
import { DeskUnderTest } from "../desk-under-test.ts";
import type { Budget, Figure, Row, Unit } from "../figure.ts";
import type { Commands } from "../load/commander.ts";
import { Helper } from "../load/helper.ts";
import { bothEngines } from "../place.ts";
import { median, percentile } from "../statistics.ts";

/** What is done to one of the two desks; each number is a run. */
interface Taken {
  readonly messages: number[];
  readonly acknowledged: number[];
  readonly snapshot: number[];
  readonly opened: number[];
  readonly changes: number[];
}

/**
 * A desk that has a past: 1,000,000 closed items beside 50,000 open ones (quick: 20,000 and 2,000), against a desk with
 * the same open items and nothing else, both on servers of their own in the same run, by turns. Taken are messages in
 * (bodies of 500 over four connections), command to acknowledgement, the snapshot until its last byte, an item with its
 * thread, and five hundred changes from the end of the log. The closed items are put straight into the tables as copies
 * of the open ones, each with its message and its changes, and both engines have done what they do in quiet hours (counted
 * and cleaned their tables). What could make a difference: deeper trees, and less of them in
 * memory; nothing that is done live goes through what is closed.
 */
export const fullDesk: Figure = {
  name: "full-desk",
  title: "A desk with 1,000,000 closed items, against one with none",
  engines: bothEngines,
  async measure({ engine, quick, profile, say }) {
    const open = quick ? 2_000 : 50_000;
    const copies = quick ? 10 : 20;
    const [turns, shortTurns] = quick ? [1, 1] : [5, 4];
    const desks = [await DeskUnderTest.open(engine, profile), await DeskUnderTest.open(engine, profile)] as const;
    const commander = Helper.start("commander");
    try {
      const [, full] = desks;
      for (const desk of desks) {
        await desk.fill(open);
        // Both are measured with servers that have just started.
        await desk.server.stop();
        if (desk === full) await addClosedCopies(desk.place, desk.id, copies);
        await settle(desk.place);
      }
      for (const desk of desks) await desk.restart();
      say(`${open * copies} closed items stand there`);
      const taken = desks.map((): Taken => ({ messages: [], acknowledged: [], snapshot: [], opened: [], changes: [] }));
      /** Whichever comes second finds the machine as the first has left it: they take turns at that, too. */
      const byTurns = async (turn: number, work: (desk: DeskUnderTest, into: Taken) => Promise<void>) => {
        for (const place of turn % 2 === 0 ? [0, 1] : [1, 0]) {
          const [desk, into] = [desks[place], taken[place]];
          if (desk !== undefined && into !== undefined) await work(desk, into);
        }
      };
      for (let turn = 0; turn < turns; turn++) {
        await byTurns(turn, (desk, into) => takeMuch(desk, into, quick ? 1_000 : 3_000));
        // What takes some ms is soon told apart from the machine's humours only where the turns are short.
        for (let short = 0; short < shortTurns; short++)
          await byTurns(turn + short, (desk, into) => takeLittle(desk, into, commander));
      }
      const [bare, past] = taken;
      if (bare === undefined || past === undefined) throw new Error("There are two desks");
      const row = (what: string, unit: Unit, of: keyof Taken, better: Budget["better"]): Row => {
        const [without, measured] = [median(bare[of]), median(past[of])];
        say(`${what}: ${without.toFixed(2)} without, ${measured.toFixed(2)} with`);
        return {
          what,
          unit,
          measured,
          runs: past[of],
          peer: { name: "none closed", measured: without, runs: bare[of] },
          note: better,
        };
      };
      const rows = [
        row("messages per second", "/s", "messages", "more"),
        row("command to acknowledgement, p50", "ms", "acknowledged", "less"),
        row(`snapshot of ${open} open items`, "ms", "snapshot", "less"),
        row("an item with its thread", "ms", "opened", "less"),
        row("five hundred changes of the log", "ms", "changes", "less"),
      ];
      const worst = Math.max(
        ...rows.map(({ measured, peer, note }) => {
          const ratio = measured / (peer?.measured ?? measured);
          return note === "more" ? 1 / ratio : ratio;
        }),
      );
      return [
        ...rows.map(({ note: _, ...rest }) => rest),
        {
          what: "the worst of them, as a share of none closed",
          unit: "×",
          measured: worst,
          budget: { must: 1.1, beyond: 1, better: "less" },
        },
      ];
    } finally {
      await commander.end();
      for (const desk of desks) await desk.end();
    }
  },
};

async function takeMuch(desk: DeskUnderTest, into: Taken, lasts: number): Promise<void> {
  into.snapshot.push(await timed(desk, "snapshot", 1));
  const { accepted, took } = await desk.flood(lasts);
  into.messages.push((accepted / took) * 1000);
}

async function takeLittle(desk: DeskUnderTest, into: Taken, commander: Helper): Promise<void> {
  const { changes, head } = await desk.changes(1);
  const [change] = changes;
  const item = change !== undefined && "item" in change ? change.item : undefined;
  const id = typeof item === "string" ? item : item?.id;
  if (id === undefined) throw new Error("The last change is about no item");
  into.opened.push(await timed(desk, `items/${id}`, 20));
  into.changes.push(await timed(desk, `changes?since=${head - 500}&limit=500`, 5));
  const commands = { desk: desk.id, token: desk.tokens[0] ?? "", item: id, count: 100, rest: 5 };
  const took = await commander.ask<number[]>("command", { ...commands, origin: desk.origin } satisfies Commands);
  into.acknowledged.push(percentile(took, 0.5));
}

/** How long a request took, the median of so many, in ms. */
async function timed(desk: DeskUnderTest, path: string, times: number): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < times; time++) {
    const began = machineClock();
    const response = await fetch(`${desk.origin}/api/desks/${desk.id}/${path}`, {
      headers: { authorization: `Bearer ${desk.tokens[0]}` },
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${path} was answered ${response.status}`);
    took.push(machineClock() - began);
  }
  return median(took);
}
