import type { Head } from "@flowdesk/server/desk/store.ts";
import { Watch } from "@flowdesk/server/storage/postgres/watch.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const head = (seq: number, log = "log"): Head => ({ log, seq, at: "2026-07-04T18:00:00.000Z" });

/** A watch without a bell over heads that the test sets. */
function watching() {
  const heads = new Map<string, Head>([["a", head(1)]]);
  const state = { asked: 0, fails: false };
  const heard: unknown[] = [];
  const watch = new Watch({
    heads: async () => {
      state.asked++;
      if (state.fails) throw new Error("away");
      return new Map(heads);
    },
    bell: { listen: () => () => {} },
    watcher: {
      all: () => heard.push("all"),
      heads: (changed) => heard.push(Object.fromEntries([...changed].map(([desk, { seq }]) => [desk, seq]))),
      reached: () => {},
      told: () => {},
    },
  });
  return { heads, heard, state, watch };
}

test("tells without a bell what has moved, which desks are new, and that one is gone", async () => {
  const { heads, heard, state, watch } = watching();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(heard).toEqual(["all"]);
  expect(state.asked).toBe(11);
  heads.set("a", head(2)).set("b", head(0));
  await vi.advanceTimersByTimeAsync(100);
  expect(heard.splice(0)).toEqual(["all", { a: 2, b: 0 }]);
  heads.set("b", head(0, "another log"));
  await vi.advanceTimersByTimeAsync(100);
  expect(heard.splice(0)).toEqual([{ b: 0 }]);
  heads.delete("b");
  await vi.advanceTimersByTimeAsync(100);
  expect(heard.splice(0)).toEqual(["all"]);
  watch.stop();
  heads.set("a", head(9));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(heard).toEqual([]);
});

test("asks less and less often while nothing answers, and goes on where it was", async () => {
  const { heads, heard, state, watch } = watching();
  await vi.advanceTimersByTimeAsync(0);
  state.fails = true;
  state.asked = 0;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(state.asked).toBeLessThan(20);
  state.fails = false;
  heads.set("a", head(5));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(heard).toEqual(["all", { a: 5 }]);
  watch.stop();
});
