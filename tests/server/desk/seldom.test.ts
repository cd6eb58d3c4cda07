import { seldom } from "@flowdesk/server/desk/seldom.ts";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => void vi.restoreAllMocks());

test("What is said again and again is said at once, and after that once in ten seconds", () => {
  let now = 1_000;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  const said: string[] = [];
  const tell = seldom((what: string) => said.push(what));
  for (const [at, what] of [
    [1_000, "first"],
    [1_001, "again"],
    [10_999, "still"],
    [11_000, "later"],
    [20_000, "still"],
  ] as const) {
    now = at;
    tell(what);
  }
  expect(said).toEqual(["first", "later"]);
});

test("What is another thing is said at once as well", () => {
  let now = 1_000;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  const said: string[] = [];
  const tell = seldom(
    (what: string, time: number) => said.push(`${what} ${time}`),
    (what) => what,
  );
  for (const [at, what] of [
    [1_000, "moved"],
    [2_000, "full"],
    [3_000, "moved"],
    [11_000, "moved"],
    [11_001, "full"],
    [12_000, "full"],
  ] as const) {
    now = at;
    tell(what, at);
  }
  expect(said).toEqual(["moved 1000", "full 2000", "moved 11000", "full 12000"]);
});
