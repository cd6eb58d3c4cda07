import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { isOnShift } from "@flowdesk/shared/desk/member/member.ts";
import type { DeskState } from "@flowdesk/shared/desk/state.ts";
import { millis } from "@flowdesk/shared/time/instant.ts";
import { Arrivals } from "./arrivals.ts";

/** One channel at a glance. */
export interface ChannelLine {
  readonly channel: string;
  /** Arrivals in each of the last 30 minutes, oldest first. After a load, as far as the open items tell of them. */
  readonly arrivals: readonly number[];
  /** Arrivals per minute now. */
  readonly perMinute: number;
  /** Items in which somebody waits. */
  readonly open: number;
  /** Ids of those on shift who work on it; empty: not covered. */
  readonly coveredBy: readonly string[];
  /** When something last came in, in ms; null if nothing is known of. */
  readonly silentSince: number | null;
}

/** Keeps the channels' lines as items arrive and alter. */
export class ChannelBook {
  readonly #arrivals: Map<string, Arrivals>;
  readonly #open = new Map<string, number>();

  /** @param before whose arrivals are known already; without it the open items tell of them */
  constructor(before?: ChannelBook) {
    this.#arrivals = before === undefined ? new Map() : before.#arrivals;
  }

  add(item: Item): void {
    this.#count(item, 1);
  }

  remove(item: Item): void {
    this.#count(item, -1);
  }

  /** Notes that a message came in by a channel, at a time in ms. */
  arrived(channel: string, at: number): void {
    let arrivals = this.#arrivals.get(channel);
    if (arrivals === undefined) {
      arrivals = new Arrivals();
      this.#arrivals.set(channel, arrivals);
    }
    arrivals.add(at);
  }

  /** What the open items of a fresh load tell of arrivals. */
  seed(item: Item): void {
    this.arrived(item.channel, millis(item.receivedAt));
  }

  /** The lines of all channels in use, in the order of their names. @param now in ms, by the desk's clock */
  read(state: DeskState, now: number): readonly ChannelLine[] {
    const channels = [...state.channels.values()].filter(({ retired }) => !retired);
    channels.sort((a, b) => (a.id < b.id ? -1 : 1));
    const onShift = [...state.members.values()].filter((member) => isOnShift(member) && !member.program);
    const answering = onShift.filter(({ roles }) => roles.includes("community-manager"));
    return channels.map(({ id }) => {
      const arrivals = this.#arrivals.get(id);
      return {
        channel: id,
        arrivals: (arrivals ?? new Arrivals()).line(now),
        perMinute: arrivals?.perMinute(now) ?? 0,
        open: this.#open.get(id) ?? 0,
        coveredBy: answering.filter(({ channels: on }) => on === "all" || on.includes(id)).map((member) => member.id),
        silentSince: arrivals?.last ?? null,
      };
    });
  }

  #count(item: Item, by: 1 | -1): void {
    if (item.awaitingSince === null || item.need === "watch") return;
    this.#open.set(item.channel, (this.#open.get(item.channel) ?? 0) + by);
  }
}
