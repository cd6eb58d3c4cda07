import { type Told, toldNext } from "@flowdesk/client/components/told.ts";
import { countText } from "@flowdesk/shared/text/count.ts";
import { expect, test } from "vitest";

/** Everything that is told while a text of these lengths is written on X, in order: how much is over, or that it fits. */
function toldWhile(...lengths: number[]): Array<number | "fits"> {
  const heard: Array<number | "fits"> = [];
  let told: Told = { kind: "nothing" };
  for (const length of lengths) {
    const next = toldNext(told, countText("x", "a".repeat(length), "comment"));
    if (next === told) continue;
    told = next;
    if (next.kind === "fits") heard.push("fits");
    if (next.kind === "obstacle") heard.push(-(next.count.remaining ?? 0));
  }
  return heard;
}

const through = (from: number, to: number) =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, index) => from + Math.sign(to - from) * index);

test("4.1.3 whoever writes is told that a text no longer fits, not each character beyond", () => {
  expect(toldWhile(...through(0, 329))).toEqual([1]);
  expect(toldWhile(...through(0, 400))).toEqual([1, 51, 101]);
});

test("4.1.3 on the way back it is told by steps, and that it fits again", () => {
  expect(toldWhile(400, ...through(399, 200))).toEqual([120, 70, 20, "fits"]);
});

test("a text that fits is never spoken of, and neither is one that is empty", () => {
  expect(toldWhile(...through(0, 280), ...through(279, 0))).toEqual([]);
});

test("another obstacle is told at once", () => {
  const told = toldNext({ kind: "nothing" }, countText("x", "a".repeat(300), "comment"));
  const next = toldNext(told, { ...countText("x", "a".repeat(270), "comment"), problems: ["refused-character"] });
  expect(next).toMatchObject({ kind: "obstacle", obstacle: "refused-character" });
});
