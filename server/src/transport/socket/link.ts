import type { Socket } from "socket.io";
import { feedLimits } from "../../desk/feed-deps.ts";
import { Backlog } from "./backlog.ts";

/** With so many waiting for their answer a connection is read no further, and on once there are fewer than the second number. */
const slowed = { from: 32, until: 16 };
/** With so many bytes of answers untaken it is read no further either, until they are taken: each comes of reading on. */
const mostAnswers = 256 * 1024;
/**
 * Whoever takes nothing for so long is cut, in ms. Those who follow a desk are told by its feed that they were too slow,
 * and have had their last words by then.
 */
const stalledFor = 8_000;

/** What Engine.IO has beneath a connection: a WebSocket of the library `ws`. */
interface Beneath {
  pause(): void;
  resume(): void;
}

/** What an Engine.IO connection does by itself every so often. */
interface SendsPings {
  sendPacket(type: "ping"): void;
}

/** Somebody who waits until so many signs of life have come. */
interface Awaited {
  readonly answers: number;
  readonly come: () => void;
}

const links = new WeakMap<Socket["conn"], Link>();

/**
 * The WebSocket beneath a connection, from before anybody has said who they are. What it is answered is bounded, whoever
 * it is (rule F3): it is read only while it takes its answers, and while not too many are still to come.
 */
export class Link {
  readonly backlog: Backlog;
  readonly #conn: Socket["conn"];
  #inFlight = 0;
  #isSlowed = false;
  #isHeld = false;
  /** How many signs of life it was asked for, and how many of these have come: it gives them in the order of the asking. */
  readonly #life = { asked: 0, come: 0 };
  #awaited: Awaited[] = [];
  /** Since when it was closed and does not take even that; null if it is open. Monotonic ms. */
  #closedSince: number | null = null;

  private constructor(conn: Socket["conn"]) {
    this.#conn = conn;
    // Before its backlog, which forgets then what was not taken.
    conn.on("close", () => this.#end());
    this.backlog = new Backlog(conn);
    conn.on("packetCreate", ({ type }: { readonly type?: string }) => {
      if (type === "ping") this.#life.asked++;
      this.#look();
    });
    conn.on("heartbeat", () => this.#lives());
    conn.transport.on("drain", () => this.#look());
  }

  /** The one beneath a connection. */
  static of(conn: Socket["conn"]): Link {
    let link = links.get(conn);
    if (link === undefined) {
      link = new Link(conn);
      links.set(conn, link);
    }
    return link;
  }

  /** What was asked for on it and has not been answered. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** Something waits for its answer, until what this gives is called. With many waiting nothing more is read meanwhile. */
  begin(): () => void {
    this.#inFlight++;
    this.#look();
    return () => {
      this.#inFlight--;
      this.#look();
    };
  }

  /**
   * Resolves when the other end has all that was sent so far, or it is closed: it is asked for a sign of life before the
   * time, and answers behind what came before that. It also knows by it that the server is there. Signs that it was asked
   * for earlier, by whomever, say nothing of what was sent since.
   */
  async arrived(): Promise<void> {
    await this.backlog.drained();
    if (this.#closedSince !== null) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#awaited.push({ answers: this.#life.asked + 1, come: resolve });
    (this.#conn as unknown as SendsPings).sendPacket("ping");
    await promise;
  }

  /** Breaks it if it has taken nothing for long, or not even that it was closed. */
  sweep(): void {
    const since = this.#closedSince ?? this.backlog.stalledSince;
    if (since !== null && performance.now() - since > stalledFor) this.cut();
  }

  /** Closes it in good order. */
  close(): void {
    this.#conn.close();
  }

  /** Breaks it at once. */
  cut(): void {
    this.#conn.request.socket.destroy();
  }

  #lives(): void {
    // Signs that nobody asked for do not count for those to come.
    if (this.#life.come < this.#life.asked) this.#life.come++;
    while ((this.#awaited[0]?.answers ?? Number.POSITIVE_INFINITY) <= this.#life.come) this.#awaited.shift()?.come();
  }

  #end(): void {
    for (const { come } of this.#awaited) come();
    this.#awaited = [];
    this.#closedSince = this.backlog.stalledSince ?? performance.now();
    // It is read on, for its answer to the close.
    this.#look();
  }

  #look(): void {
    const { answers, undrained } = this.backlog;
    this.#isSlowed = this.#inFlight >= (this.#isSlowed ? slowed.until : slowed.from);
    // Frames that a desk sends it do not come of its being read: of those only so many hold it up as its feed cuts it for.
    const isFull = answers >= mostAnswers || undrained >= feedLimits.undrained;
    const isHeld = this.#closedSince === null && (this.#isSlowed || isFull);
    if (isHeld === this.#isHeld) return;
    this.#isHeld = isHeld;
    // What it sends meanwhile waits in the network, and at its sender's.
    const { socket } = this.#conn.transport as unknown as { socket?: Beneath };
    if (isHeld) socket?.pause();
    else socket?.resume();
  }
}
