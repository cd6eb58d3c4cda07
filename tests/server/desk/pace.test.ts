import { largestFrame } from "@flowdesk/server/desk/frame.ts";
import { Pace } from "@flowdesk/server/desk/pace.ts";
import { expect, test } from "vitest";

const small = 32 * 1024;

/** Has so many frames taken, each in so many ms. */
function take(pace: Pace, frames: number, ms: number): void {
  for (let frame = 0; frame < frames; frame++) pace.taken(pace.most, ms);
}

test("F4: frames are small until as much as a large one has been taken, and large then", () => {
  const pace = new Pace();
  expect(pace.most).toBe(small);
  take(pace, 7, 5);
  expect(pace.most).toBe(small);
  take(pace, 1, 5);
  expect(pace.most).toBe(largestFrame);
  take(pace, 3, 500);
  expect(pace.most).toBe(largestFrame);
});

test("F4: whoever takes them slowly gets small ones, however quickly the buffers on the way took the first", () => {
  const pace = new Pace();
  take(pace, 3, 0);
  take(pace, 5, 4_000);
  expect(pace.most).toBe(small);
  take(pace, 8, 4_000);
  expect(pace.most).toBe(small);
});

test("F4: a line that becomes slow gets small ones again, and large ones when it is quick again", () => {
  const pace = new Pace();
  take(pace, 8, 5);
  take(pace, 1, 2_500);
  expect(pace.most).toBe(small);
  take(pace, 8, 5);
  expect(pace.most).toBe(largestFrame);
});
