import type { Change } from "@flowdesk/shared/desk/change.ts";
import { isBriefingChange, isItemChange, isMemberChange, isPostChange } from "@flowdesk/shared/desk/change.ts";
import type { Desk } from "@flowdesk/shared/desk/desk.ts";
import { evolve } from "@flowdesk/shared/desk/evolve.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { type DeskState, emptyState } from "@flowdesk/shared/desk/state.ts";
import type { Identity } from "../account/identity.ts";
import { type BatchKeys, DeskGone, type Head, type Store } from "./store.ts";

const nothing: BatchKeys = {
  items: [],
  threads: [],
  posts: [],
  briefings: [],
  arrivals: [],
  queue: 0,
  queueWithin: [],
  loads: false,
  holdings: [],
  commands: [],
};

/** Who belongs to a desk, with its channels and policy, as of a number of its log. */
export class Roster {
  #state: DeskState;
  #byUser = new Map<string, string>();

  constructor(state: DeskState) {
    this.#state = { ...emptyState(state.desk), members: state.members, channels: state.channels };
    this.#index();
  }

  get desk(): Desk {
    return this.#state.desk;
  }

  member(id: string): Member | undefined {
    return this.#state.members.get(id);
  }

  /** Everybody, those removed too. */
  members(): Iterable<Member> {
    return this.#state.members.values();
  }

  /** The ids of the channels that are in use. */
  channels(): readonly string[] {
    return [...this.#state.channels.values()].filter(({ retired }) => !retired).map(({ id }) => id);
  }

  /** The member that a session or a token is in this desk; null if it has no part in it, or no longer. */
  memberOf(identity: Identity): Member | null {
    if (identity.kind === "token" && identity.desk !== this.#state.desk.id) return null;
    const id = identity.kind === "token" ? identity.member : this.#byUser.get(identity.user);
    const member = id === undefined ? undefined : this.#state.members.get(id);
    return member === undefined || member.removedAt !== null ? null : member;
  }

  /** Follows the log. What is about items and posts alters nothing here. */
  apply(change: Change): void {
    if (isItemChange(change) || isPostChange(change) || isBriefingChange(change)) return;
    this.#state = evolve(this.#state, change);
    if (isMemberChange(change)) this.#index();
  }

  #index(): void {
    this.#byUser = new Map();
    for (const { id, user, removedAt } of this.#state.members.values()) {
      if (user !== null && removedAt === null) this.#byUser.set(user, id);
    }
  }
}

/** A desk's roster with the head that it stands at; null if there is no such desk. */
export async function loadRoster(store: Store, desk: string): Promise<{ head: Head; roster: Roster } | null> {
  let found: { head: Head; roster: Roster } | null = null;
  try {
    // A batch that writes nothing gives members, channels and policy with the head that they stand at, and no items.
    await store.transact(desk, nothing, ({ head, state }) => {
      found = { head, roster: new Roster(state) };
      return null;
    });
  } catch (error) {
    if (error instanceof DeskGone) return null;
    throw error;
  }
  return found;
}
