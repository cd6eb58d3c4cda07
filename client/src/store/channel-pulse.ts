import type { PulseAnswer, PulseLine } from "@flowdesk/shared/protocol/pulse.ts";
import { millis, minute } from "@flowdesk/shared/time/instant.ts";

/** Since when nothing has come, and from how long on that is longer than usual; in ms. Null: not known. */
export interface Quiet {
  readonly lastAt: number | null;
  readonly afterMs: number | null;
}

/** What the server knows of a channel's arrivals beside what has come in here. */
export interface ChannelPulse {
  /** Arrivals in the last minutes, the oldest first, direct messages among them. */
  readonly arrivals: readonly number[];
  /** What everybody can read. */
  readonly open: Quiet;
  readonly dm: Quiet;
}

const unknown: Quiet = { lastAt: null, afterMs: null };

/**
 * The pulse by channel, its minutes counted up to `now` (ms), so that what it tells can stand beside what came in here.
 * @param length how many minutes are wanted
 */
export function pulseByChannel(answer: PulseAnswer, now: number, length: number): ReadonlyMap<string, ChannelPulse> {
  const late = Math.max(0, Math.floor(now / minute) - Math.floor(millis(answer.now) / minute));
  const channels = new Map<string, ChannelPulse>();
  for (const line of answer.lines) {
    const { arrivals = [], open = unknown, dm = unknown } = channels.get(line.channel) ?? {};
    const moved = [...line.arrivals, ...Array<number>(Math.min(late, length)).fill(0)].slice(-length);
    channels.set(line.channel, {
      arrivals: moved.map((count, place) => count + (arrivals[place] ?? 0)),
      open: line.dm ? open : quietOf(line),
      dm: line.dm ? quietOf(line) : dm,
    });
  }
  return channels;
}

function quietOf({ lastAt, silentAfterMs }: PulseLine): Quiet {
  return { lastAt: lastAt === null ? null : millis(lastAt), afterMs: silentAfterMs };
}

/** For how long it has been silent, in ms, if that is longer than usual; null if not. */
export function silentFor({ lastAt, afterMs }: Quiet, now: number): number | null {
  return lastAt === null || afterMs === null || now - lastAt <= afterMs ? null : now - lastAt;
}
