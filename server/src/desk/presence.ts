import { type Scope, seesItem } from "@flowdesk/shared/desk/view.ts";
import type { PresenceDown, PresenceUp } from "@flowdesk/shared/protocol/presence.ts";
import type { DeskFeed } from "./desk-feed.ts";
import type { Feeds } from "./feed.ts";
import { Frame } from "./frame.ts";
import type { Store } from "./store.ts";
import type { Subscriber } from "./subscriber.ts";

/** Gathered for so long, in ms; a second more for each so many who are there, as everyone is told of everyone. */
const gathering = { ms: 1_000, perMembers: 200 };

interface Present {
  member: string;
  item: string | null;
  /** Of the item; null while it has none open. */
  scope: Scope | null;
  writing: boolean;
  /** What it said last, if the item is still being looked up. */
  wanted: PresenceUp | null;
  isLookingUp: boolean;
}

interface Room {
  readonly present: Map<Subscriber, Present>;
  isAltered: boolean;
  toldAt: number;
}

/** Who is there and what they have open, by desk. It is not in the log, and is gone with the connection. */
export class Presence {
  readonly #store: Store;
  readonly #feeds: Feeds;
  readonly #rooms = new Map<string, Room>();
  readonly #telling: NodeJS.Timeout;

  constructor(store: Store, feeds: Feeds, every = gathering.ms) {
    this.#store = store;
    this.#feeds = feeds;
    this.#telling = setInterval(() => this.#tellAll(), every).unref();
  }

  /** A connection follows a desk as this member. */
  enter(desk: string, subscriber: Subscriber, member: string): void {
    const room = this.#roomOf(desk);
    room.present.set(subscriber, {
      member,
      item: null,
      scope: null,
      writing: false,
      wanted: null,
      isLookingUp: false,
    });
    room.isAltered = true;
  }

  /** It follows the desk no more. */
  exit(desk: string, subscriber: Subscriber): void {
    const room = this.#rooms.get(desk);
    if (room === undefined || !room.present.delete(subscriber)) return;
    room.isAltered = true;
    if (room.present.size === 0) this.#rooms.delete(desk);
  }

  /** What it has open now. An item that is not there counts as none. */
  async update(subscriber: Subscriber, up: PresenceUp): Promise<void> {
    const room = this.#rooms.get(up.desk);
    const present = room?.present.get(subscriber);
    if (room === undefined || present === undefined) return;
    present.wanted = up;
    if (present.isLookingUp) return;
    present.isLookingUp = true;
    try {
      while (present.wanted !== null) {
        const { item, writing }: PresenceUp = present.wanted;
        present.wanted = null;
        if (item !== present.item) present.scope = item === null ? null : await this.#scopeOf(up.desk, item);
        present.item = present.scope === null ? null : item;
        present.writing = writing && present.item !== null;
        room.isAltered = true;
      }
    } finally {
      present.isLookingUp = false;
    }
  }

  /** The members who have a console of the desk open. */
  membersOf(desk: string): ReadonlySet<string> {
    return new Set(Array.from(this.#rooms.get(desk)?.present.values() ?? [], ({ member }) => member));
  }

  stop(): void {
    clearInterval(this.#telling);
  }

  #roomOf(desk: string): Room {
    let room = this.#rooms.get(desk);
    if (room === undefined) {
      room = { present: new Map(), isAltered: false, toldAt: Number.NEGATIVE_INFINITY };
      this.#rooms.set(desk, room);
    }
    return room;
  }

  async #scopeOf(desk: string, item: string): Promise<Scope | null> {
    const found = await this.#store.item(desk, item);
    return found === null ? null : { channel: found.item.channel, kind: found.item.kind };
  }

  #tellAll(): void {
    const monotonic = performance.now();
    for (const feed of this.#feeds.all()) {
      const room = this.#rooms.get(feed.desk);
      if (room === undefined || !room.isAltered) continue;
      const pause = Math.floor(room.present.size / gathering.perMembers) * gathering.ms;
      if (monotonic - room.toldAt < pause) continue;
      room.isAltered = false;
      room.toldAt = monotonic;
      tell(feed, [...room.present.values()]);
    }
  }
}

/** Tells each view who is there, with what it may see of what they have open. */
function tell(feed: DeskFeed, present: readonly Present[]): void {
  for (const { view, subscribers } of feed.audiences()) {
    const members = new Map<string, PresenceDown["members"][number]>();
    for (const { member, item, scope, writing } of present) {
      const seen = scope !== null && seesItem(view, scope) ? item : null;
      const key = `${member}\n${seen ?? ""}`;
      members.set(key, {
        member,
        item: seen,
        writing: (seen !== null && writing) || members.get(key)?.writing === true,
      });
    }
    const withItem = new Set([...members.values()].filter(({ item }) => item !== null).map(({ member }) => member));
    const told: PresenceDown = {
      desk: feed.desk,
      members: [...members.values()].filter(({ member, item }) => item !== null || !withItem.has(member)),
    };
    const frame = new Frame("presence", JSON.stringify(told));
    for (const subscriber of subscribers) subscriber.send(frame);
  }
}
