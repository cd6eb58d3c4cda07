import { takeTurn } from "@flowdesk/client/store/frame-turns.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A screen that paints when it is told to. */
function screen(): () => void {
  const asked = new Map<number, () => void>();
  let last = 0;
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => {
    last++;
    asked.set(last, run);
    return last;
  });
  vi.stubGlobal("cancelAnimationFrame", (frame: number) => asked.delete(frame));
  return () => {
    const now = [...asked.values()];
    asked.clear();
    for (const run of now) run();
  };
}

test("each frame of the screen has one turn, in the order in which they were asked for", () => {
  const paint = screen();
  const done: string[] = [];
  for (const name of ["lists", "figures", "rows"]) takeTurn(() => done.push(name));
  expect(done).toEqual([]);
  paint();
  expect(done).toEqual(["lists"]);
  paint();
  paint();
  paint();
  expect(done).toEqual(["lists", "figures", "rows"]);
});

test("a turn that is taken back leaves its frame to the next", () => {
  const paint = screen();
  const done: string[] = [];
  const takeBack = takeTurn(() => done.push("rows"));
  takeTurn(() => done.push("lists"));
  takeBack();
  paint();
  expect(done).toEqual(["lists"]);
});

test("a page that paints nothing has its turns all the same", () => {
  const done: string[] = [];
  takeTurn(() => done.push("lists"));
  takeTurn(() => done.push("figures"));
  vi.advanceTimersByTime(200);
  expect(done).toEqual(["lists", "figures"]);
});
