import { DeskConnection } from "@flowdesk/client/connection/desk-connection.ts";
import { Refusal } from "@flowdesk/client/connection/refusal.ts";
import { readSnapshot } from "@flowdesk/client/connection/snapshot.ts";
import type { Wire, WireEvents } from "@flowdesk/client/connection/wire.ts";
import type { ReplicaView } from "@flowdesk/client/store/replica-store.ts";
import { HttpRefusal } from "@flowdesk/server/transport/http/http-refusal.ts";
import type { Changes } from "@flowdesk/shared/protocol/changes.ts";
import type { CommandAnswer } from "@flowdesk/shared/protocol/command.ts";
import type { DeskClosed, DeskJoin, DeskJoined } from "@flowdesk/shared/protocol/desk-join.ts";
import { asPerson } from "../fixtures/recording-subscriber.ts";
import type { Ledger } from "./ledger.ts";
import { Line } from "./line.ts";
import type { ReplicaWatch } from "./replica-watch.ts";
import type { SimulatedNode } from "./simulated-node.ts";
import { Place, type VirtualTime, where } from "./virtual-time.ts";

/** As the console's own wire has it: so long it waits for an answer, in ms. */
const answerTime = 8_000;

export interface SeatOptions {
  readonly name: string;
  readonly member: string;
  readonly desk: string;
  readonly seed: number;
  readonly time: VirtualTime;
  readonly ledger: Ledger;
  readonly replicas: ReplicaWatch;
  /** A node that takes connections; null if there is none. */
  readonly anyNode: () => SimulatedNode | null;
}

/** A console in front of which a member sits: everything of the real one but its screen, on a line to some node. */
export class Seat {
  readonly place: Place;
  readonly member: string;
  /** Commands that were given here and have no outcome yet. */
  outstanding = 0;
  /** Whether the page was closed. */
  hasLeft = false;
  readonly #options: SeatOptions;
  readonly #connection: DeskConnection;
  #line: Line | null = null;
  #events: WireEvents | null = null;
  /** Up to where this console was sent everything on its line; null while it does not follow. */
  #cursor: number | null = null;
  #isClosed = false;
  #tries = 0;

