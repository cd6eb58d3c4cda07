import type { DeskJoined } from "@flowdesk/shared/protocol/desk-join.ts";
import { machineClock, pause } from "../clock.ts";
import { Histogram, type HistogramCounts } from "../histogram.ts";
import { answerParent } from "./answering.ts";
import type { Wanted } from "./frame-reader.ts";
import { sentOf } from "./message.ts";
import { RawConsole } from "./raw-console.ts";

export interface Gathering {
  readonly origin: string;
  readonly desk: string;
  /** Taken in turn. */
  readonly tokens: readonly string[];
  readonly count: number;
  /** Where they are in the log; absent: at its head. */
  readonly since?: number;
  /** Each waits so long first, in ms, spread evenly between the two; absent: fifty come at a time, at once. */
  readonly spread?: { readonly least: number; readonly most: number };
}

/** What consoles got since they were last asked. */
export interface Delivered {
  /** Changes, each counted once for each console that got it. */
  readonly deliveries: number;
  readonly frames: number;
  readonly bytes: number;
  /** From the sending of a message to its arrival at a console, one for each delivery. */
  readonly latency: HistogramCounts;
  /** Connections that were closed, and frames that did not follow on the one before. */
  readonly closed: number;
  readonly gaps: number;
  /** CPU that the consoles themselves took, in ms. */
  readonly cpu: number;
  /** Where the console that is furthest behind stands in the log. */
  readonly slowest: number;
}

interface Standing {
  readonly console: RawConsole;
  to: number;
}

/** What a frame holds: how many changes, and when each was sent. */
interface Content {
  readonly changes: number;
  readonly sent: readonly number[];
}

const consoles: Standing[] = [];
const latency = new Histogram();
let cpu = process.cpuUsage();
const got = { deliveries: 0, frames: 0, bytes: 0, closed: 0, gaps: 0 };
/** What is in a frame, read once for all that get it. */
const read = new Map<string, Content>();

function take(standing: Standing, begins: string, length: number): Wanted | undefined {
  const head = /^42\["changes",\{"desk":"[^"]*","from":(\d+),"to":(\d+)/u.exec(begins);
  if (head === null) return undefined;
  const from = Number(head[1]);
  const to = Number(head[2]);
  if (from !== standing.to + 1) got.gaps++;
  const key = `${from} ${to} ${length}`;
  const known = read.get(key);
  got.frames++;
  got.bytes += length;
  /** Who looks meanwhile finds it where what it has counted says. */
  const have = (content: Content, now: number) => {
    standing.to = to;
    count(content, now);
  };
  if (known !== undefined) return { whole: false, done: () => have(known, machineClock()) };
  return {
    whole: true,
    done: (payload) => {
      const now = machineClock();
      const content = read.get(key) ?? contentOf(payload);
      read.set(key, content);
      if (read.size > 2_000) for (const old of [...read.keys()].slice(0, 1_000)) read.delete(old);
      have(content, now);
    },
  };
}

function count({ changes, sent }: Content, now: number): void {
  got.deliveries += changes;
  for (const time of sent) latency.add(now - time);
}

function contentOf(frame: Buffer): Content {
  const [, event] = JSON.parse(frame.subarray(2).toString()) as [
    string,
    { changes: ReadonlyArray<{ stamp?: string; message?: { externalId?: string } }> },
  ];
  const sent = event.changes
    .map(({ stamp, message }) => (stamp === undefined ? sentOf(message?.externalId ?? "") : Number(stamp)))
    .filter((time) => Number.isFinite(time) && time > 0);
  return { changes: event.changes.length, sent };
}

answerParent({
  /** Connects consoles and has each follow the desk. Gives how long it took, in ms. */
  async gather({ origin, desk, tokens, count, since, spread }: Gathering): Promise<number> {
    const began = machineClock();
    let left = count;
    const work = async () => {
      while (left > 0) {
        const number = left--;
        if (spread !== undefined) await pause(spread.least + ((spread.most - spread.least) * number) / count);
        const console = await RawConsole.connect(origin, tokens[number % tokens.length] ?? "");
        const standing: Standing = { console, to: since ?? 0 };
        console.onClose = () => {
          got.closed++;
        };
        console.onEvent = (head, length) => take(standing, head, length);
        consoles.push(standing);
        const joined = await console.ask<DeskJoined>("desk.join", { desk, ...(since === undefined ? {} : { since }) });
        if (!joined.ok) throw new Error(`A console may not follow the desk: ${JSON.stringify(joined)}`);
        if (joined.reset) throw new Error("A console was told to begin anew");
        if (since === undefined) standing.to = Math.max(standing.to, joined.head);
      }
    };
    await Promise.all(Array.from({ length: spread === undefined ? 50 : count }, work));
    return machineClock() - began;
  },

  /** Forgets what was counted. */
  reset(): void {
    latency.clear();
    cpu = process.cpuUsage();
    Object.assign(got, { deliveries: 0, frames: 0, bytes: 0, closed: 0, gaps: 0 });
  },

  /** What was counted, once everyone stands at `until`, or after `patience` ms. */
  async delivered({ until, patience }: { until: number; patience: number }): Promise<Delivered> {
    const began = machineClock();
    const slowest = () => consoles.reduce((least, { to }) => Math.min(least, to), Number.MAX_SAFE_INTEGER);
    while (slowest() < until && machineClock() - began < patience) await pause(5);
    const spent = process.cpuUsage(cpu);
    return {
      ...got,
      cpu: (spent.user + spent.system) / 1_000,
      latency: latency.counts(),
      slowest: slowest(),
    };
  },

  disperse(): void {
    for (const { console } of consoles.splice(0)) {
      console.onClose = () => {};
      console.onEvent = () => undefined;
      console.close();
    }
  },
});
