import { Writable } from "node:stream";
import { gunzipSync } from "node:zlib";
import { Authority } from "@flowdesk/server/desk/authority.ts";
import type { Answer, Submission } from "@flowdesk/server/desk/desk-service.ts";
import { Feeds } from "@flowdesk/server/desk/feed.ts";
import { Presence } from "@flowdesk/server/desk/presence.ts";
import type { LoggedChange, Store } from "@flowdesk/server/desk/store.ts";
import { Clockwork } from "@flowdesk/server/jobs/clockwork.ts";
import { CoverQueue } from "@flowdesk/server/jobs/cover-queue.ts";
import { Rounds } from "@flowdesk/server/jobs/rounds.ts";
import { Watch } from "@flowdesk/server/storage/postgres/watch.ts";
import type { HttpDeps } from "@flowdesk/server/transport/http/http-deps.ts";
import { Snapshots } from "@flowdesk/server/transport/http/snapshot.ts";
import type { SocketDeps } from "@flowdesk/server/transport/socket/socket-deps.ts";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import type { Request, Response } from "express";
import { asPerson } from "../fixtures/recording-subscriber.ts";
import type { Line } from "./line.ts";
import { NodeStore, type WorldStorage } from "./storage.ts";
import { Place, where } from "./virtual-time.ts";

/** Who a cookie stands for: in a world it is the member's own id. */
const identities: HttpDeps["identities"] = {
  ofRequest: async ({ cookie }) => (cookie === undefined ? null : asPerson(`user-${cookie}`)),
  ofToken: async () => null,
  isExpired: async () => false,
};

export interface NodeOptions {
  readonly name: string;
  readonly seed: number;
  readonly engine: Store;
  readonly storage: WorldStorage;
  /** Puts something between the node and its database, where a fault is to be found. */
  readonly sabotage: ((store: Store, node: SimulatedNode) => Store) | undefined;
  /** Told of what must never happen. */
  readonly alarm: (what: string) => void;
}

/** A server of the world: everything that `serve` wires together, but sockets and HTTP, for which the world stands in. */
export class SimulatedNode {
  readonly place: Place;
  readonly lines = new Set<Line>();
  readonly deps: SocketDeps;
  readonly feeds: Feeds;
  readonly #authority: Authority;
  readonly #desk: string;
  readonly #snapshots: Snapshots;
  readonly #stop: () => Promise<void>;
  #isStopping = false;

