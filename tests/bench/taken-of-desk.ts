import { machineClock, pause } from "./clock.ts";
import type { Crowd } from "./crowd.ts";
import type { DeskUnderTest } from "./desk-under-test.ts";
import type { Commands } from "./load/commander.ts";
import type { Helper } from "./load/helper.ts";
import { median, percentile, repeat } from "./statistics.ts";

/** A snapshot serves whoever asks within so long, in ms, and is put together anew then. */
const shared = 2_500;

/** How long the snapshot takes until its last byte, in ms: the middle one of three. */
export async function snapshotOf(desk: DeskUnderTest): Promise<number> {
  const took = await repeat(3, async () => {
    await pause(shared);
    return timed(desk, "snapshot", 1);
  });
  return median(took);
}

/** Messages brought in per second, in bodies of 500 over four connections, for so long in ms. */
export async function messagesInto(desk: DeskUnderTest, lasts: number): Promise<number> {
  const { accepted, took } = await desk.flood(lasts);
  return (accepted / took) * 1000;
}

/** An item with its thread, five hundred changes from the end of the log, and three hundred commands on that item, in ms. */
export async function lookedAtAndClaimed(
  desk: DeskUnderTest,
  commander: Helper,
): Promise<Record<"opened" | "changes" | "acknowledged" | "slowest", number>> {
  const { changes, head } = await desk.changes(1);
  const [change] = changes;
  const item = change !== undefined && "item" in change ? change.item : undefined;
  const id = typeof item === "string" ? item : item?.id;
  if (id === undefined) throw new Error("The last change is about no item");
  const opened = await timed(desk, `items/${id}`, 60);
  const log = await timed(desk, `changes?since=${head - 500}&limit=500`, 40);
  const commands = { desk: desk.id, token: desk.tokens[0] ?? "", item: id, count: 300, rest: 5 };
  const took = await commander.ask<number[]>("command", { ...commands, origin: desk.origin } satisfies Commands);
  return { opened, changes: log, acknowledged: percentile(took, 0.5), slowest: percentile(took, 0.99) };
}

/** The report of everything that was answered, in ms. */
export function reportOf(desk: DeskUnderTest): Promise<number> {
  return timed(desk, "review?from=2000-01-01T00:00:00.000Z&to=2100-01-01T00:00:00.000Z", 3);
}

/**
 * So many consoles follow while 500 messages a second come in for so long in ms: their p99 from the post in ms, what the
 * server's main thread works of a core in percent, and its longest stall in ms.
 */
export async function followedBy(
  desk: DeskUnderTest,
  crowd: Crowd,
  { count, lasts }: { readonly count: number; readonly lasts: number },
): Promise<Record<"p99" | "work" | "stall", number>> {
  await crowd.gather({ origin: desk.origin, desk: desk.id, tokens: desk.tokens, count });
  await desk.stream(200, 1_000);
  await crowd.delivered(await desk.head(), 5_000);
  await crowd.reset();
  await desk.server.probe();
  const { accepted, took } = await desk.stream(500, lasts);
  const delivered = await crowd.delivered(await desk.head(), 5_000);
  const { mainCpu, longestStall } = await desk.server.probe();
  await crowd.disperse();
  if (delivered.deliveries !== accepted * count || delivered.closed > 0 || delivered.gaps > 0)
    throw new Error(`Not everything reached everyone: ${JSON.stringify({ accepted, ...delivered })}`);
  return { p99: delivered.p99, work: (mainCpu / took) * 100, stall: longestStall };
}

/**
 * So many consoles come back to a server that has just started, a thousand changes behind: how long until the last has
 * everything, in ms, and what the process holds in MB with them there, a snapshot of each view later.
 */
export async function resumedBy(
  desk: DeskUnderTest,
  crowd: Crowd,
  count: number,
): Promise<Record<"resume" | "memory", number>> {
  const since = await desk.head();
  await desk.fill(1_000);
  await desk.restart();
  const head = await desk.head();
  await crowd.reset();
  const began = machineClock();
  await crowd.gather({ origin: desk.origin, desk: desk.id, tokens: desk.tokens, count, since });
  const delivered = await crowd.delivered(head, 60_000);
  const resume = machineClock() - began;
  const missed = count * (head - since) - delivered.deliveries;
  if (missed !== 0 || delivered.gaps > 0 || delivered.closed > 0)
    throw new Error(`Something was missed: ${JSON.stringify({ missed, ...delivered })}`);
  for (const token of desk.tokens) await asked(desk, "snapshot", token);
  await pause(1_000);
  const { rss } = await desk.server.probe();
  await crowd.disperse();
  return { resume, memory: rss };
}

/** How long a request takes, the median of so many, in ms. */
async function timed(desk: DeskUnderTest, path: string, times: number): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < times; time++) {
    const began = machineClock();
    await asked(desk, path, desk.tokens[0]);
    took.push(machineClock() - began);
  }
  return median(took);
}

async function asked(desk: DeskUnderTest, path: string, token: string | undefined): Promise<void> {
  const response = await fetch(`${desk.origin}/api/desks/${desk.id}/${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${path} was answered ${response.status}`);
}
