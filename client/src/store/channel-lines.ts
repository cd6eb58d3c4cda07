import { coverOf, hasCover } from "@flowdesk/shared/desk/cover/cover-of.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { type Kind, kinds } from "@flowdesk/shared/desk/item/need.ts";
import { isOnShift, type Member } from "@flowdesk/shared/desk/member/member.ts";
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
  /**
   * Ids of those to whom what comes in goes now, or, where nobody has a standing order, of those on shift who work on it;
   * empty: not covered.
   */
  readonly coveredBy: readonly string[];
  /** The kinds that go to nobody. */
  readonly uncovered: readonly Kind[];
  /** When something last came in, in ms; null if nothing is known of. */
  readonly silentSince: number | null;
  /** The same of what everybody can read, and of direct messages, as far as they have come in here since the load. */
  readonly publicSince: number | null;
  readonly dmSince: number | null;
}

/** Whether two lines tell the same. */
function isSame(a: ChannelLine, b: ChannelLine): boolean {
  return (
    a.channel === b.channel &&
    a.perMinute === b.perMinute &&
    a.open === b.open &&
    a.coveredBy === b.coveredBy &&
    a.uncovered === b.uncovered &&
    a.silentSince === b.silentSince &&
    a.publicSince === b.publicSince &&
    a.dmSince === b.dmSince &&
    a.arrivals.every((count, place) => count === b.arrivals[place])
  );
}

/** Keeps the channels' lines as items arrive and alter. */
export class ChannelBook {
  readonly #arrivals: Map<string, Arrivals>;
  readonly #open = new Map<string, number>();
  readonly #publics = new Map<string, number>();
  readonly #dms = new Map<string, number>();
  #presence: { readonly of: DeskState["members"]; readonly at: Presence } | null = null;
  #lines: readonly ChannelLine[] = [];

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
  arrived(channel: string, at: number, kind?: Kind): void {
    let arrivals = this.#arrivals.get(channel);
    if (arrivals === undefined) {
      arrivals = new Arrivals();
      this.#arrivals.set(channel, arrivals);
    }
    arrivals.add(at);
    if (kind !== undefined) (kind === "dm" ? this.#dms : this.#publics).set(channel, at);
  }

  /** What the open items of a fresh load tell of arrivals. */
  seed(item: Item): void {
    this.arrived(item.channel, millis(item.receivedAt));
  }

  /**
   * The lines of all channels in use, in the order of their names; each the same value until something in it alters.
   * @param now in ms, by the desk's clock
   */
  read(state: DeskState, now: number): readonly ChannelLine[] {
    const channels = [...state.channels.values()].filter(({ retired }) => !retired);
    channels.sort((a, b) => (a.id < b.id ? -1 : 1));
    if (this.#presence?.of !== state.members)
      this.#presence = { of: state.members, at: presenceIn([...state.members.values()]) };
    const presence = this.#presence.at;
    const lines = channels.map(({ id }, place): ChannelLine => {
      const arrivals = this.#arrivals.get(id);
      const line: ChannelLine = {
        channel: id,
        arrivals: (arrivals ?? new Arrivals()).line(now),
        perMinute: arrivals?.perMinute(now) ?? 0,
        open: this.#open.get(id) ?? 0,
        ...presence(id),
        silentSince: arrivals?.last ?? null,
        publicSince: this.#publics.get(id) ?? null,
        dmSince: this.#dms.get(id) ?? null,
      };
      const before = this.#lines[place];
      return before !== undefined && isSame(before, line) ? before : line;
    });
    if (lines.length !== this.#lines.length || lines.some((line, place) => line !== this.#lines[place])) {
      this.#lines = lines;
    }
    return this.#lines;
  }

  #count(item: Item, by: 1 | -1): void {
    if (item.awaitingSince === null || item.need === "watch") return;
    this.#open.set(item.channel, (this.#open.get(item.channel) ?? 0) + by);
  }
}

type Presence = (channel: string) => Pick<ChannelLine, "coveredBy" | "uncovered">;

/** Who is there for each channel; worked out once a channel. */
function presenceIn(members: readonly Member[]): Presence {
  const known = new Map<string, ReturnType<Presence>>();
  const work = presenceFrom(members);
  return (channel) => {
    let presence = known.get(channel);
    if (presence === undefined) {
      presence = work(channel);
      known.set(channel, presence);
    }
    return presence;
  };
}

function presenceFrom(members: readonly Member[]): Presence {
  if (!hasCover(members)) {
    const answering = members.filter(
      (member) => isOnShift(member) && !member.program && member.roles.includes("community-manager"),
    );
    return (channel) => {
      const on = answering.filter(({ channels }) => channels === "all" || channels.includes(channel));
      return { coveredBy: on.map(({ id }) => id), uncovered: on.length === 0 ? kinds : [] };
    };
  }
  return (channel) => {
    const present = kinds.map((kind) => ({ kind, here: coverOf(members, { channel, kind }).present }));
    return {
      coveredBy: [...new Set(present.flatMap(({ here }) => here.map(({ id }) => id)))],
      uncovered: present.filter(({ here }) => here.length === 0).map(({ kind }) => kind),
    };
  };
}
