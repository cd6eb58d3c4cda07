import type { Change } from "@flowdesk/shared/desk/change.ts";
import type { Rejection } from "@flowdesk/shared/desk/rejection.ts";
import type { Changes } from "@flowdesk/shared/protocol/changes.ts";
import type { CommandAnswer } from "@flowdesk/shared/protocol/command.ts";
import type { DeskClosed } from "@flowdesk/shared/protocol/desk-join.ts";
import type { HandshakeRefusal } from "@flowdesk/shared/protocol/handshake.ts";
import type { ItemAnswer } from "@flowdesk/shared/protocol/http.ts";
import type { PresenceDown } from "@flowdesk/shared/protocol/presence.ts";
import { Altered } from "@flowdesk/shared/replica/altered.ts";
import { type Loaded, Replica } from "@flowdesk/shared/replica/replica.ts";
import { instant, millis } from "@flowdesk/shared/time/instant.ts";
import { hearChanges } from "../store/alarm-store.ts";
import type { ConnectionState } from "../store/connection-state.ts";
import { beginDeeds, clearDeeds, hearDeeds } from "../store/deed-store.ts";
import type { DeskIndex } from "../store/desk-index.ts";
import { Publisher } from "../store/publisher.ts";
import { replicaStore } from "../store/replica-store.ts";
import { noteServerTime, serverNow } from "../store/server-clock.ts";
import { Gatherer } from "./gatherer.ts";
import { newId } from "./new-id.ts";
import { Outbox } from "./outbox.ts";
import { Refusal } from "./refusal.ts";
import { reloadOnce } from "./reload-once.ts";
import { loadSnapshot } from "./snapshot.ts";
import { openWire, type Wire, type WireEvents } from "./wire.ts";
import { Breather } from "./yield-to-browser.ts";

/** What a command came to: its number, with what a bulk left undone; or why it was refused. */
export type Outcome = CommandAnswer;

/** What a connection needs of the world, so that a test can stand in for it. */
export interface Surroundings {
  readonly wire: (events: WireEvents) => Wire;
  readonly snapshot: typeof loadSnapshot;
  /** Resolves after so many ms. */
  readonly wait: (ms: number) => Promise<void>;
  readonly reload: (unknown: string) => boolean;
}

const world: Surroundings = {
  wire: openWire,
  snapshot: loadSnapshot,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  reload: reloadOnce,
};

/** How often what alters by time alone is renewed, in ms. */
const renewal = 5_000;

/** A console's connection to one desk: it loads, follows, resumes by cursor, and brings commands to their answers. */
export class DeskConnection {
  readonly desk: string;
  readonly #world: Surroundings;
  readonly #wire: Wire;
  readonly #outbox: Outbox;
  readonly #publisher = new Publisher();
  readonly #frames = new Gatherer<Changes>((frames) => this.#take(frames));
  readonly #abort = new AbortController();
  readonly #renewal: ReturnType<typeof setInterval>;
  #replica: Replica | null = null;
  #connected = false;
  /** The attempt to join that counts; what earlier ones bring is passed over. */
  #attempt = 0;
  #joined = false;
  #loading: Promise<void> | null = null;
  /** Raised when what one may see alters, so that a load of what one saw before is dropped. */
  #era = 0;
  /** The head that there was when the desk was joined: from there on it is live. */
  #head = 0;
  #over = false;
  /** What is open here; a new connection is told of it. */
  #presence: { readonly item: string | null; readonly writing: boolean } = { item: null, writing: false };

