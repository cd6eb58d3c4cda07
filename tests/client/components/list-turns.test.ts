import { standAnew } from "@flowdesk/client/components/list-turns.ts";
import { expect, test } from "vitest";

const inSight = [0, 1, 2, 3];
const stood = new Map(["a", "b", "c", "d"].map((id, place) => [place, id]));
const shown = (at: ReadonlyMap<number, string>) => [...at.values()].join("");

test("a renewed order comes into its places from the top, so many at a time, until none is behind", () => {
  const ids = ["b", "c", "d", "e", "f"];
  const first = standAnew(ids, inSight, stood, 2);
  expect([shown(first.at), first.isBehind]).toEqual(["bccd", true]);
  const second = standAnew(ids, inSight, first.at, 2);
  expect([shown(second.at), second.isBehind]).toEqual(["bcde", false]);
});

test("places that keep what stands there take nobody's turn", () => {
  const { at, isBehind } = standAnew(["a", "b", "d", "c"], inSight, stood, 2);
  expect([shown(at), isBehind]).toEqual(["abdc", false]);
});

test("a place that comes into sight shows at once what belongs there, one behind the end nothing", () => {
  const { at, isBehind } = standAnew(
    ["x", "b", "c"],
    [0, 1, 2, 3],
    new Map([
      [1, "b"],
      [3, "d"],
    ]),
    0,
  );
  expect([shown(at), isBehind]).toEqual(["xbc", false]);
});