  constructor(options: SeatOptions) {
    this.#options = options;
    this.member = options.member;
    this.place = new Place(options.name, options.seed);
    this.#connection = where.run(
      this.place,
      () =>
        new DeskConnection(options.desk, {
          wire: (events) => {
            this.#events = events;
            this.#connectSoon(0);
            return this.#wire();
          },
          snapshot: (_desk, signal, progress) => this.#snapshot(signal, progress),
          wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
          reload: (unknown) => {
            options.ledger.alarm(`${options.name} does not know ${unknown}`);
            return false;
          },
        }),
    );
  }

  /** What stands on its screen. */
  get shown(): ReplicaView {
    return this.#options.replicas.viewOf(this.place);
  }

  get line(): Line | null {
    return this.#line;
  }

  /** Whether nobody works here any more: the desk let them go, or the page was closed. */
  get isOver(): boolean {
    const { kind } = this.shown.connection;
    return this.hasLeft || kind === "removed" || kind === "signed-out";
  }

  /** The person does something. */
  act(type: string, data: object): void {
    if (this.hasLeft) return;
    this.outstanding++;
    const done = () => this.outstanding--;
    where.run(this.place, () => this.#connection.command(type, data)).then(done, done);
  }

  /** The page is closed: what was not answered will never be asked for again. */
  leave(): void {
    this.#line?.break();
    this.hasLeft = true;
    this.place.isGone = true;
  }

  #connectSoon(ms: number): void {
    const { time, name, seed, anyNode } = this.#options;
    const place = this.place;
    time.after(
      ms,
      () => {
        if (this.#isClosed || this.#line !== null) return;
        const node = anyNode();
        if (node === null) return this.#connectSoon(300);
        this.#tries++;
        const end = {
          place,
          heard: (event: string, payload: unknown) => this.#heard(event, payload),
          broken: () => this.#broken(),
        };
        const identity = { ...asPerson(`user-${this.member}`), session: name };
        const line = new Line(time, new Place(`${name}~${this.#tries}`, seed).random, node, end, identity);
        this.#line = line;
        this.#cursor = null;
        this.#events?.connected();
      },
      place,
    );
  }

  #broken(): void {
    this.#line = null;
    this.#cursor = null;
    this.#events?.disconnected();
    this.#connectSoon(this.place.random.between(200, 3_000));
  }

  #heard(event: string, payload: unknown): void {
    if (event === "changes") this.#heardChanges(payload as Changes);
    else if (event === "desk.closed") {
      this.#cursor = null;
      this.#events?.deskClosed(payload as DeskClosed);
    } else if (event === "presence") this.#events?.presence(payload as never);
  }

  #heardChanges(frame: Changes): void {
    const { ledger, name } = this.#options;
    const { from, to, changes } = frame;
    if (this.#cursor === null) ledger.alarm(`F1: ${name} was sent ${from}…${to} and does not follow`);
    else if (from !== this.#cursor + 1)
      ledger.alarm(`F1: ${name} stands at ${this.#cursor} and was sent ${from}…${to}`);
    this.#cursor = to;
    ledger.frames.push({ member: this.member, console: name, from, to, changes });
    this.#events?.changes(frame);
  }

  /** Asks up the line; rejects when it breaks or no answer comes in time. */
  #ask(event: string, data: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error("No answer came in time")), answerTime);
      this.#line?.send(event, data, (answer) => {
        clearTimeout(late);
        resolve(answer);
      });
    });
  }

  #wire(): Wire {
    const { ledger } = this.#options;
    return {
      join: async (join: DeskJoin) => {
        const line = this.#line;
        return await new Promise<DeskJoined>((resolve, reject) => {
          const late = setTimeout(() => reject(new Error("No answer came in time")), answerTime);
          line?.send("desk.join", join, (answer) => {
            clearTimeout(late);
            const joined = answer as DeskJoined;
            if (line === this.#line) this.#cursor = joined.ok && !joined.reset ? (join.since ?? joined.head) : null;
            resolve(joined);
          });
        });
      },
      command: async (envelope) => {
        const { id, desk: _desk, type, ...data } = envelope;
        const command = ledger.sent(this.member, id, type, data);
        const answer = (await this.#ask("command", envelope)) as CommandAnswer;
        command.answers.push(answer);
        return answer;
      },
      presence: (presence) => this.#line?.send("presence", presence),
      leave: (desk) => this.#line?.send("desk.leave", { desk }),
      reconnect: () => this.#connectSoon(0),
      close: () => {
        this.#isClosed = true;
        this.#line?.break();
      },
    };
  }

  async #snapshot(signal: AbortSignal, progress: (loaded: number, of: number) => void) {
    const { anyNode, time, replicas } = this.#options;
    const node = anyNode();
    const nothing = () => new Refusal("network", "The server does not answer.", 0);
    const bytes = await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      if (node === null) return reject(nothing());
      setTimeout(() => reject(nothing()), answerTime);
      const back = (settle: () => void) => time.after(this.place.random.between(2, 60), settle, this.place);
      const ask = () => {
        node.snapshot(this.member).then(
          (body) => back(() => resolve(body)),
          (error: unknown) =>
            back(() => {
              if (!(error instanceof HttpRefusal)) return reject(new Refusal("internal", String(error), 500));
              const patience = error.retryAfter === null ? null : error.retryAfter * 1_000;
              reject(new Refusal(error.code, error.message, error.status, patience));
            }),
        );
      };
      time.after(this.place.random.between(2, 60), ask, node.place);
    });
    signal.throwIfAborted();
    const body = new Response(bytes).body;
    if (body === null) throw nothing();
    const read = await readSnapshot(body, progress);
    replicas.loaded(this.place, read.loaded);
    return read;
  }
}
