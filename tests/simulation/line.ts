import { EventEmitter } from "node:events";
import type { Identity } from "@flowdesk/server/account/identity.ts";
import { takeCommand } from "@flowdesk/server/transport/socket/command.ts";
import { Connection } from "@flowdesk/server/transport/socket/connection.ts";
import { joinDesk } from "@flowdesk/server/transport/socket/desk-join.ts";
import { leaveDesk } from "@flowdesk/server/transport/socket/desk-leave.ts";
import { heartbeat } from "@flowdesk/server/transport/socket/heartbeat.ts";
import { takePresence } from "@flowdesk/server/transport/socket/presence.ts";
import type { Socket } from "socket.io";
import type { Random } from "./random.ts";
import type { SimulatedNode } from "./simulated-node.ts";
import type { Place, VirtualTime } from "./virtual-time.ts";

/** What a console hears from its line. */
export interface LineEnd {
  readonly place: Place;
  /** An event has come down. */
  heard(event: string, payload: unknown): void;
  /** The line is gone. */
  broken(): void;
}

/** After so long without a sign of life either end gives up, in ms: it may have heard the last one just before. */
const patience = { least: heartbeat.within, most: heartbeat.every.most + heartbeat.within };

/**
 * A connection between a console and a node, as a socket over TCP: in order, until it breaks; what is under way then is
 * lost. It can be half open, so that nothing gets through and neither end knows, and slow, so that nothing comes down.
 */
export class Line {
  readonly #time: VirtualTime;
  readonly #random: Random;
  readonly #node: SimulatedNode;
  readonly #end: LineEnd;
  readonly #conn = Object.assign(new EventEmitter(), {
    transport: new EventEmitter(),
    write: (text: string, options: object) => this.#write(text, options),
    sendPacket: () => this.#ask(),
    close: () => this.#closeSoon(),
    request: { socket: { destroy: () => this.#closeSoon() } },
  });
  readonly #connection: Connection;
  /** When the last thing sent each way arrives. */
  #up = 0;
  #down = 0;
  /** What the network has not taken, while the line is slow. */
  #held: Array<() => void> | null = null;
  #isDeaf = false;
  /** Whether each end takes it to be open. */
  #isOpenHere = true;
  #isOpenThere = true;

  constructor(time: VirtualTime, random: Random, node: SimulatedNode, end: LineEnd, identity: Identity) {
    this.#time = time;
    this.#random = random;
    this.#node = node;
    this.#end = end;
    const line = this;
    const socket = {
      get connected() {
        return line.#isOpenThere && !node.place.isGone;
      },
      conn: this.#conn,
      emit: (event: string, payload: unknown) => this.#write(`2${JSON.stringify([event, payload])}`, {}),
      disconnect: () => this.#closeSoon(),
    };
    const { presence } = node.deps;
    const connection: Connection = new Connection(
      socket as unknown as Socket,
      identity,
      () => Promise.resolve(identity),
      (desk) => presence.exit(desk, connection),
    );
    this.#connection = connection;
    node.lines.add(this);
  }

  get node(): SimulatedNode {
    return this.#node;
  }

  /** Sends an event up; `answered` is told of the answer if one comes. */
  send(event: string, data: unknown, answered: (answer: unknown) => void = () => {}): void {
    if (this.#isDeaf || !this.#isOpenHere) return;
    const text = JSON.stringify(data);
    this.#up = Math.max(this.#up, this.#time.now + this.#random.between(1, 12));
    this.#time.after(this.#up - this.#time.now, () => this.#take(event, JSON.parse(text), answered), this.#node.place);
  }

  /** Breaks it, as when a cable is pulled: the console knows at once, the node soon. */
  break(): void {
    this.#breakHere();
    this.#time.after(this.#random.between(0, 400), () => this.#breakThere(), this.#node.place);
  }

  /** Nothing gets through any more. Both ends find out after a while. */
  goDeaf(): void {
    this.#isDeaf = true;
    this.#time.after(this.#random.between(patience.least, patience.most), () => this.#breakHere());
    this.#time.after(this.#random.between(patience.least, patience.most), () => this.#breakThere(), this.#node.place);
  }

  /** The network takes nothing more of what is sent down. */
  slow(): void {
    this.#held ??= [];
  }

  /** The network takes everything again. */
  quicken(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const deliver of held) deliver();
  }

  #take(event: string, data: unknown, answered: (answer: unknown) => void): void {
    if (!this.#isOpenThere || this.#isDeaf) return;
    const { deps } = this.#node;
    const acknowledge = (answer: unknown) => {
      const text = JSON.stringify(answer);
      this.#carry(() => answered(JSON.parse(text)));
    };
    if (event === "desk.join") void joinDesk(this.#connection, deps, data, acknowledge);
    else if (event === "command") void takeCommand(this.#connection, deps, data, acknowledge);
    else if (event === "presence") void takePresence(this.#connection, deps, data);
    else if (event === "desk.leave") void leaveDesk(this.#connection, deps, data);
  }

  #write(text: string, options: object): void {
    if (!this.#isOpenThere) return;
    this.#conn.emit("packetCreate", { data: text, options });
    this.#conn.emit("flush");
    this.#carry(() => {
      const [event, payload] = JSON.parse(text.slice(1)) as [string, unknown];
      this.#end.heard(event, payload);
    });
  }

  /** Asks the console for a sign of life behind everything that was sent; it answers behind everything that it sent. */
  #ask(): void {
    if (!this.#isOpenThere) return;
    this.#conn.emit("packetCreate", { type: "ping" });
    this.#conn.emit("flush");
    this.#carry(() => {
      this.#up = Math.max(this.#up, this.#time.now + this.#random.between(1, 12));
      const arrive = () => {
        if (this.#isOpenThere && !this.#isDeaf) this.#conn.emit("heartbeat");
      };
      this.#time.after(this.#up - this.#time.now, arrive, this.#node.place);
    });
  }

  /** Brings something down, after everything that was sent before it. */
  #carry(arrive: () => void): void {
    const deliver = () => {
      this.#down = Math.max(this.#down, this.#time.now + this.#random.between(1, 12));
      this.#time.after(0, () => this.#conn.transport.emit("drain"), this.#node.place);
      this.#time.after(
        this.#down - this.#time.now,
        () => {
          if (this.#isOpenHere && !this.#isDeaf) arrive();
        },
        this.#end.place,
      );
    };
    if (this.#held === null) deliver();
    else this.#held.push(deliver);
  }

  /** The node hangs up: what was sent before still comes. */
  #closeSoon(): void {
    this.#carry(() => this.#breakHere());
    this.#time.after(1, () => this.#breakThere(), this.#node.place);
  }

  #breakHere(): void {
    if (!this.#isOpenHere) return;
    this.#isOpenHere = false;
    this.#time.after(0, () => this.#end.broken(), this.#end.place);
  }

  #breakThere(): void {
    if (!this.#isOpenThere) return;
    this.#isOpenThere = false;
    this.#node.lines.delete(this);
    this.#conn.emit("close");
    for (const [desk, feed] of this.#connection.followed) {
      feed.leave(this.#connection);
      this.#node.deps.presence.exit(desk, this.#connection);
    }
  }
}
