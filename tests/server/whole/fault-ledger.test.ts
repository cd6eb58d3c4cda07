import type { Change } from "@flowdesk/shared/desk/change.ts";
import { expect, test } from "vitest";
import { Ledger } from "../../faults/load/ledger.ts";
import { Tally } from "../../faults/tally.ts";

/** A change as the log has it, of the few fields that the ledger reads. */
const change = (seq: number, command: string, more: object = {}): Change =>
  ({
    seq,
    at: `2026-07-04T20:00:0${seq}.000Z`,
    by: "a",
    type: "item.tagged",
    command,
    item: "i",
    set: {},
    ...more,
  }) as Change;

/** What a ledger finds in a log, where `c1` was acknowledged as 1, `c2` as 2, and `c9` was refused. */
function found(...log: Change[]) {
  const ledger = new Ledger();
  ledger.accepted("c1", 1);
  ledger.accepted("c2", 2);
  ledger.refused("c9");
  ledger.read(log);
  ledger.compare();
  const { lost, doubled, outOfOrder } = ledger.found;
  return { lost, doubled, outOfOrder };
}

test("the ledger of the fault run finds what is lost, doubled or out of order, and nothing where all is well", () => {
  const well = [change(1, "c1"), change(2, "c2")] as const;
  const none = { lost: 0, doubled: 0, outOfOrder: 0 };
  expect(found(...well)).toEqual(none);
  expect(found(change(1, "c1"))).toEqual({ ...none, lost: 1 });
  expect(found(change(1, "c2"), change(2, "c1"))).toEqual({ ...none, lost: 2 });
  expect(found(...well, change(3, "c1"))).toMatchObject({ doubled: 1 });
  expect(found(...well, change(3, "c9"))).toEqual({ ...none, doubled: 1 });
  expect(found(...well, change(4, "c3"))).toEqual({ ...none, outOfOrder: 1 });
  expect(found(...well, change(3, "c3", { at: "2026-07-04T19:00:00.000Z" }))).toEqual({ ...none, outOfOrder: 1 });
  const claimed = { type: "item.claimed", set: { assignee: "a" } };
  expect(found(...well, change(3, "c3", claimed), change(4, "c4", claimed))).toEqual({ ...none, doubled: 1 });
});

test("the tally of the fault run adds the rounds up by fault, and has the longest times of all in its last row", () => {
  const tally = new Tally();
  expect(tally.total).toMatchObject({ rounds: 0, longestGap: 0, longestAway: 0 });
  const add = (engine: string, fault: string, commands: number, longestGap: number, longestAway: number) =>
    tally.add(engine, fault, {
      acknowledgedCommands: commands,
      acknowledgedMessages: 0,
      found: { lost: 0, doubled: 0, outOfOrder: 0, problems: [] },
      served: { longestGap, longestAway, again: {}, refused: {} },
    });
  tally.begin();
  add("postgres", "row stuck", 10, 7_103, 0);
  add("postgres", "node killed", 25, 787, 2_253.4);
  add("postgres", "row stuck", 30, 600, 12);
  tally.begin();
  add("sqlite", "server killed", 5, 4_178, 4_613);
  expect(tally.total).toEqual({
    rounds: 4,
    acknowledged: 35,
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
    longestGap: 7_103,
    longestAway: 4_613,
  });
  expect(tally.table.split("\n").slice(2)).toEqual([
    "| postgres | row stuck | 2 | 15 | 0 | 0 | 0 | 7103 | 12 |",
    "| postgres | node killed | 1 | 15 | 0 | 0 | 0 | 787 | 2253 |",
    "| sqlite | server killed | 1 | 5 | 0 | 0 | 0 | 4178 | 4613 |",
    "| all | | 4 | 35 | 0 | 0 | 0 | 7103 | 4613 |",
  ]);
});
