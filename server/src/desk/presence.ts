import { type Scope, seesItem } from "@flowdesk/shared/desk/view.ts";
import type { PresenceDown, PresenceUp } from "@flowdesk/shared/protocol/presence.ts";
import type { DeskFeed } from "./desk-feed.ts";
import type { Feeds } from "./feed.ts";
import { Frame } from "./frame.ts";
import { OtherNodes, partsOf, silence, type There } from "./presence-between.ts";
import type { Store } from "./store.ts";
import type { Subscriber } from "./subscriber.ts";

/** Gathered for so long, in ms; a second more for each so many who are there, as everyone is told of everyone. */
const gathering = { ms: 1_000, perMembers: 200 };

/** Under this topic nodes tell each other who is there. */
const topic = "presence";

export interface PresenceOptions {
  /** How often it is told who is there, in ms. */
  readonly every?: number;
  /** Tells the other nodes; null where there are none. */
  readonly tell?: ((topic: string, said: unknown) => void) | null;
}

interface Present extends There {
  member: string;
  item: string | null;
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
  readonly #others = new OtherNodes();
  readonly #tellOthers: PresenceOptions["tell"];
  /** Desks at which something has altered that the other nodes have not been told. */
  readonly #untold = new Set<string>();
  #tellings = 0;
  #toldOthersAt = Number.NEGATIVE_INFINITY;

  constructor(store: Store, feeds: Feeds, { every = gathering.ms, tell = null }: PresenceOptions = {}) {
    this.#store = store;
    this.#feeds = feeds;
    this.#tellOthers = tell;
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
    this.#altered(desk);
  }

  /** It follows the desk no more. */
  exit(desk: string, subscriber: Subscriber): void {
    const room = this.#rooms.get(desk);
    if (room === undefined || !room.present.delete(subscriber)) return;
    this.#altered(desk);
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
        this.#altered(up.desk);
      }
    } finally {
      present.isLookingUp = false;
    }
  }

  /** The members who have a console of the desk open, by whichever node. */
  membersOf(desk: string): ReadonlySet<string> {
    return new Set(this.#at(desk).map(({ member }) => member));
  }

  /** Takes what another node has told. */
  hear(node: string, about: string, said: unknown): void {
    if (about !== topic) return;
    const { desks, isNew } = this.#others.hear(node, said, performance.now());
    for (const desk of desks) this.#alteredHere(desk);
    // Whoever has just come knows nobody here.
    if (isNew) this.#toldOthersAt = Number.NEGATIVE_INFINITY;
  }

  stop(): void {
    clearInterval(this.#telling);
    for (const desk of this.#rooms.keys()) this.#untold.add(desk);
    this.#rooms.clear();
    this.#tellNodes(performance.now());
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

  #at(desk: string): There[] {
    return [...(this.#rooms.get(desk)?.present.values() ?? []), ...this.#others.at(desk)];
  }

  #altered(desk: string): void {
    this.#untold.add(desk);
    this.#alteredHere(desk);
  }

  #alteredHere(desk: string): void {
    const room = this.#rooms.get(desk);
    if (room !== undefined) room.isAltered = true;
  }

  #tellNodes(monotonic: number): void {
    const tell = this.#tellOthers ?? null;
    if (tell === null) return;
    for (const desk of this.#others.forget(monotonic)) this.#alteredHere(desk);
    if (monotonic - this.#toldOthersAt >= silence.beat) {
      for (const desk of this.#rooms.keys()) this.#untold.add(desk);
      this.#toldOthersAt = monotonic;
    }
    const rooms = new Map(
      Array.from(this.#untold, (desk) => [desk, [...(this.#rooms.get(desk)?.present.values() ?? [])]] as const),
    );
    this.#untold.clear();
    for (const part of partsOf(++this.#tellings, rooms)) tell(topic, part);
  }

  #tellAll(): void {
    const monotonic = performance.now();
    this.#tellNodes(monotonic);
    for (const feed of this.#feeds.all()) {
      const room = this.#rooms.get(feed.desk);
      if (room === undefined || !room.isAltered) continue;
      const there = this.#at(feed.desk);
      const pause = Math.floor(there.length / gathering.perMembers) * gathering.ms;
      if (monotonic - room.toldAt < pause) continue;
      room.isAltered = false;
      room.toldAt = monotonic;
      tell(feed, there);
    }
  }
}

/** Tells each view who is there, with what it may see of what they have open. */
function tell(feed: DeskFeed, present: readonly There[]): void {
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
