import { readSnapshot } from "@flowdesk/client/connection/snapshot.ts";
import type { Random } from "@flowdesk/server/intake/sources/simulator/random.ts";
import { evolve } from "@flowdesk/shared/desk/evolve.ts";
import { isOpen } from "@flowdesk/shared/desk/item/item.ts";
import type { DeskState } from "@flowdesk/shared/desk/state.ts";
import { Table } from "@flowdesk/shared/desk/table.ts";
import type { Changes } from "@flowdesk/shared/protocol/changes.ts";
import type { CommandAnswer } from "@flowdesk/shared/protocol/command.ts";
import type { DeskJoined } from "@flowdesk/shared/protocol/desk-join.ts";
import type { ChangesAnswer } from "@flowdesk/shared/protocol/http.ts";
import { protocolVersion } from "@flowdesk/shared/protocol/version.ts";
import { io, type Socket } from "socket.io-client";
import { pause } from "../../bench/clock.ts";
import { plain } from "../../fixtures/console.ts";
import type { Ledger } from "./ledger.ts";
import type { Service } from "./service.ts";

/** A server that has not answered for so long is given up for another, in ms. */
const patience = { connect: 2_500, join: 4_000, command: 8_000, snapshot: 15_000 };
/** So many commands of a console are under way at once. */
const atOnce = 3;
/** Answers that are no judgement: the command is sent again with the same id. */
const again: ReadonlySet<string> = new Set(["desk.unavailable", "storage.full", "too.many", "desk.unknown"]);

interface Loaded {
  readonly log: string;
  seq: number;
  readonly me: string;
  state: DeskState;
}

/** A fresh load of the desk, which goes on as far as one wants by what the log says. */
export class Fresh {
  readonly #loaded: Loaded;
  readonly #changes: (since: number, limit: number) => Promise<ChangesAnswer>;

  constructor(loaded: Loaded, changes: (since: number, limit: number) => Promise<ChangesAnswer>) {
    this.#loaded = loaded;
    this.#changes = changes;
  }

  get seq(): number {
    return this.#loaded.seq;
  }

  /** What it shows at a number that is not before its own. */
  async shownAt(seq: number): Promise<string> {
    const loaded = this.#loaded;
    while (loaded.seq < seq) {
      const { to, changes } = await this.#changes(loaded.seq, Math.min(1_000, seq - loaded.seq));
      for (const change of changes) loaded.state = evolve(loaded.state, change);
      loaded.seq = to;
    }
    return shownOf(loaded.state);
  }
}

export interface ConsoleDeps {
  readonly name: string;
  readonly desk: string;
  readonly token: string;
  readonly origins: readonly string[];
  readonly ledger: Ledger;
  readonly service: Service;
  readonly random: Random;
}

/**
 * A console that follows the desk from server to server, keeps a replica, and has people at it who claim, answer and
 * dismiss; what was not answered is sent again with the same id. It sees everything, so that each number has to come.
 */
export class FaultConsole {
  readonly #deps: ConsoleDeps;
  #loaded: Loaded | null = null;
  #socket: Socket | null = null;
  #number = 0;
  #underWay = 0;

  constructor(deps: ConsoleDeps) {
    this.#deps = deps;
  }

  /** Whether a command waits for its answer. */
  get isSending(): boolean {
    return this.#underWay > 0;
  }

  get isLive(): boolean {
    return this.#socket !== null;
  }

  get seq(): number {
    return this.#loaded?.seq ?? 0;
  }

  run(): void {
    void this.#stayConnected();
    for (let worker = 0; worker < atOnce; worker++) void this.#work();
  }

  /** The replica as plain data, in an order of its own: the open work. */
  get shown(): string {
    return this.#loaded === null ? "" : shownOf(this.#loaded.state);
  }

  /** A fresh load, as a console that opens now would have it. */
  async fresh(): Promise<Fresh> {
    const { desk, token, origins, random } = this.#deps;
    const loaded = await this.#load();
    return new Fresh(loaded, async (since, limit) => {
      const response = await fetch(
        `${random.pick(origins)}/api/desks/${desk}/changes?since=${since}&limit=${limit}&log=${loaded.log}`,
        { headers: { authorization: `Bearer ${token}` } },
      );
      if (!response.ok) throw new Error(`The log was answered ${response.status}: ${await response.text()}`);
      return (await response.json()) as ChangesAnswer;
    });
  }

