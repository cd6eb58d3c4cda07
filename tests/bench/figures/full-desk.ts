import { addClosedCopies, addResponses, settle } from "../closed-items.ts";
import { Crowd } from "../crowd.ts";
import { DeskUnderTest } from "../desk-under-test.ts";
import type { Budget, Figure, Row, Unit } from "../figure.ts";
import { Helper } from "../load/helper.ts";
import { bothEngines } from "../place.ts";
import { byTurns, median, type Pair, ratioOf } from "../statistics.ts";
import {
  claimedOn,
  followedBy,
  gathered,
  memoryOf,
  messagesInto,
  readOf,
  resumedBy,
  snapshotOf,
} from "../taken-of-desk.ts";

const consoles = 1_000;
/** Of consoles, on each desk. */
const processes = 2;

/** How often each is taken of both desks. */
const often = { snapshot: 20, read: 20, followed: 100, resumed: 15, remembered: 5, flooded: 20 };
const once: typeof often = { snapshot: 1, read: 1, followed: 0, resumed: 0, remembered: 0, flooded: 1 };

/** What is taken of each desk; `isHeld`: whether it is to be no worse by more than a tenth. */
interface Taken {
  readonly what: string;
  readonly unit: Unit;
  readonly better: Budget["better"];
  readonly isHeld: boolean;
}

const less = { unit: "ms", better: "less", isHeld: true } as const;

const takings = {
  messages: { what: "messages per second", unit: "/s", better: "more", isHeld: true },
  acknowledged: { what: "command to acknowledgement, p50", ...less },
  slowest: { what: "command to acknowledgement, p99", ...less },
  p99: { what: "consoles, 500/s: p99 from POST to console", ...less },
  work: { what: "consoles, 500/s: main thread of the server", ...less, unit: "%" },
  stall: { what: "consoles, 500/s: longest stall", ...less, isHeld: false },
  resume: { what: "consoles resume, 1,000 changes behind", ...less },
  memory: { what: "memory with consoles and open items, after snapshots", ...less, unit: "MB" },
  snapshot: { what: "snapshot of the open items", ...less },
  opened: { what: "an item with its thread", ...less },
  changes: { what: "five hundred changes of the log", ...less },
  report: { what: "report of all responses", ...less },
} as const satisfies Record<string, Taken>;

type Taking = keyof typeof takings;
const names = Object.keys(takings) as Taking[];

/**
 * A desk that has a past: 1,000,000 closed items beside 50,000 open ones (quick: 10,000 and 1,000), against a desk with
 * the same open items and nothing else, both on servers of their own in the same run. Taken are what the other figures
 * take, in short: the snapshot until its last byte, an item with its thread, five hundred changes from the end of the log,
 * the report of as many responses as there are open items, which both desks have, command to acknowledgement, a thousand
 * consoles at 500 messages a second, their resume after a restart and the memory with them there (these not in the quick
 * form), and messages in. What the console draws it draws of the snapshot, which is the same. The closed items are put
 * straight into the tables as copies of the open ones, each with its message and its changes, and both engines have done
 * what they do in quiet hours (counted and cleaned their tables).
 *
 * From one second to the next the machine differs by more than the desks do. So the two are taken by turns, as short as
 * they can be, and each is held against the other in the same turn; the ratio stands with how far it may be off, which is
 * what decides how many turns there are. The quick form has one, which tells whether the figure can be taken, and nothing
 * of the desks. The longest stall of a turn is one event; it is told, and not held. What could make a difference: deeper
 * trees, and less of them in memory; nothing that is done live goes through what is closed.
 */
