import { after, clickSelection, rangeOf } from "@flowdesk/client/components/list-selection.ts";
import { expect, test } from "vitest";

const ids = ["a", "b", "c", "d", "e"];

test("Moving stays within the list", () => {
  expect(after(ids, undefined, 1)).toBe("a");
  expect(after(ids, 1, 1)).toBe("c");
  expect(after(ids, 4, 1)).toBe("e");
  expect(after(ids, 2, Number.NEGATIVE_INFINITY)).toBe("a");
  expect(after(ids, undefined, Number.POSITIVE_INFINITY)).toBe("e");
  expect(after([], 0, 1)).toBeUndefined();
});

test("A range runs either way, and is the row alone where its anchor has gone", () => {
  expect(rangeOf(ids, "d", "b")).toEqual(["b", "c", "d"]);
  expect(rangeOf(ids, "gone", "b")).toEqual(["b"]);
});

test("Ctrl and click turns one row, Shift and click brings in all from the anchor", () => {
  const one = clickSelection(new Set(["a"]), ids, "a", "c", { toggle: true, range: false });
  expect([...one]).toEqual(["a", "c"]);
  expect([...clickSelection(one, ids, "a", "a", { toggle: true, range: false })]).toEqual(["c"]);
  expect([...clickSelection(new Set(["a"]), ids, "b", "d", { toggle: false, range: true })].sort()).toEqual([
    "a",
    "b",
    "c",
    "d",
  ]);
});
