import type { Wall } from "@flowdesk/shared/protocol/wall.ts";
import { millis, minute, second } from "@flowdesk/shared/time/instant.ts";
import { noteServerTime } from "../store/server-clock.ts";
import { Refusal, refusalOf } from "./refusal.ts";
import { reloadOnce } from "./reload-once.ts";

/** How often a wall is asked for, in ms; after failures less and less often, up to every half minute. */
const pause = 2 * second;
const longestPause = 30 * second;
/** A link that is refused is tried again after so long: somebody may have mended what was wrong. */
const refusedPause = minute;
/** An answer that takes longer is none, in ms. */
const patience = 8 * second;

/** Where a wall comes from: the token of its link, or the desk of whoever is signed in. */
export type WallSource = { readonly token: string } | { readonly desk: string };

/** What came of asking: the wall, no answer, or that the link is good for nothing. */
export type WallNews = { readonly wall: Wall } | "unreachable" | "refused";

/**
 * Asks for a wall again and again and tells what came of it, until the function that it gives is called. Goes on for
 * hours without a connection, asks at once when that is back, and loads the page anew when there is a newer console.
 */
export function followWall(source: WallSource, tell: (news: WallNews) => void): () => void {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let failures = 0;
  let release: string | null = null;
  const ask = async () => {
    if (isAsking) return;
    isAsking = true;
    clearTimeout(timer);
    let next = pause;
    try {
      const wall = await fetchWall(source, abort.signal);
      failures = 0;
      release ??= wall.release;
      if (wall.release !== null && wall.release !== release) reloadOnce(wall.release);
      noteServerTime(millis(wall.now));
      if (!abort.signal.aborted) tell({ wall });
    } catch (error) {
      const isRefused = error instanceof Refusal && [401, 403, 404].includes(error.status);
      failures++;
      next = isRefused ? refusedPause : Math.min(longestPause, pause * 2 ** Math.min(failures, 10));
      if (!abort.signal.aborted) tell(isRefused ? "refused" : "unreachable");
    }
    isAsking = false;
    if (!abort.signal.aborted) timer = setTimeout(ask, next * (0.9 + Math.random() * 0.2));
  };
  const askNow = () => {
    if (document.visibilityState === "visible") void ask();
  };
  void ask();
  addEventListener("online", askNow);
  document.addEventListener("visibilitychange", askNow);
  return () => {
    abort.abort();
    clearTimeout(timer);
    removeEventListener("online", askNow);
    document.removeEventListener("visibilitychange", askNow);
  };
}

async function fetchWall(source: WallSource, signal: AbortSignal): Promise<Wall> {
  const path = "token" in source ? "/api/wall" : `/api/desks/${encodeURIComponent(source.desk)}/wall`;
  const response = await fetch(path, {
    cache: "no-store",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    ...("token" in source
      ? { credentials: "omit", headers: { Authorization: `Bearer ${source.token}` } }
      : { credentials: "same-origin" }),
  });
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as Wall;
}
