import { largestFrame } from "@flowdesk/server/desk/frame.ts";
import { Pace } from "@flowdesk/server/desk/pace.ts";
import { expect, test } from "vitest";

const small = 32 * 1024;

/** The sizes of so many frames, each of which arrives after so many ms. */
function sizes(pace: Pace, frames: number, ms: number): number[] {
  return Array.from({ length: frames }, () => {
    const { most } = pace;
    pace.arrived(ms);
    return most;
  });
}

test("F4: the first frame is small, and each that arrives soon makes the next twice as large, up to the largest", () => {
  expect(sizes(new Pace(), 5, 20)).toEqual([small, small * 2, small * 4, largestFrame, largestFrame]);
});

test("F4: whoever has them late goes on with small ones, and a line that carries what it is sent with what it was sent", () => {
  expect(sizes(new Pace(), 3, 4_500)).toEqual([small, small, small]);
  const pace = new Pace();
  pace.arrived(500);
  expect(sizes(pace, 3, 2_000)).toEqual([small * 2, small * 2, small * 2]);
});

test("F4: a line that becomes slow gets smaller ones by and by, and large ones when it is quick again", () => {
  const pace = new Pace();
  sizes(pace, 3, 5);
  expect(sizes(pace, 4, 4_000)).toEqual([largestFrame, largestFrame / 2, largestFrame / 4, small]);
  expect(sizes(pace, 4, 5).at(-1)).toBe(largestFrame);
});
