import { silenceLooksBack, silenceOf } from "@flowdesk/shared/clock/silence.ts";
import type { Kind } from "@flowdesk/shared/desk/item/need.ts";
import { seesItem, type View } from "@flowdesk/shared/desk/view.ts";
import { type PulseLine, pulseMinutes } from "@flowdesk/shared/protocol/pulse.ts";
import { hour, instant, minute } from "@flowdesk/shared/time/instant.ts";
import type { ArrivedMinute } from "../storage/queries/arrivals.ts";
import type { Reader } from "../storage/queries/readings.ts";

/** For so long what was read serves everybody, in ms. */
const shared = 1_000;
/** Minutes that are read again each time: what a platform hands over late counts in its own minute. */
const readAgain = 5;
/**
 * After so long everything is read again, in ms: what was brought in with minutes of its own. Seldomer where that takes
 * long: so many times as long as it took.
 */
const readWhole = minute;
const owed = 200;

/**
 * So much time is read at once, in ms. Of a million arrivals in twelve hours an hour takes 0.13 s of a thread that reads
 * (the six minutes of a later reading 0.01 s), and others get their turn in between.
 */
const slice = hour;

/** What came in lately by one channel and kind, by minute. */
interface Line {
  readonly channel: string;
  readonly kind: Kind;
  readonly minutes: Map<number, { readonly count: number; readonly last: number }>;
}

/** The arrivals of one desk, read up to a moment. */
interface Known {
  reading: Promise<ReadonlyMap<string, Line>>;
  at: number;
  /** When everything is read again. */
  wholeAt: number;
}

/** Knows how quickly each desk's channels bring messages, and which have gone silent. Reads only what is new. */
export class Pulses {
  readonly #reader: Reader;
  readonly #now: () => number;
  readonly #monotonic: () => number;
  readonly #desks = new Map<string, Known>();

  /** @param deps the wall clock, and one that tells how long reading takes, both in ms */
  constructor(deps: { readonly store: Reader; readonly now: () => number; readonly monotonic: () => number }) {
    this.#reader = deps.store;
    this.#now = deps.now;
    this.#monotonic = deps.monotonic;
  }

  /**
   * The lines of a view, of the channels by which anything has come lately, by channel; direct messages after what
   * everybody can read (rule F2).
   */
  async of(desk: string, view: View): Promise<{ now: number; lines: PulseLine[] }> {
    const lines = [...(await this.#lines(desk)).values()].filter((line) => seesItem(view, line));
    const now = this.#now();
    const groups = Map.groupBy(lines, ({ channel, kind }) => `${channel} ${kind === "dm"}`);
    return {
      now,
      lines: [...groups]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([, own]) => {
          const [first] = own;
          return first === undefined ? [] : [lineOf(first.channel, first.kind === "dm", own, now)];
        }),
    };
  }

  #lines(desk: string): Promise<ReadonlyMap<string, Line>> {
    const now = this.#now();
    const known = this.#desks.get(desk);
    if (known !== undefined && now - known.at < shared) return known.reading;
    const isWhole = known === undefined || now >= known.wholeAt;
    const reading = this.#read(desk, now, isWhole ? null : known);
    const entry: Known = { reading, at: now, wholeAt: isWhole ? now + readWhole : known.wholeAt };
    this.#desks.set(desk, entry);
    if (isWhole) {
      const began = this.#monotonic();
      const done = () => {
        entry.wholeAt = now + Math.max(readWhole, owed * (this.#monotonic() - began));
      };
      reading.then(done, () => undefined);
    }
    reading.catch(() => {
      if (this.#desks.get(desk)?.reading === reading) this.#desks.delete(desk);
    });
    return reading;
  }

  /** @param before what was read before; null: everything is read */
  async #read(desk: string, now: number, before: Known | null): Promise<ReadonlyMap<string, Line>> {
    const earliest = Math.floor((now - silenceLooksBack) / minute);
    const lines = new Map<string, Line>();
    const first = before === null ? earliest : Math.floor(before.at / minute) - readAgain;
    if (before !== null) {
      for (const [key, { minutes, ...line }] of await before.reading) {
        const kept = [...minutes].filter(([at]) => at >= earliest && at < first);
        if (kept.length > 0) lines.set(key, { ...line, minutes: new Map(kept) });
      }
    }
    for (let from = first * minute; from <= now; from += slice) {
      const until = Math.min(now, from + slice - 1);
      for (const row of await this.#reader.read("arrivals", { desk, from, until })) add(lines, row);
    }
    return lines;
  }
}

function add(lines: Map<string, Line>, { channel, kind, minute: at, count, last }: ArrivedMinute): void {
  const key = `${kind} ${channel}`;
  const line = lines.get(key) ?? { channel, kind: kind as Kind, minutes: new Map() };
  lines.set(key, line);
  line.minutes.set(at, { count, last });
}

function lineOf(channel: string, dm: boolean, lines: readonly Line[], now: number): PulseLine {
  const running = Math.floor(now / minute);
  const arrivals = Array.from({ length: pulseMinutes }, (_, place) =>
    lines.reduce((sum, { minutes }) => sum + (minutes.get(running - pulseMinutes + 1 + place)?.count ?? 0), 0),
  );
  // The last arrival of each minute is all that a gap of more than a minute is measured by.
  const times = lines.flatMap(({ minutes }) => Array.from(minutes.values(), ({ last }) => last));
  const { lastAt, usualMs, afterMs, isSilent } = silenceOf(
    times.sort((a, b) => a - b),
    now,
  );
  return {
    channel,
    dm,
    arrivals,
    lastAt: lastAt === null ? null : instant(lastAt),
    usualMs,
    silentAfterMs: afterMs,
    silent: isSilent,
    silentMs: lastAt === null ? null : Math.max(0, now - lastAt),
  };
}
