import { isDeepStrictEqual } from "node:util";
import { clearReplica, type ReplicaView, replicaStore } from "@flowdesk/client/store/replica-store.ts";
import type { Changes } from "@flowdesk/shared/protocol/changes.ts";
import { type Loaded, Replica } from "@flowdesk/shared/replica/replica.ts";
import type { Instant } from "@flowdesk/shared/time/instant.ts";
import { plain } from "../fixtures/console.ts";
import { type Place, where } from "./virtual-time.ts";

interface Watched {
  view: ReplicaView;
  /** What came from the server last as a whole. */
  loaded: Loaded | null;
  replica: Replica | null;
  /** Whether nothing has been done since with what was loaded last. */
  isFresh: boolean;
  /** A copy that nothing is proposed to: what the desk has confirmed. */
  confirmed: Replica | null;
  readonly proposals: Map<string, { command: { id: string; type: string; data: unknown }; now: Instant }>;
}

/** Commands that name one item and hang on nothing else of the desk than that. */
const ofOneItem = new Set(["item.claim", "item.release", "item.tag", "item.untag", "item.note", "item.need"]);

/**
 * Gives each console of this process a store and a copy of its own to be looked at, and holds every copy against what it
 * should show: what is confirmed, with what is pending decided anew on top of it.
 */
export class ReplicaWatch {
  readonly #watched = new Map<Place, Watched>();
  readonly #alarm: (what: string) => void;
  #first: ReplicaView;

  constructor(alarm: (what: string) => void) {
    this.#alarm = alarm;
    clearReplica();
    this.#first = replicaStore.getState();
  }

  viewOf(place: Place): ReplicaView {
    return this.#of(place).view;
  }

  /** The number up to which a console has taken everything in. */
  seqOf(place: Place): number {
    const { isFresh, loaded, replica } = this.#of(place);
    return (isFresh ? loaded?.seq : replica?.seq) ?? -1;
  }

  /** A console was given the desk as a whole. */
  loaded(place: Place, loaded: Loaded): void {
    const watched = this.#of(place);
    watched.loaded = loaded;
    watched.isFresh = true;
  }

  /** Begins to watch. Gives what ends it. */
  install(): () => void {
    const { getState, setState } = replicaStore;
    replicaStore.getState = () => {
      const place = where.getStore();
      return place === undefined ? getState() : this.#of(place).view;
    };
    replicaStore.setState = ((part: Partial<ReplicaView> | ((view: ReplicaView) => Partial<ReplicaView>)) => {
      const place = where.getStore();
      if (place === undefined) return;
      const watched = this.#of(place);
      watched.view = { ...watched.view, ...(typeof part === "function" ? part(watched.view) : part) };
    }) as typeof setState;
    const { load, receive, propose } = Replica.prototype;
    const watch = this;
    Replica.prototype.load = function (loaded: Loaded) {
      const watched = watch.#here(this);
      const altered = load.call(this, loaded);
      if (watched !== null) watched.confirmed = new Replica(loaded);
      return altered;
    };
    Replica.prototype.receive = function (frame: Pick<Changes, "from" | "to" | "changes">) {
      const watched = watch.#here(this);
      const received = receive.call(this, frame);
      if (watched?.confirmed != null) {
        receive.call(watched.confirmed, frame);
        where.run(undefined, () => watch.#compare(watched, propose));
      }
      return received;
    };
    Replica.prototype.propose = function (command, now, current) {
      watch.#here(this)?.proposals.set(command.id, { command, now });
      return propose.call(this, command, now, current);
    };
    return () => {
      Object.assign(replicaStore, { getState, setState });
      Object.assign(Replica.prototype, { load, receive, propose });
    };
  }

  /** What is kept of the console whose copy this is; null for copies that are no console's. */
  #here(replica: Replica): Watched | null {
    const place = where.getStore();
    if (place === undefined) return null;
    const watched = this.#of(place);
    watched.isFresh = false;
    if (watched.replica !== replica) {
      watched.replica = replica;
      watched.proposals.clear();
      const { loaded } = watched;
      watched.confirmed = loaded === null || loaded.seq !== replica.seq ? null : new Replica(loaded);
    }
    return watched;
  }

  #compare(watched: Watched, propose: Replica["propose"]): void {
    const { replica, confirmed, proposals } = watched;
    if (replica === null || confirmed === null || replica.pending.length === 0) return;
    const pending = replica.pending.map((id) => proposals.get(id));
    if (!pending.every((one) => one !== undefined && ofOneItem.has(one.command.type))) return;
    const { log, seq, me, shown: state } = confirmed;
    const anew = new Replica({ log, seq, me, state });
    for (const one of pending) if (one !== undefined) propose.call(anew, one.command, one.now, false);
    if (!isDeepStrictEqual(plain(anew.shown), plain(replica.shown)))
      this.#alarm(`D2: the copy of ${me} at ${seq} does not show what is pending as it would be decided now`);
  }

  #of(place: Place): Watched {
    let watched = this.#watched.get(place);
    if (watched === undefined) {
      watched = {
        view: this.#first,
        loaded: null,
        isFresh: false,
        replica: null,
        confirmed: null,
        proposals: new Map(),
      };
      this.#watched.set(place, watched);
    }
    return watched;
  }
}
