import type { DeskClosed } from "@flowdesk/shared/protocol/desk-join.ts";
import type { Socket } from "socket.io";
import type { Identity } from "../../account/identity.ts";
import type { DeskFeed } from "../../desk/desk-feed.ts";
import type { Frame } from "../../desk/frame.ts";
import type { Subscriber } from "../../desk/subscriber.ts";
import { Link } from "./link.ts";

/** A connection that is to end has so long to take its last words, in ms. */
const lastWords = 1_000;
/** Most commands, joins and leaves of a connection that wait for their answer. */
export const mostInFlight = 64;
/** For so long an identity counts as known to be valid, in ms. */
const confirmedFor = 1_000;

/** One Socket.IO connection of a console or a program. */
export class Connection implements Subscriber {
  readonly socket: Socket;
  readonly identity: Identity;
  /** The feeds that it follows, by desk. */
  readonly followed = new Map<string, DeskFeed>();
  readonly #link: Link;
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
    this.#link = Link.of(socket.conn);
  }

  get isOpen(): boolean {
    return this.socket.connected;
  }

  /** Whether as much waits for its answer as may: commands, joins and leaves. */
  get isBusy(): boolean {
    return this.#link.inFlight >= mostInFlight;
  }

  /** Something waits for its answer, until what this gives is called. With many waiting nothing more is read meanwhile. */
  begin(): () => void {
    return this.#link.begin();
  }

  get undrained(): number {
    return this.#link.backlog.undrained;
  }

  get stalledSince(): number | null {
    return this.#link.backlog.stalledSince;
  }

  drained(): Promise<void> {
    return this.#link.backlog.drained();
  }

  arrived(): Promise<void> {
    return this.#link.arrived();
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

  /** Runs one thing after another, so that joins and leaves come to what was asked last; nothing once it is gone. */
  async inTurn(run: () => Promise<void>): Promise<void> {
    const answered = this.begin();
    const runIfOpen = async () => {
      if (this.isOpen) await run();
    };
    this.#turn = this.#turn.then(runIfOpen, runIfOpen);
    try {
      await this.#turn;
    } finally {
      answered();
    }
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

  #destroyLater(): void {
    setTimeout(() => this.#link.cut(), lastWords).unref();
  }
}

function isSame(a: Identity, b: Identity): boolean {
  if (a.kind === "user") return b.kind === "user" && a.user === b.user && a.session === b.session;
  return b.kind === "token" && a.desk === b.desk && a.token === b.token;
}
