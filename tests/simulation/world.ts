import { noteServerTime } from "@flowdesk/client/store/server-clock.ts";
import type { Store } from "@flowdesk/server/desk/store.ts";
import { stampChange } from "@flowdesk/shared/desk/change.ts";
import type { Desk } from "@flowdesk/shared/desk/desk.ts";
import { evolve } from "@flowdesk/shared/desk/evolve.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { channels, festival } from "../fixtures/desk.ts";
import { noKeys } from "../fixtures/desk-in-store.ts";
import { aisha, bridge, ida, jonas, karin, noor, sofie } from "../fixtures/people.ts";
import { deedOf, itemsAt, managedOf, messagesOf, robotDeedOf } from "./deeds.ts";
import { floodOf } from "./flood.ts";
import { Ledger } from "./ledger.ts";
import { Program } from "./program.ts";
import { Random } from "./random.ts";
import { ReplicaWatch } from "./replica-watch.ts";
import type { Sabotage } from "./sabotage.ts";
import { Seat } from "./seat.ts";
import { SimulatedNode } from "./simulated-node.ts";
import { SlowWriting } from "./slow-writing.ts";
import type { Step } from "./step.ts";
import { troubles, WorldStorage } from "./storage.ts";
import { Place, VirtualTime, where, worldBegins } from "./virtual-time.ts";

const robots = ["robot", "automat"].map(
  (id): Member => ({ ...bridge, id, name: id, roles: ["community-manager", "administrator"], capacity: 20 }),
);
/** Everybody of a world's desk. */
const everyone: readonly Member[] = [aisha, { ...jonas, capacity: 3 }, sofie, noor, ida, karin, bridge, ...robots];
/** Who sits at the consoles, in the order in which they come. */
const sitting = ["jonas", "noor", "aisha", "karin", "ida", "sofie"];
/** All is to be quiet within this time once nothing more happens, in ms. */
const patience = 60_000;
/** Waits end within a world's time. */
const policy = {
  ...festival.policy,
  targets: [{ ms: 8_000 }],
  graceMs: 1_500,
  closeAfterMs: 60_000,
  awayAfterMs: 10_000,
};

export interface WorldOptions {
  readonly desk: string;
  /** One store for each node, all over one database. */
  readonly engines: readonly Store[];
  readonly sabotage: Sabotage | null;
  /** Whether writing takes its time. */
  readonly floods: boolean;
}

/** One desk with its people, programs, servers and database, all of it in this process and from one seed. */
export class World {
  readonly seed: number;
  readonly desk: string;
  readonly time = new VirtualTime();
  readonly ledger = new Ledger();
  readonly storage: WorldStorage;
  readonly replicas: ReplicaWatch;
  readonly seats: Seat[] = [];
  /** Null where writing takes no time. */
  readonly writing: SlowWriting | null;
  readonly #engines: readonly Store[];
  readonly #sabotage: Sabotage | null;
  readonly #random: Random;
  readonly #nodes: SimulatedNode[] = [];
  readonly #programs = new Map<string, Program>();
  readonly #robotCommands: Array<{ by: string; id: string; type: string; data: object }> = [];
  readonly #wanted: number;
  #started = 0;

  constructor(seed: number, { desk, engines, sabotage, floods }: WorldOptions) {
    this.seed = seed;
    this.desk = desk;
    this.#sabotage = sabotage;
    this.#engines = engines.map((engine) => sabotage?.engine?.(engine) ?? engine);
    this.#random = Random.for(seed, "world");
    this.#wanted = this.#random.pick([1, 2, 2, 3]);
    const hasClock = this.#wanted > 1 || this.#random.chance(0.5);
    this.storage = new WorldStorage(desk, this.time, Random.for(seed, "storage"), hasClock);
    this.writing = floods ? new SlowWriting(engines, this.storage, Random.for(seed, "writing")) : null;
    this.replicas = new ReplicaWatch((what) => this.ledger.alarm(what));
  }

  /** The database, for whoever looks at how it ended. */
  get engine(): Store {
    const [first] = this.#engines;
    if (first === undefined) throw new Error("There is no database");
    return first;
  }

