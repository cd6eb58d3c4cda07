import type { TraceEvent } from "./console-page.ts";
import { percentile } from "./statistics.ts";

/** What a page's main thread did, in ms. */
export interface MainThread {
  /** Work from the beginning of one frame to that of the next, 95th percentile. */
  readonly workP95: number;
  /** The same by the clock, with the time in which the thread waited for a core. */
  readonly lastedP95: number;
  /** By the clock, as people have it; and how much of it was work. */
  readonly longestTask: number;
  readonly longestWork: number;
  /** The share of the time in which it worked, 0 to 1. */
  readonly busy: number;
}

/** Reads a trace: the tasks of the busiest renderer's main thread, and where its frames begin. */
export function mainThread(events: readonly TraceEvent[]): MainThread {
  const threads = events.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
  const ofThread = threads.map(({ pid, tid }) => events.filter((event) => event.pid === pid && event.tid === tid));
  const busiest = ofThread.sort((a, b) => b.length - a.length)[0] ?? [];
  const tasks = busiest.filter(({ name, dur }) => name === "RunTask" && dur !== undefined).sort((a, b) => a.ts - b.ts);
  const frames = busiest
    .filter(({ name, ph }) => name === "AnimationFrame" && ph === "b")
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  if (tasks.length === 0 || frames.length < 2) throw new Error("The trace has no tasks or no frames");
  const work = new Array<number>(frames.length).fill(0);
  const lasted = new Array<number>(frames.length).fill(0);
  let frame = -1;
  let longestTask = 0;
  let longestWork = 0;
  let all = 0;
  for (const { ts, dur = 0, tdur = dur } of tasks) {
    const end = ts + dur;
    while ((frames[frame + 1] ?? Number.POSITIVE_INFINITY) <= end) frame++;
    if (frame < 0) continue;
    work[frame] = (work[frame] ?? 0) + tdur / 1_000;
    lasted[frame] = (lasted[frame] ?? 0) + dur / 1_000;
    longestTask = Math.max(longestTask, dur / 1_000);
    longestWork = Math.max(longestWork, tdur / 1_000);
    all += tdur;
  }
  const span = (frames.at(-1) ?? 0) - (frames[0] ?? 0);
  return {
    workP95: percentile(work, 0.95),
    lastedP95: percentile(lasted, 0.95),
    longestTask,
    longestWork,
    busy: all / span,
  };
}
