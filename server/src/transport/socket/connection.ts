import type { DeskClosed } from "@flowdesk/shared/protocol/desk-join.ts";
import type { Socket } from "socket.io";
import type { Identity } from "../../account/identity.ts";
import type { DeskFeed } from "../../desk/desk-feed.ts";
import type { Frame } from "../../desk/frame.ts";
import type { Subscriber } from "../../desk/subscriber.ts";
import { Backlog } from "./backlog.ts";

/** A connection that is to end has so long to take its last words, in ms. */
const lastWords = 1_000;
/** For so long an identity counts as known to be valid, in ms. */
const confirmedFor = 1_000;
/** With so many commands waiting a connection is read no further, and on once there are fewer than the second number. */
const slowed = { from: 32, until: 16 };

/** One Socket.IO connection of a console or a program. */
export class Connection implements Subscriber {
  readonly socket: Socket;
  readonly identity: Identity;
  /** The feeds that it follows, by desk. */
  readonly followed = new Map<string, DeskFeed>();
  #inFlight = 0;
  #isSlowed = false;
  readonly #backlog: Backlog;
  readonly #identify: () => Promise<Identity | null>;
  readonly #closed: (desk: string) => void;
  #confirmedAt = performance.now();
  #turn: Promise<void> = Promise.resolve();

  /**
   * `identify` looks again who it is: null once the session has ended or the token was revoked. `closed` is told of each
   * desk that was closed to the connection.
   */
  constructor(
    socket: Socket,
    identity: Identity,
    identify: () => Promise<Identity | null>,
    closed: (desk: string) => void,
  ) {
    this.socket = socket;
    this.identity = identity;
    this.#identify = identify;
    this.#closed = closed;
    this.#backlog = new Backlog(socket.conn);
  }

  get isOpen(): boolean {
    return this.socket.connected;
  }

  /** Commands that have not been answered. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** A command waits for its answer, until what this gives is called. With many waiting nothing more is read meanwhile. */
  begin(): () => void {
    this.#inFlight++;
    this.#slow();
    return () => {
      this.#inFlight--;
      this.#slow();
    };
  }

  get undrained(): number {
    return this.#backlog.undrained;
  }

  get stalledSince(): number | null {
    return this.#backlog.stalledSince;
  }

  drained(): Promise<void> {
    return this.#backlog.drained();
  }

  send(frame: Frame): void {
    // Past Socket.IO's own encoding: the frame was encoded once for everyone.
    const options = { compress: false, wsPreEncodedFrame: [frame.bytes] };
    this.socket.conn.write(frame.text, options);
  }

  close(desk: string, reason: DeskClosed["reason"]): void {
    this.followed.delete(desk);
    this.#closed(desk);
    this.socket.emit("desk.closed", { desk, reason });
    if (reason === "too-slow") this.cut();
    else if (reason === "signed-out" || (reason === "removed" && this.identity.kind === "token")) this.dismiss();
  }

  /** Runs one thing after another, so that joins and leaves come to what was asked last. */
  inTurn(run: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(run, run);
    return this.#turn;
  }

  /** Whether the session or token is still valid; looks again if that was long ago, or `anew`. Rejects if that cannot be told. */
  async isConfirmed(anew = false): Promise<boolean> {
    if (!anew && performance.now() - this.#confirmedAt < confirmedFor) return true;
    const asked = performance.now();
    const identity = await this.#identify();
    if (identity === null || !isSame(identity, this.identity)) return false;
    this.#confirmedAt = asked;
    return true;
  }

  /** The sign-in has ended: every desk is closed, and the connection with them. */
  signOut(): void {
    for (const feed of [...this.followed.values()]) feed.close(this, "signed-out");
    this.dismiss();
  }

  /** Ends the connection for good: its client does not connect again by itself. */
  dismiss(): void {
    this.socket.disconnect(true);
    this.#destroyLater();
  }

  /** Breaks the connection: its client connects again by itself. */
  cut(): void {
    this.#destroyLater();
  }

  #slow(): void {
    const isSlowed = this.#inFlight >= (this.#isSlowed ? slowed.until : slowed.from);
    if (isSlowed === this.#isSlowed) return;
    this.#isSlowed = isSlowed;
    // What it sends meanwhile waits in the network, and at its sender's.
    const { socket } = this.socket.conn.transport as unknown as { socket?: { pause(): void; resume(): void } };
    if (isSlowed) socket?.pause();
    else socket?.resume();
  }

  #destroyLater(): void {
    const { request } = this.socket.conn;
    setTimeout(() => request.socket.destroy(), lastWords).unref();
  }
}

function isSame(a: Identity, b: Identity): boolean {
  if (a.kind === "user") return b.kind === "user" && a.user === b.user && a.session === b.session;
  return b.kind === "token" && a.desk === b.desk && a.token === b.token;
}
