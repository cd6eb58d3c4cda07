import type { Briefing } from "@flowdesk/shared/desk/briefing/briefing.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Post } from "@flowdesk/shared/desk/post/post.ts";
import type { DeskState } from "@flowdesk/shared/desk/state.ts";
import type { PresenceDown } from "@flowdesk/shared/protocol/presence.ts";
import { createStore } from "zustand/vanilla";
import type { ConnectionState } from "./connection-state.ts";
import { noCounters } from "./counters.ts";
import type { Reading } from "./desk-index.ts";

/** What this console knows of its desk, as it is to be shown: the server's truth with what is under way here in it. */
export interface ReplicaView extends Reading {
  /** Null until the first load. */
  readonly state: DeskState | null;
  /** The member who sits here; empty until the first load. */
  readonly me: string;
  /** Items that were opened and are not part of the open work. */
  readonly closed: ReadonlyMap<string, Item>;
  /** Items that commands under way are about. */
  readonly underWay: ReadonlySet<string>;
  /** How many commands wait for a connection. */
  readonly waitingCommands: number;
  /** Planned posts in order of time. */
  readonly posts: readonly Post[];
  /** Texts for the team, the newest first. */
  readonly briefings: readonly Briefing[];
  readonly presence: PresenceDown["members"];
  readonly connection: ConnectionState;
  /** Raised with every load, so that what was fetched beside the feed is fetched anew. */
  readonly generation: number;
}

const empty: ReplicaView = {
  state: null,
  me: "",
  closed: new Map(),
  underWay: new Set(),
  waitingCommands: 0,
  posts: [],
  briefings: [],
  presence: [],
  connection: { kind: "opening", loaded: 0, of: null },
  generation: 0,
  queue: [],
  mine: [],
  mineLater: [],
  everything: [],
  counters: noCounters,
  lines: [],
  loads: new Map(),
};

/** The one desk that this console has open. Only the connection writes it. */
export const replicaStore = createStore<ReplicaView>()(() => empty);

/** Empties the store when a desk is left. */
export function clearReplica(): void {
  replicaStore.setState(empty, true);
}
