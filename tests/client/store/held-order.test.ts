import { bringIn, heldOrder, hold, letGo, notHeld } from "@flowdesk/client/store/held-order.ts";
import fc from "fast-check";
import { expect, test } from "vitest";

const lists = fc.uniqueArray(fc.constantFrom(..."abcdefghijklmno"), { maxLength: 15 });

test("nothing moves under the hand: whatever happens to a held list, every row keeps its place", () => {
  fc.assert(
    fc.property(lists, lists, (before, now) => {
      const { ids, fresh } = heldOrder(now, before);
      expect(ids).toEqual(before);
      expect(fresh).toBe(now.filter((id) => !before.includes(id)).length);
    }),
  );
});

test("a list that nothing holds is shown as it is", () => {
  const ids = ["b", "a"];
  const held = heldOrder(ids, null);
  expect(held.ids).toBe(ids);
  expect(held.fresh).toBe(0);
});

test("a list stays held until the last hand has let go, in the order in which the first found it", () => {
  const pointer = hold(notHeld, "pointer", ["a", "b"]);
  const both = hold(pointer, "focus", ["b", "a"]);
  expect(both.frozen).toEqual(["a", "b"]);
  const one = letGo(both, "pointer");
  expect(one.frozen).toEqual(["a", "b"]);
  expect(letGo(one, "focus").frozen).toBeNull();
});

test("what has come is brought in at the person's wish, and the list stays held", () => {
  const held = bringIn(hold(notHeld, "pause", ["a"]), ["c", "a"]);
  expect(held.frozen).toEqual(["c", "a"]);
  expect(held.by.has("pause")).toBe(true);
  expect(bringIn(notHeld, ["a"])).toBe(notHeld);
});

test("holding twice and letting go of what does not hold alter nothing", () => {
  const held = hold(notHeld, "drag", ["a"]);
  expect(hold(held, "drag", ["b"])).toBe(held);
  expect(letGo(held, "focus")).toBe(held);
});