  constructor({ name, seed, engine, storage, sabotage, alarm }: NodeOptions) {
    this.place = new Place(name, seed);
    this.#desk = storage.desk;
    const { place } = this;
    const own = new NodeStore(engine, storage, place);
    const store = Object.assign(sabotage?.(own, this) ?? own, { read: own.read });
    const now = storage.hasClock ? storage.clock : Date.now;
    const newId = () => `${name}x${++place.ids}`;
    const nothing = () => {};
    const wired = where.run(place, () => {
      const authority = new Authority({
        store,
        now,
        newId,
        committed: (desk, changes) => committed(desk, changes),
        keep: (_desk, { type, actor }, error) => alarm(`${type} of ${actor} failed: ${String(error)}`),
      });
      const feeds = new Feeds({
        store,
        now,
        warn: (about, message) => {
          if (message.startsWith("the feed has failed")) alarm(`${message}: ${JSON.stringify(about, errors)}`);
        },
      });
      const presence = new Presence(store, feeds, { tell: (topic, said) => storage.tell(place, topic, said) });
      const clockwork = new Clockwork({
        store,
        service: authority,
        policyOf: async (desk) => (await feeds.open(desk))?.roster.desk.policy ?? null,
        now,
        failed: nothing,
      });
      const coverQueue = new CoverQueue({
        service: authority,
        membersOf: async (desk) => (await feeds.open(desk))?.roster.members() ?? null,
        newId,
        failed: nothing,
      });
      const rounds = new Rounds({
        service: authority,
        desks: () => store.desks(),
        rosterOf: async (desk) => {
          const roster = (await feeds.open(desk))?.roster;
          return roster === undefined ? null : { desk: roster.desk, members: roster.members() };
        },
        present: (desk) => presence.membersOf(desk),
        now,
        monotonic: () => performance.now(),
        failed: nothing,
      });
      const wind = (desk: string) => {
        clockwork.nudge(desk);
        coverQueue.nudge(desk);
      };
      const committed = (desk: string, changes: readonly LoggedChange[]) => {
        feeds.published(desk, changes);
        wind(desk);
      };
      const watch = new Watch({
        heads: () => store.heads(),
        bell: { listen: (bell) => storage.watch(place, { ...bell, all: nothing, heads: nothing }) },
        watcher: {
          all: () => {
            feeds.ringAll();
            wind(this.#desk);
          },
          heads: (changed) => {
            feeds.compare(changed);
            for (const desk of changed.keys()) wind(desk);
          },
          reached: (desk, seq) => {
            feeds.reached(desk, seq);
            wind(desk);
          },
          told: (node, topic, said) => presence.hear(node, topic, said),
        },
      });
      rounds.start();
      wind(this.#desk);
      const stop = async () => {
        watch.stop();
        await Promise.all([clockwork.stop(), coverQueue.stop(), rounds.stop()]);
        await authority.drain();
        for (const feed of feeds.all()) feed.flush();
        for (const line of [...this.lines]) line.break();
        presence.stop();
        feeds.stop();
      };
      return { authority, feeds, presence, stop };
    });
    this.#authority = wired.authority;
    this.feeds = wired.feeds;
    this.#stop = wired.stop;
    const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
    const common = { desks: wired.authority, feeds: wired.feeds, identities, trustedOrigins: [], log };
    this.deps = { ...common, presence: wired.presence };
    this.#snapshots = new Snapshots({ ...common, store, now } as unknown as HttpDeps);
  }

  /** Whether it takes connections and requests. */
  get isUp(): boolean {
    return !this.#isStopping && !this.place.isGone;
  }

  /** Ends it at once: nothing that it had begun goes on. */
  kill(): void {
    this.place.isGone = true;
  }

  /** Ends it as an administrator does. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await where.run(this.place, this.#stop);
    this.place.isGone = true;
  }

  /** A program's command, or a message that it brings, as its token's member. Null: it has no part in the desk. */
  async submit(program: string, command: Pick<Submission, "id" | "type" | "data" | "lane">): Promise<Answer> {
    const feed = await this.feeds.open(this.#desk);
    const member = feed?.roster.memberOf({ kind: "token", desk: this.#desk, member: program, token: program }) ?? null;
    if (member === null) throw new Error(`${program} has no part in the desk`);
    return this.#authority.submit(this.#desk, { ...command, actor: { kind: "member", member } });
  }

  /** Messages as a source posts them; those of one post are decided together. */
  receive(program: string, messages: readonly IncomingMessage[]): Promise<readonly Answer[]> {
    return Promise.all(
      messages.map((data) =>
        this.submit(program, { id: `message:${JSON.stringify(data)}`, type: "message.receive", data, lane: "sources" }),
      ),
    );
  }

  /** What `GET …/snapshot` answers a member. Rejects with the refusal. */
  async snapshot(member: string): Promise<Uint8Array<ArrayBuffer>> {
    const parts: Buffer[] = [];
    const response = Object.assign(
      new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          parts.push(chunk);
          done();
        },
      }),
      { set: () => undefined },
    );
    const request = {
      headers: { cookie: member },
      params: { desk: this.#desk },
      method: "GET",
      acceptsEncodings: () => "gzip",
    };
    await this.#snapshots.handle(request as unknown as Request, response as unknown as Response, () => {});
    return new Uint8Array(gunzipSync(Buffer.concat(parts)));
  }
}

function errors(_key: string, value: unknown): unknown {
  return value instanceof Error ? (value.stack ?? value.message) : value;
}
