import { addClosedCopies, addResponses, settle } from "../closed-items.ts";
import { Crowd } from "../crowd.ts";
import { DeskUnderTest } from "../desk-under-test.ts";
import type { Budget, Figure, Row, Unit } from "../figure.ts";
import { Helper } from "../load/helper.ts";
import { bothEngines } from "../place.ts";
import { median } from "../statistics.ts";
import { followedBy, lookedAtAndClaimed, messagesInto, reportOf, resumedBy, snapshotOf } from "../taken-of-desk.ts";

const consoles = 1_000;
/** Of consoles. */
const processes = 2;

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
 * A desk that has a past: 1,000,000 closed items beside 50,000 open ones (quick: 20,000 and 2,000), against a desk with
 * the same open items and nothing else, both on servers of their own in the same run, by turns. Taken are what the other
 * figures take, in short: messages in, command to acknowledgement, a thousand consoles at 500 messages a second, their
 * resume after a restart and the memory with them there (these not in the quick form), the snapshot until its last byte,
 * an item with its thread, five hundred changes from the end of the log, and the report of as many responses as there are
 * open items, which both desks have. What the console draws it draws of the snapshot, which is the same. The closed items
 * are put straight into the tables as copies of the open ones, each with its message and its changes, and both engines
 * have done what they do in quiet hours (counted and cleaned their tables). Each figure is held against that of the other
 * desk in the same turn, and the middle of these ratios counts: from one minute to the next the machine differs by more
 * than the desks do. The longest stall of a turn is one event; it is told, and not held. What could make a difference:
 * deeper trees, and less of them in memory; nothing that is done live goes through what is closed.
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
    const crowd = new Crowd(processes);
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
      const none = () => Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Taking, number[]>;
      const taken = [none(), none()] as const;
      /** Whichever comes second finds the machine as the first has left it: they take turns at that, too. */
      const byTurns = async (turn: number, take: (desk: DeskUnderTest) => Promise<Partial<Record<Taking, number>>>) => {
        for (const place of turn % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
          const took = await take(desks[place]);
          for (const name of names) if (took[name] !== undefined) taken[place][name].push(took[name]);
        }
      };
      for (let turn = 0; turn < turns; turn++) {
        await byTurns(turn, async (desk) => ({ snapshot: await snapshotOf(desk) }));
        // What takes some ms is soon told apart from the machine's humours only where the turns are short.
        for (let short = 0; short < shortTurns; short++) {
          await byTurns(turn + short, (desk) => lookedAtAndClaimed(desk, commander));
          await byTurns(turn + short, async (desk) => ({ report: await reportOf(desk) }));
        }
        if (quick) continue;
        await byTurns(turn, (desk) => followedBy(desk, crowd, { count: consoles, lasts: 5_000 }));
        await byTurns(turn, (desk) => resumedBy(desk, crowd, consoles));
      }
      // Last, as they leave both with several times as many open items.
      for (let turn = 0; turn < turns; turn++)
        await byTurns(turn, async (desk) => ({ messages: await messagesInto(desk, quick ? 1_000 : 3_000) }));
      const [bare, past] = taken;
      /** The middle one of the ratios in each turn. */
      const ratioOf = (name: Taking): number =>
        median(past[name].map((measured, turn) => measured / (bare[name][turn] ?? Number.NaN)));
      const worse = (name: Taking): number => (takings[name].better === "more" ? 1 / ratioOf(name) : ratioOf(name));
      const row = (name: Taking): Row => {
        const { what, unit } = takings[name];
        const [without, measured] = [median(bare[name]), median(past[name])];
        say(`${what}: ${without.toFixed(2)} without, ${measured.toFixed(2)} with, ${worse(name).toFixed(3)}`);
        return {
          what,
          unit,
          measured,
          runs: past[name],
          peer: { name: "none closed", measured: without, runs: bare[name], ratio: ratioOf(name) },
          ...(takings[name].isHeld ? {} : { note: "not held" }),
        };
      };
      const there = names.filter((name) => past[name].length > 0);
      const held = there.filter((name) => takings[name].isHeld);
      const rows = there.map(row);
      return [
        ...rows,
        {
          what: "the worst of them, as a share of none closed",
          unit: "×",
          measured: Math.max(...held.map(worse)),
          budget: { must: 1.1, beyond: 1, better: "less" },
          note: takings[held.reduce((a, b) => (worse(b) > worse(a) ? b : a), "messages")].what,
        },
      ];
    } finally {
      await crowd.end();
      await commander.end();
      for (const desk of desks) await desk.end();
    }
  },
};