  constructor(desk: string, surroundings: Surroundings = world) {
    this.desk = desk;
    this.#world = surroundings;
    this.#outbox = new Outbox((envelope) => this.#wire.command(envelope), surroundings.wait);
    this.#wire = surroundings.wire({
      connected: () => {
        this.#connected = true;
        void this.#follow();
      },
      disconnected: () => this.#cut(),
      refused: (refusal) => this.#refused(refusal),
      changes: (frame) => {
        if (!this.#joined || frame.desk !== this.desk) return;
        noteServerTime(millis(frame.now));
        this.#frames.add(frame);
      },
      presence: (presence) => this.#present(presence),
      deskClosed: (closed) => this.#closedByDesk(closed),
    });
    this.#renewal = setInterval(() => this.#publisher.renew(), renewal);
    // The load does not wait for the connection: whoever comes first waits for the other.
    void this.#follow();
  }

  command(type: string, data: object): Promise<Outcome> {
    const replica = this.#replica;
    if (replica === null || this.#over) return Promise.resolve({ ok: false, error: notReady });
    this.#frames.flush();
    const id = newId();
    const proposed = replica.propose({ id, type, data }, instant(serverNow()), this.#isLive);
    if (proposed.kind === "refused") return Promise.resolve({ ok: false, error: proposed.rejection });
    this.#publisher.update(proposed.altered, [], true);
    const answer = this.#outbox.add({ ...data, id, desk: this.desk, type });
    this.#showWaiting();
    return answer.then((outcome) => {
      const altered = outcome.ok ? replica.acknowledge(id, outcome.seq) : replica.refuse(id);
      if (this.#replica === replica) this.#publisher.update(altered, [], true);
      this.#showWaiting();
      return outcome;
    });
  }

  expectThread(item: string): void {
    this.#replica?.expectThread(item);
  }

  forgetThread(item: string): void {
    this.#replica?.forgetThread(item);
  }

  openThread(answer: ItemAnswer): void {
    const altered = this.#replica?.openThread(answer);
    if (altered !== undefined) this.#publisher.update(altered, [], true);
  }

  presence(item: string | null, writing: boolean): void {
    this.#presence = { item, writing };
    if (this.#joined) this.#wire.presence({ desk: this.desk, item, writing });
  }

  tryAgain(): void {
    if (this.#connected) void this.#follow();
    else this.#wire.reconnect();
  }

  close(): void {
    this.#over = true;
    this.#abort.abort();
    this.#frames.clear();
    clearInterval(this.#renewal);
    this.#publisher.stop();
    clearDeeds();
    this.#outbox.abandon({ ok: false, error: notReady });
    this.#wire.leave(this.desk);
    this.#wire.close();
  }

  get #isLive(): boolean {
    return this.#joined && (this.#replica?.seq ?? 0) >= this.#head;
  }

  /** Loads what is missing and joins the desk from there. Each step is passed over once another attempt has begun. */
  async #follow(): Promise<void> {
    this.#attempt++;
    const attempt = this.#attempt;
    this.#joined = false;
    this.#frames.clear();
    let fresh = this.#replica === null;
    for (let tries = 0; attempt === this.#attempt && !this.#over; tries++) {
      try {
        if (fresh) await this.#load();
        fresh = false;
        if (attempt !== this.#attempt || !this.#connected || this.#replica === null) return;
        const { seq, log } = this.#replica;
        const joined = await this.#wire.join({ desk: this.desk, since: seq, log });
        if (attempt !== this.#attempt) return;
        if (!joined.ok) throw new Refusal(joined.error.code, joined.error.message, 403);
        noteServerTime(millis(joined.now));
        if (!joined.reset) {
          this.#joined = true;
          this.#head = joined.head;
          this.#showProgress();
          this.#outbox.resume();
          this.#wire.presence({ desk: this.desk, ...this.#presence });
          this.#showWaiting();
          return;
        }
        fresh = true;
      } catch (error) {
        if (attempt !== this.#attempt || this.#over) return;
        if (this.#isFinal(error)) return;
        const patience = error instanceof Refusal ? error.retryAfterMs : null;
        await this.#world.wait(patience ?? Math.min(10_000, 500 * 2 ** tries) * (0.5 + Math.random()));
      }
    }
  }

  /** Loads the desk; whoever asks while it comes waits for the same. */
  #load(): Promise<void> {
    if (this.#loading === null) {
      const loading = this.#fetch(this.#era).finally(() => {
        if (this.#loading === loading) this.#loading = null;
      });
      this.#loading = loading;
    }
    return this.#loading;
  }

  async #fetch(era: number): Promise<void> {
    if (this.#replica === null) this.#show({ kind: "opening", loaded: 0, of: null });
    const { loaded, now } = await this.#world.snapshot(this.desk, this.#abort.signal, (count, of) => {
      if (this.#replica === null && era === this.#era) this.#show({ kind: "opening", loaded: count, of });
    });
    noteServerTime(millis(now));
    const breather = new Breather();
    const index = await this.#publisher.prepare(loaded.state, () => breather.pause());
    if (era !== this.#era || this.#over) return;
    this.#loaded(loaded, index);
  }

  #loaded(loaded: Loaded, index: DeskIndex): void {
    let altered = new Altered();
    if (this.#replica === null) this.#replica = new Replica(loaded);
    else altered = this.#replica.load(loaded);
    this.#publisher.load(this.#replica, index, altered);
    beginDeeds(this.#replica.seq);
    if (!this.#connected) this.#show({ kind: "offline", since: serverNow() });
  }

  /** Whether trying again is of no use; then it has been shown. */
  #isFinal(error: unknown): boolean {
    if (!(error instanceof Refusal)) return false;
    if (error.status === 401) this.#end({ kind: "signed-out" });
    else if (error.code === "desk.unknown" || error.code === "forbidden" || error.status === 404)
      this.#end({ kind: "removed", reason: "removed" });
    else {
      if (this.#replica === null && error.status !== 0)
        this.#show({ kind: "failed", code: error.code, message: error.message });
      return false;
    }
    return true;
  }

  #take(frames: readonly Changes[]): void {
    const replica = this.#replica;
    if (replica === null || !this.#joined) return;
    const altered = new Altered();
    const changes: Change[] = [];
    for (const frame of frames) {
      const received = replica.receive(frame);
      if (received.kind === "gap") {
        void this.#follow();
        break;
      }
      if (received.kind === "unknown-type") {
        if (!this.#world.reload(received.type)) this.#end({ kind: "reload-needed" });
        break;
      }
      altered.include(received.altered);
      changes.push(...(frame.changes as readonly Change[]));
    }
    const { state: before } = replicaStore.getState();
    this.#publisher.update(altered, changes, false);
    hearDeeds(changes, before, replica.shown);
    hearChanges(changes);
    this.#showProgress();
  }

  #cut(): void {
    this.#connected = false;
    this.#joined = false;
    this.#outbox.pause();
    this.#frames.flush();
    if (this.#over) return;
    const { connection } = replicaStore.getState();
    if (this.#replica !== null && connection.kind !== "offline") this.#show({ kind: "offline", since: serverNow() });
    this.#showWaiting();
  }

  #refused(refusal: HandshakeRefusal): void {
    if (refusal.code === "unauthenticated") this.#end({ kind: "signed-out" });
    else if (refusal.code === "protocol.mismatch") {
      if (!this.#world.reload(`protocol ${refusal.ours ?? ""}`)) this.#end({ kind: "reload-needed" });
    } else this.#show({ kind: "failed", code: refusal.code, message: refusal.message });
  }

  #closedByDesk({ desk, reason }: DeskClosed): void {
    if (desk !== this.desk) return;
    if (reason === "signed-out") this.#end({ kind: "signed-out" });
    else if (reason === "removed" || reason === "desk-gone") this.#end({ kind: "removed", reason });
    else if (reason === "view-changed") {
      // What may be seen has altered: nothing of the old copy stays on the screen (rule F2).
      this.#era++;
      this.#loading = null;
      this.#replica = null;
      this.#publisher.stop();
      clearDeeds();
      replicaStore.setState({
        state: null,
        closed: new Map(),
        queue: [],
        mine: [],
        mineLater: [],
        everything: [],
        presence: [],
      });
      void this.#follow();
    } else void this.#follow();
  }

  #end(state: ConnectionState): void {
    this.close();
    replicaStore.setState({
      state: null,
      connection: state,
      presence: [],
      queue: [],
      mine: [],
      mineLater: [],
      everything: [],
    });
  }

  #present(presence: PresenceDown): void {
    if (presence.desk === this.desk) replicaStore.setState({ presence: presence.members });
  }

  #showProgress(): void {
    if (!this.#joined || this.#replica === null) return;
    const behind = this.#head - this.#replica.seq;
    this.#show(behind > 0 ? { kind: "catching-up", behind } : { kind: "live" });
  }

  #showWaiting(): void {
    const waitingCommands = this.#outbox.open ? 0 : this.#outbox.size;
    if (replicaStore.getState().waitingCommands !== waitingCommands) replicaStore.setState({ waitingCommands });
  }

  #show(connection: ConnectionState): void {
    if (this.#over) return;
    const before = replicaStore.getState().connection;
    if (JSON.stringify(before) !== JSON.stringify(connection)) replicaStore.setState({ connection });
  }
}

const notReady: Rejection = { code: "desk.unavailable", message: "The desk is not open here." };

export function openConnection(desk: string): DeskConnection {
  return new DeskConnection(desk);
}
