import type { Change } from "@flowdesk/shared/desk/change.ts";
import { expect, test } from "vitest";
import { Ledger } from "../../faults/load/ledger.ts";

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