  /** Runs the steps, then lets everything come to rest with nothing in its way. */
  async run(steps: readonly Step[]): Promise<void> {
    const undo = [this.time.install(), this.replicas.install()];
    if (this.#sabotage?.patch !== undefined) undo.push(this.#sabotage.patch());
    try {
      // The console's clock is one for the process: it forgets the world before.
      const nobody = new Place("nobody", this.seed);
      where.run(nobody, () => {
        for (let reading = 0; reading < 40; reading++) noteServerTime(worldBegins);
      });
      await this.#found();
      if (this.writing !== null) undo.push(this.writing.install());
      for (let node = 0; node < this.#wanted; node++) this.#startNode(node);
      for (const program of ["bridge", "robot", "automat"]) this.#addProgram(program);
      const consoles = this.#random.pick([2, 3, 4, 4, 5, 6]);
      for (const member of sitting.slice(0, consoles)) this.#sit(member);
      await this.time.pass(100);
      for (let post = 0; post < 4; post++) this.#take(this.#arrival());
      for (const step of steps) {
        await this.time.pass(step.at);
        this.#take(step);
      }
      await this.#rest();
    } finally {
      for (const node of this.#nodes) node.kill();
      for (const seat of this.seats) seat.place.isGone = true;
      // What is being written is finished: the next world has the same database.
      if (this.writing !== null) await this.time.pass(this.time.now + patience, () => this.time.begun === 0);
      for (const back of undo.reverse()) back();
    }
  }

  /** Makes the desk, with everyone and its channels. */
  async #found(): Promise<void> {
    const desk: Desk = { ...festival, id: this.desk, policy };
    const at = instant(worldBegins);
    await this.engine.createDesk(desk, at);
    await this.engine.transact(this.desk, noKeys, (loaded) => {
      let { state } = loaded;
      const bodies = [
        ...everyone.map((member) => ({ type: "member.added" as const, member })),
        ...channels.map((channel) => ({ type: "channel.added" as const, channel })),
      ];
      const changes = bodies.map((body, index) => {
        const id = `found${index}`;
        const change = stampChange(body, { seq: loaded.head.seq + index + 1, at, by: "test", command: id });
        state = evolve(state, change);
        return { change, scope: null, acceptance: { actor: "test", id, hash: id } };
      });
      this.storage.head = changes.length;
      return { changes, state };
    });
  }

  /** Something is there before anything happens. */
  #arrival(): Step {
    return { at: this.time.now, kind: "arrive", who: 0x110, what: 2, detail: 0x240 + this.#random.between(0, 59) };
  }

  #startNode(place: number): void {
    const engine = this.#engines[place % this.#engines.length] ?? this.engine;
    this.#nodes[place] = new SimulatedNode({
      name: `node${++this.#started}`,
      seed: this.seed,
      engine,
      storage: this.storage,
      sabotage: this.#sabotage?.node,
      alarm: (what) => this.ledger.alarm(what),
    });
  }

  #sit(member: string): void {
    this.seats.push(
      new Seat({
        name: `${member}'s console ${this.seats.length + 1}`,
        member,
        desk: this.desk,
        seed: this.seed,
        time: this.time,
        ledger: this.ledger,
        replicas: this.replicas,
        anyNode: () => this.#anyNode(),
      }),
    );
  }

  #addProgram(member: string): void {
    const { seed, time, ledger } = this;
    this.#programs.set(member, new Program({ member, seed, time, ledger, anyNode: () => this.#anyNode() }));
  }

  #anyNode(): SimulatedNode | null {
    const up = this.#nodes.filter((node) => node.isUp);
    return up.length === 0 ? null : this.#random.pick(up);
  }

  #take(step: Step): void {
    const { time, storage } = this;
    const { kind, who, what, detail } = step;
    const here = this.seats.filter((seat) => !seat.isOver);
    const seat = here[who % Math.max(1, here.length)];
    const at = who % this.#nodes.length;
    const node = this.#nodes[at];
    const soon = time.now + 300 + (detail % 4_000);
    switch (kind) {
      case "act":
        // Several at once, each by what stands on their own screen.
        for (let more = 0; more <= detail % 3; more++) {
          const one = here[(who + more) % Math.max(1, here.length)];
          const deed = one === undefined ? null : deedOf(one, { ...step, what: what + 5 * more }, time.now);
          if (deed !== null) one?.act(...deed);
        }
        break;
      case "race": {
        const items = here.flatMap(itemsAt).filter(({ status }) => status === "waiting");
        const item = items[what % Math.max(1, items.length)]?.id;
        if (item !== undefined) for (const one of here) one.act("item.claim", { item });
        break;
      }
      case "manage":
      case "remove": {
        const [type, data] =
          kind === "manage" ? managedOf(step) : ["member.remove", { member: ["sofie", "noor", "ida"][what % 3] }];
        const { member } = data as { member: string };
        // They open a console just then, which may come to a node that has not heard of it.
        if (kind === "manage" && detail % 3 === 0 && this.seats.length < 7)
          time.after(who % 120, () => this.#sit(member));
        const karin = here.find((one) => one.member === "karin");
        if (karin !== undefined && detail % 2 === 0) karin.act(type, data);
        else this.#programs.get("robot")?.command(`m${step.at}-${detail}`, type, data);
        break;
      }
      case "arrive":
        this.#programs.get("bridge")?.post(messagesOf(step, time.now));
        break;
      case "flood":
        for (const { after, messages } of floodOf(step, time.now))
          time.after(after, () => this.#programs.get("bridge")?.post(messages));
        break;
      case "robot":
        // Another robot may come to the same id at the same time.
        this.#command(step, `r${detail % 6}`, here.flatMap(itemsAt));
        if (detail % 2 === 0)
          this.#command({ ...step, who: who + 1, what: what + 1 }, `r${detail % 6}`, here.flatMap(itemsAt));
        break;
      case "repeat": {
        const before = this.#robotCommands[what % Math.max(1, this.#robotCommands.length)];
        if (before === undefined) break;
        if (detail % 3 === 0) this.#command(step, before.id, here.flatMap(itemsAt));
        else this.#programs.get(before.by)?.command(before.id, before.type, before.data);
        break;
      }
      case "open":
        if (this.seats.length < 7) this.#sit(sitting[what % sitting.length] ?? "aisha");
        break;
      case "close":
        if (here.length > 2) seat?.leave();
        break;
      case "cut":
        seat?.line?.break();
        break;
      case "deafen":
        seat?.line?.goDeaf();
        break;
      case "slow": {
        const line = seat?.line;
        line?.slow();
        time.after(500 + (detail % 8_000), () => line?.quicken());
        break;
      }
      case "kill":
      case "stop":
        if (node === undefined || !node.isUp) break;
        if (kind === "stop") void node.stop();
        else {
          node.kill();
          for (const line of node.lines)
            if (detail % 3 === 0) line.goDeaf();
            else line.break();
        }
        time.after(soon - time.now, () => {
          if (this.#nodes[at] === node) this.#startNode(at);
        });
        break;
      case "clock":
        if (node !== undefined) node.place.ahead += [3_600_000, -3_600_000, 90_000, -20_000][detail % 4] ?? 0;
        break;
      case "databaseClock":
        storage.ahead += [60_000, -60_000, 3_600_000, -5_000][detail % 4] ?? 0;
        break;
      case "trouble":
        for (let count = 0; count <= what % 3; count++) storage.troubles.push(troubles[(detail + count) % 4] ?? "lost");
        break;
      case "away":
        storage.awayUntil = soon;
        break;
      case "full":
        storage.fullUntil = soon;
        break;
      case "silence":
        storage.silentUntil = soon + 4_000;
        break;
      case "sluggish":
        storage.slowness = 20 + (detail % 400);
        time.after(soon - time.now, () => {
          storage.slowness = 3;
        });
        break;
      case "renew":
        storage.renewLog();
        break;
    }
  }

  #command(step: Step, id: string, items: Parameters<typeof robotDeedOf>[0]): void {
    const by = step.who % 2 === 0 ? "robot" : "automat";
    const deed = robotDeedOf(items, step);
    if (deed === null) return;
    const [type, data] = deed;
    this.#robotCommands.push({ by, id, type, data });
    this.#programs.get(by)?.command(id, type, data);
  }

  /** Nothing stands in anybody's way any more: within some time everybody has everything, and every answer. */
  async #rest(): Promise<void> {
    const { time, storage } = this;
    await time.pass(time.now + 200);
    storage.heal();
    this.writing?.heal();
    for (const seat of this.seats) seat.line?.quicken();
    this.#nodes.forEach((node, at) => {
      if (!node.isUp) this.#startNode(at);
    });
    const end = time.now + patience;
    while (time.now < end) {
      await time.pass(Math.min(end, time.now + 300));
      // Between two of its timers there is a moment in which nothing is on its way.
      await time.pass(Math.min(end, time.now + 300), () => this.restless === null);
      if (this.restless === null) return;
    }
    this.ledger.alarm(`F1, D3: all is well, and after ${patience / 1_000} s ${this.restless}`);
  }

  /** Who still waits for something; null if nobody does. */
  get restless(): string | null {
    if (this.writing !== null && this.time.begun > 0) return "something is being written";
    for (const [member, { outstanding }] of this.#programs)
      if (outstanding > 0) return `${member} waits for ${outstanding} answers`;
    for (const seat of this.seats) {
      if (seat.isOver) continue;
      const { connection } = seat.shown;
      const seq = this.replicas.seqOf(seat.place);
      if (seat.outstanding > 0) return `${seat.place.name} waits for ${seat.outstanding} answers`;
      if (connection.kind !== "live" || seq !== this.storage.head)
        return `${seat.place.name} is ${connection.kind} at ${seq} of ${this.storage.head}`;
    }
    return null;
  }
}
