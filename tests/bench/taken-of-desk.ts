import { machineClock, pause } from "./clock.ts";
import type { Crowd } from "./crowd.ts";
import type { DeskUnderTest } from "./desk-under-test.ts";
import type { Commands } from "./load/commander.ts";
import type { Helper } from "./load/helper.ts";
import { byTurns, median, type Pair, percentile } from "./statistics.ts";

/** A snapshot serves whoever asks within so long, in ms, and is put together anew then. */
const shared = 2_500;

/** How long the snapshot of either desk takes until its last byte, in ms. */
export async function snapshotOf(desks: Pair<DeskUnderTest>, turn: number): Promise<Pair<number>> {
  await pause(shared);
  return byTurns(turn, (place) => timed(desks[place], "snapshot"));
}

/** Messages brought in per second, in bodies of 500 over four connections, for so long in ms. */
export async function messagesInto(desk: DeskUnderTest, lasts: number): Promise<number> {
  const { accepted, took } = await desk.flood(lasts);
  return (accepted / took) * 1000;
}

/** So many commands on the item of each desk's last change, one on the one and one on the other: their p50 and p99, in ms. */
export async function claimedOn(
  desks: Pair<DeskUnderTest>,
  commander: Helper,
  count: number,
): Promise<Record<"acknowledged" | "slowest", Pair<number>>> {
  const target = async (desk: DeskUnderTest) => {
    const { item } = await lastChanged(desk);
    return { origin: desk.origin, token: desk.tokens[0] ?? "", item };
  };
  const commands: Commands = {
    desk: desks[0].id,
    targets: [await target(desks[0]), await target(desks[1])],
    count,
    rest: 2,
  };
  const took = await commander.ask<Pair<readonly number[]>>("command", commands);
  const of = (share: number): Pair<number> => [percentile(took[0], share), percentile(took[1], share)];
  return { acknowledged: of(0.5), slowest: of(0.99) };
}

/**
 * An item with its thread, five hundred changes from the end of the log, and the report of everything that was answered,
 * of either desk, in ms. The desks are asked by turns, request by request: in blocks of sixty, one of which took a tenth
 * of a second, one was quicker than the other by anything up to threefold, and the next time the other.
 */
export async function readOf(
  desks: Pair<DeskUnderTest>,
): Promise<Record<"opened" | "changes" | "report", Pair<number>>> {
  const last = [await lastChanged(desks[0]), await lastChanged(desks[1])] as const;
  const items = last.map(({ item }) => `items/${item}`);
  const newest = last.map(({ head }) => `changes?since=${head - 500}&limit=500`);
  const everything = "review?from=2000-01-01T00:00:00.000Z&to=2100-01-01T00:00:00.000Z";
  const took = async (times: number, path: (place: 0 | 1) => string | undefined): Promise<Pair<number>> => {
    const each: Pair<number>[] = [];
    for (let time = 0; time < times; time++)
      each.push(await byTurns(time, (place) => timed(desks[place], path(place) ?? "")));
    return [median(each.map(([one]) => one)), median(each.map(([, other]) => other))];
  };
  return {
    opened: await took(60, (place) => items[place]),
    changes: await took(40, (place) => newest[place]),
    report: await took(4, () => everything),
  };
}

/**
 * While 500 messages a second come in for so long in ms, and so many consoles follow: their p99 from the post in ms, what
 * the server's main thread works of a core in percent, and its longest stall in ms.
 */
export async function followedBy(
  desk: DeskUnderTest,
  crowd: Crowd,
  { count, lasts }: { readonly count: number; readonly lasts: number },
): Promise<Record<"p99" | "work" | "stall", number>> {
  await crowd.reset();
  await desk.server.probe();
  const { accepted, took } = await desk.stream(500, lasts);
  const delivered = await crowd.delivered(await desk.head(), 5_000);
  const { mainCpu, longestStall } = await desk.server.probe();
  if (delivered.deliveries !== accepted * count || delivered.closed > 0 || delivered.gaps > 0)
    throw new Error(`Not everything reached everyone: ${JSON.stringify({ accepted, ...delivered })}`);
  return { p99: delivered.p99, work: (mainCpu / took) * 100, stall: longestStall };
}

/** So many consoles come to a desk and follow it for a second of messages, which is not measured. */
export async function gathered(desk: DeskUnderTest, crowd: Crowd, count: number): Promise<void> {
  await crowd.gather({ origin: desk.origin, desk: desk.id, tokens: desk.tokens, count });
  await desk.stream(200, 1_000);
  await crowd.delivered(await desk.head(), 5_000);
}

/**
 * So many consoles come back to a server that has just started, a thousand changes behind: how long until the last has
 * everything, in ms. They stay.
 */
export async function resumedBy(desk: DeskUnderTest, crowd: Crowd, count: number): Promise<number> {
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
  return resume;
}

/** What the process holds in MB, a snapshot of each view later. */
export async function memoryOf(desk: DeskUnderTest): Promise<number> {
  for (const token of desk.tokens) await asked(desk, "snapshot", token);
  await pause(1_000);
  const { rss } = await desk.server.probe();
  return rss;
}

/** The last change of a desk, and the item that it is about. */
async function lastChanged(desk: DeskUnderTest): Promise<{ readonly item: string; readonly head: number }> {
  const { changes, head } = await desk.changes(1);
  const [change] = changes;
  const item = change !== undefined && "item" in change ? change.item : undefined;
  const id = typeof item === "string" ? item : item?.id;
  if (id === undefined) throw new Error("The last change is about no item");
  return { item: id, head };
}

/** How long a request takes until its last byte, in ms. */
async function timed(desk: DeskUnderTest, path: string): Promise<number> {
  const began = machineClock();
  await asked(desk, path, desk.tokens[0]);
  return machineClock() - began;
}

async function asked(desk: DeskUnderTest, path: string, token: string | undefined): Promise<void> {
  const response = await fetch(`${desk.origin}/api/desks/${desk.id}/${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${path} was answered ${response.status}`);
}