export const fullDesk: Figure = {
  name: "full-desk",
  title: "A desk with 1,000,000 closed items, against one with none",
  engines: bothEngines,
  async measure({ engine, quick, profile, say }) {
    const open = quick ? 1_000 : 50_000;
    const copies = quick ? 10 : 20;
    const times = quick ? once : often;
    const desks = [await DeskUnderTest.open(engine, profile), await DeskUnderTest.open(engine, profile)] as const;
    const crowds = [new Crowd(processes), new Crowd(processes)] as const;
    const commander = Helper.start("commander");
    try {
      const [, full] = desks;
      for (const desk of desks) {
        await desk.fill(open);
        // Both are measured with servers that have just started.
        await desk.server.stop();
        await addResponses(desk.place, desk.id);
        if (desk === full) await addClosedCopies(desk.place, desk.id, copies);
        await settle(desk.place);
      }
      for (const desk of desks) await desk.restart();
      say(`${open * copies} closed items stand there`);
      const taken = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Taking, Pair<number>[]>;
      const keep = (some: Partial<Record<Taking, Pair<number>>>) => {
        for (const name of names) if (some[name] !== undefined) taken[name].push(some[name]);
      };
      const repeatedly = async (count: number, take: (turn: number) => Promise<void>) => {
        for (let turn = 0; turn < count; turn++) await take(turn);
      };
      await repeatedly(times.snapshot, async (turn) => keep({ snapshot: await snapshotOf(desks, turn) }));
      await repeatedly(times.read, async () => {
        keep(await readOf(desks));
        keep(await claimedOn(desks, commander, quick ? 50 : 500));
      });
      if (times.followed > 0)
        for (const place of [0, 1] as const) await gathered(desks[place], crowds[place], consoles);
      await repeatedly(times.followed, async (turn) => {
        const [bare, past] = await byTurns(turn, (place) =>
          followedBy(desks[place], crowds[place], { count: consoles, lasts: 1_000 }),
        );
        keep({ p99: [bare.p99, past.p99], work: [bare.work, past.work], stall: [bare.stall, past.stall] });
      });
      for (const crowd of crowds) await crowd.disperse();
      await repeatedly(times.resumed, async (turn) => {
        const [bare, past] = await byTurns(turn, async (place) => {
          const resume = await resumedBy(desks[place], crowds[place], consoles);
          const memory = turn < times.remembered ? await memoryOf(desks[place]) : null;
          await crowds[place].disperse();
          return { resume, memory };
        });
        keep({ resume: [bare.resume, past.resume] });
        if (bare.memory !== null && past.memory !== null) keep({ memory: [bare.memory, past.memory] });
      });
      // Last, as they leave both with several times as many open items.
      await repeatedly(times.flooded, async (turn) =>
        keep({ messages: await byTurns(turn, (place) => messagesInto(desks[place], quick ? 1_000 : 2_000)) }),
      );
      const worse = (name: Taking): number => {
        const { ratio } = ratioOf(taken[name]);
        return takings[name].better === "more" ? 1 / ratio : ratio;
      };
      const row = (name: Taking): Row => {
        const { what, unit, isHeld } = takings[name];
        const [bare, past] = [taken[name].map(([one]) => one), taken[name].map(([, other]) => other)];
        const { ratio, within } = ratioOf(taken[name]);
        const offBy = quick ? "one turn" : `ratio give or take ${within.toFixed(3)}`;
        say(
          `${what}: ${median(bare).toFixed(2)} without, ${median(past).toFixed(2)} with, ${offBy}: ${ratio.toFixed(3)}`,
        );
        return {
          what,
          unit,
          measured: median(past),
          runs: past,
          peer: { name: "none closed", measured: median(bare), runs: bare, ratio },
          note: isHeld ? offBy : `${offBy}; not held`,
        };
      };
      const there = names.filter((name) => taken[name].length > 0);
      const held = there.filter((name) => takings[name].isHeld);
      const rows = there.map(row);
      return [
        ...rows,
        {
          what: "the worst of them, as a share of none closed",
          unit: "×",
          measured: Math.max(...held.map(worse)),
          ...(quick ? {} : { budget: { must: 1.1, beyond: 1, better: "less" as const } }),
          note: takings[held.reduce((a, b) => (worse(b) > worse(a) ? b : a), "messages")].what,
        },
      ];
    } finally {
      for (const crowd of crowds) await crowd.end();
      await commander.end();
      for (const desk of desks) await desk.end();
    }
  },
};
