import { followWall, type WallNews } from "@flowdesk/client/connection/follow-wall.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const reload = vi.fn();
const kept = new Map<string, string>();
let answers: Array<() => Response>;
let asked: Array<{ readonly path: string; readonly init: RequestInit }>;
let stop: (() => void) | null = null;

const wall = (release: string) => () =>
  new Response(JSON.stringify({ now: "2026-07-04T20:00:00.000Z", release }), { status: 200 });
const refused = () =>
  new Response(JSON.stringify({ error: { code: "wall.unknown", message: "No." } }), { status: 401 });
const unreachable = (): Response => {
  throw new TypeError("Failed to fetch");
};

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  asked = [];
  kept.clear();
  reload.mockClear();
  const listeners = { addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal("document", { visibilityState: "visible", ...listeners });
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
  vi.stubGlobal("location", { reload });
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    asked.push({ path, init });
    return (answers.length > 1 ? answers.shift() : answers[0])?.() ?? unreachable();
  });
});
afterEach(() => {
  stop?.();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function follow(): WallNews[] {
  const news: WallNews[] = [];
  stop = followWall({ token: "d.1.2" }, (one) => news.push(one));
  return news;
}

const kinds = (news: readonly WallNews[]) => news.map((one) => (typeof one === "string" ? one : "wall"));

test("a wall is asked for with its token in a header, every two seconds", async () => {
  answers = [wall("a")];
  const news = follow();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(kinds(news)).toEqual(["wall", "wall", "wall"]);
  expect(asked[0]?.path).toBe("/api/wall");
  expect(asked[0]?.init).toMatchObject({ credentials: "omit", headers: { Authorization: "Bearer d.1.2" } });
  expect(reload).not.toHaveBeenCalled();
});

test("a wall without a server is asked for less and less often for hours, and is there when the server is", async () => {
  answers = [wall("a"), unreachable];
  const news = follow();
  await vi.advanceTimersByTimeAsync(3 * 60 * 60_000);
  expect(asked.length).toBeLessThan(500);
  expect(kinds(news).at(-1)).toBe("unreachable");
  answers = [wall("a")];
  await vi.advanceTimersByTimeAsync(34_000);
  expect(kinds(news).at(-1)).toBe("wall");
});

test("a link that was removed is said to be, and tried again once a minute", async () => {
  answers = [refused];
  const news = follow();
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect(new Set(kinds(news))).toEqual(new Set(["refused"]));
  expect(asked.length).toBeLessThanOrEqual(7);
});

test("after a new release the page loads itself anew, once", async () => {
  answers = [wall("a"), wall("b")];
  follow();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(reload).toHaveBeenCalledTimes(1);
});