  async #stayConnected(): Promise<never> {
    const { random, service } = this.#deps;
    /** Since when it has been without its desk; null until it has had it. */
    let away: number | null = null;
    for (;;) {
      const socket = io(random.pick(this.#deps.origins), {
        transports: ["websocket"],
        auth: { token: this.#deps.token, protocol: protocolVersion },
        reconnection: false,
        forceNew: true,
        timeout: patience.connect,
      });
      try {
        const { promise: ended, resolve } = Promise.withResolvers<void>();
        socket.on("disconnect", () => resolve());
        socket.on("desk.closed", () => resolve());
        socket.on("changes", (changes: Changes) => this.#take(changes));
        await new Promise<void>((connected, refused) => {
          socket.once("connect", connected);
          socket.once("connect_error", refused);
          // Who goes between opening and letting in says neither.
          setTimeout(() => refused(new Error("It did not let one in")), patience.connect);
        });
        await this.#join(socket);
        if (away !== null) service.away(performance.now() - away);
        this.#socket = socket;
        await ended;
      } catch {
        // It is tried again, elsewhere.
      }
      if (this.#socket === socket) away = performance.now();
      this.#socket = null;
      socket.disconnect();
      socket.removeAllListeners();
      await pause(random.between(100, 400));
    }
  }

  async #join(socket: Socket): Promise<void> {
    const { desk } = this.#deps;
    for (;;) {
      this.#loaded ??= await this.#load();
      const { seq: since, log } = this.#loaded;
      const joined = (await socket.timeout(patience.join).emitWithAck("desk.join", { desk, since, log })) as DeskJoined;
      if (!joined.ok) throw new Error(joined.error.code);
      if (!joined.reset) return;
      this.#loaded = null;
    }
  }

  async #load(): Promise<Loaded> {
    const { desk, token, origins, random } = this.#deps;
    const response = await fetch(`${random.pick(origins)}/api/desks/${desk}/snapshot`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(patience.snapshot),
    });
    if (!response.ok || response.body === null) throw new Error(`The snapshot was answered ${response.status}`);
    const { loaded } = await readSnapshot(response.body, () => {});
    return { ...loaded };
  }

  #take({ from, to, changes }: Changes): void {
    const { ledger, name } = this.#deps;
    const loaded = this.#loaded;
    if (loaded === null) return;
    if (from !== loaded.seq + 1) ledger.note("outOfOrder", `${name} had ${loaded.seq} and was sent ${from} to ${to}`);
    let seq = from - 1;
    for (const change of changes) {
      if (change.seq <= loaded.seq) ledger.note("doubled", `${name} had ${loaded.seq} and was sent ${change.seq}`);
      if (change.seq !== ++seq) ledger.note("outOfOrder", `${name} was sent ${change.seq} in place of ${seq}`);
      loaded.state = evolve(loaded.state, change);
    }
    if (seq !== to) ledger.note("lost", `${name} was sent ${from} to ${to} without ${seq + 1}`);
    loaded.seq = to;
  }

  async #work(): Promise<never> {
    const { service, random } = this.#deps;
    for (;;) {
      const command = service.isOn ? this.#next() : null;
      if (command !== null) {
        this.#underWay++;
        await this.#send(command);
        this.#underWay--;
      }
      await pause(random.between(5, 60));
    }
  }

  async #send(command: object): Promise<void> {
    const { name, desk, ledger, service, random } = this.#deps;
    const id = `${name}-${++this.#number}`;
    for (;;) {
      const socket = this.#socket;
      if (socket === null) {
        await pause(20);
        continue;
      }
      let answer: CommandAnswer;
      try {
        answer = await socket.timeout(patience.command).emitWithAck("command", { id, desk, ...command });
      } catch {
        service.askedAgain("no answer");
        socket.disconnect();
        continue;
      }
      if (answer.ok) {
        service.acknowledged();
        ledger.accepted(id, answer.seq);
        return;
      }
      const { code } = answer.error;
      if (!again.has(code)) {
        service.refused(code);
        if (code === "internal") ledger.note("lost", `${id} was answered internal`);
        ledger.refused(id);
        return;
      }
      service.askedAgain(code);
      await pause(random.between(50, 250));
    }
  }

  /** What somebody at this console would do next. All look at the same few items, so that they are in each other's way. */
  #next(): object | null {
    const { random } = this.#deps;
    if (this.#loaded === null) return null;
    const { state, me } = this.#loaded;
    const items = [...state.items.values()].filter(isOpen);
    const mine = items.filter(({ assignee }) => assignee === me);
    const free = items.filter(({ assignee, status }) => assignee === null && status === "waiting").slice(0, 12);
    if (mine.length > 0 && (free.length === 0 || mine.length > 30 || random.chance(0.5))) {
      const { id: item } = random.pick(mine);
      return random.pick([
        { type: "item.reply", item, text: `Svar ${this.#number}` },
        { type: "item.dismiss", item, reason: "no-reply-needed" },
        { type: "item.dismiss", item, reason: "spam" },
        { type: "item.tag", item, tag: `t${this.#number % 7}` },
        { type: "item.release", item },
      ]);
    }
    return free.length === 0 ? null : { type: "item.claim", item: random.pick(free).id };
  }
}

function shownOf(state: DeskState): string {
  const items = Table.of([...state.items].filter(([, item]) => isOpen(item)));
  return JSON.stringify(plain({ ...state, items, threads: Table.empty() }));
}
