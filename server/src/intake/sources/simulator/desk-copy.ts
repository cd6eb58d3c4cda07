import { isItemChange, isPolicyChange } from "@flowdesk/shared/desk/change.ts";
import { coverOf, hasCover } from "@flowdesk/shared/desk/cover/cover-of.ts";
import { evolve } from "@flowdesk/shared/desk/evolve.ts";
import { loadsOf } from "@flowdesk/shared/desk/item/deal.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { type DeskState, emptyState } from "@flowdesk/shared/desk/state.ts";
import { DeskGone, type Store } from "../../../desk/store.ts";
import { refOf } from "./incoming.ts";

/** So many changes are read from the log at once. */
const page = 500;

/** What the simulated colleagues see of a desk: its open work, followed along the log as a console does. */
export class DeskCopy {
  readonly #store: Pick<Store, "changes">;
  readonly #run: string;
  #state: DeskState;
  #seq: number;
  /** The number in the script of the newest message of each open item that this run has brought. */
  readonly #refs = new Map<string, number>();

  private constructor(store: Pick<Store, "changes">, run: string, state: DeskState, seq: number) {
    this.#store = store;
    this.#run = run;
    this.#state = { ...emptyState(state.desk), members: state.members, channels: state.channels, items: state.items };
    this.#seq = seq;
    for (const { id, newest } of state.items.values()) this.#note(id, newest.externalId);
  }

  /** @throws DeskGone */
  static async open(store: Pick<Store, "changes" | "copy">, desk: string, run: string): Promise<DeskCopy> {
    const copy = await store.copy(desk);
    if (copy === null) throw new DeskGone(`There is no desk ${desk}`);
    return new DeskCopy(store, run, copy.state, copy.head.seq);
  }

  /** Catches up with the log. */
  async follow(): Promise<void> {
    for (;;) {
      const changes = await this.#store.changes(this.#state.desk.id, this.#seq, page);
      for (const { change } of changes) {
        this.#seq = change.seq;
        // Posts and what is for reading are nothing that a colleague here looks at.
        if ("post" in change || "briefing" in change) continue;
        this.#state = evolve(this.#state, change);
        if (isPolicyChange(change) || !isItemChange(change)) continue;
        const id = typeof change.item === "string" ? change.item : change.item.id;
        if (!this.#state.items.has(id)) this.#refs.delete(id);
        else if (change.message?.direction === "in") this.#note(id, change.message.externalId);
      }
      if (changes.length < page) return;
    }
  }

  #note(item: string, externalId: string): void {
    const ref = refOf(this.#run, externalId);
    if (ref !== null) this.#refs.set(item, ref);
  }

  item(id: string): Item | undefined {
    return this.#state.items.get(id);
  }

  member(id: string): Member | undefined {
    return this.#state.members.get(id);
  }

  /** Whether a member has as much as they are to have. */
  isFull(member: Member): boolean {
    return (loadsOf(this.#state).get(member.id) ?? 0) >= member.capacity;
  }

  /** Whether something of the queue is a member's by standing order, or the desk has no such orders at all. */
  covers(member: Member, item: Item): boolean {
    const members = [...this.#state.members.values()];
    if (!hasCover(members)) return true;
    const { first, standIns } = coverOf(members, item);
    return [...first, ...standIns].some(({ id }) => id === member.id);
  }

  /** What waits with a member and was brought by nothing of this run. */
  strangersWith(member: string): readonly Item[] {
    const found: Item[] = [];
    for (const item of this.#state.items.values()) {
      const { id, assignee, status, leaving } = item;
      if (assignee === member && status === "assigned" && leaving.length === 0 && !this.#refs.has(id)) found.push(item);
    }
    return found;
  }

  /** The open items that this run has brought, each with the number in the script of its newest message. */
  *items(): IterableIterator<readonly [Item, number]> {
    for (const [id, ref] of this.#refs) {
      const item = this.#state.items.get(id);
      if (item !== undefined) yield [item, ref];
    }
  }
}
