import { type Change, isKnownType } from "../desk/change.ts";
import { readCommand } from "../desk/decide.ts";
import type { Item } from "../desk/item/item.ts";
import type { Rejection } from "../desk/rejection.ts";
import type { DeskState } from "../desk/state.ts";
import type { Changes } from "../protocol/changes.ts";
import type { ItemAnswer } from "../protocol/http.ts";
import type { Instant } from "../time/instant.ts";
import { Altered } from "./altered.ts";
import { hangsOn, isCertain, namesOf, overlay, type Pending, predict } from "./pending.ts";
import { Threads } from "./threads.ts";

/** A desk as it was read at one number of its log. */
export interface Loaded {
  readonly log: string;
  readonly seq: number;
  /** The member whose copy it is. */
  readonly me: string;
  readonly state: DeskState;
}

/** What a batch of changes came to: taken in; `gap`: some are missing, join again; or a type that this release lacks. */
export type Received =
  | { readonly kind: "taken"; readonly altered: Altered }
  | { readonly kind: "gap" }
  | { readonly kind: "unknown-type"; readonly type: string };

/** What a proposal came to: shown at once, and to be sent; or refused here, and not to be sent. */
export type Proposed =
  | { readonly kind: "pending"; readonly altered: Altered }
  | { readonly kind: "refused"; readonly rejection: Rejection };

/**
 * A console's copy of a desk: what the desk has confirmed, and on top of it what was done here and has not come back
 * yet. Whatever the order in which acknowledgements and changes arrive, what is shown is what a fresh load would show as
 * soon as nothing is pending (rule D2).
 */
export class Replica {
  #confirmed: DeskState;
  #shown: DeskState;
  #log: string;
  #seq: number;
  #me: string;
  readonly #pending = new Map<string, Pending>();
  readonly #threads = new Threads();

  constructor(loaded: Loaded) {
    this.#confirmed = loaded.state;
    this.#shown = loaded.state;
    this.#log = loaded.log;
    this.#seq = loaded.seq;
    this.#me = loaded.me;
  }

  /** What to show: the confirmed state with what is pending in it. */
  get shown(): DeskState {
    return this.#shown;
  }
  /** The id of the log that `seq` counts in. */
  get log(): string {
    return this.#log;
  }
  /** The number of the last change that has come in. */
  get seq(): number {
    return this.#seq;
  }
  /** The member whose copy it is. */
  get me(): string {
    return this.#me;
  }
  /** Ids of the commands whose changes have not come in yet, in the order in which they were given. */
  get pending(): readonly string[] {
    return [...this.#pending.keys()];
  }
  /** The items that commands under way name. */
  get pendingItems(): ReadonlySet<string> {
    return new Set([...this.#pending.values()].flatMap(({ names }) => names));
  }

  /** Items that were opened and are not part of the open work. */
  get closedItems(): ReadonlyMap<string, Item> {
    return this.#threads.closedItems;
  }

  /** Takes a fresh load in the place of the copy; what is pending stays on top of it. Threads are to be fetched anew. */
  load(loaded: Loaded): Altered {
    this.#confirmed = loaded.state;
    this.#log = loaded.log;
    this.#seq = loaded.seq;
    this.#me = loaded.me;
    this.#threads.clear();
    for (const pending of this.#pending.values())
      if (pending.seq !== null && pending.seq <= loaded.seq) this.#pending.delete(pending.id);
    const altered = new Altered();
    altered.all = true;
    this.#replay(altered);
    return altered;
  }

  /** Takes in what happened. What it has already is passed over. */
  receive(frame: Pick<Changes, "from" | "to" | "changes">): Received {
    const altered = new Altered();
    if (frame.to <= this.#seq) return { kind: "taken", altered };
    if (frame.from > this.#seq + 1) return { kind: "gap" };
    const stranger = frame.changes.find((change) => change.seq > this.#seq && !isKnownType(change.type));
    if (stranger !== undefined) return { kind: "unknown-type", type: stranger.type };
    let confirmed = this.#confirmed;
    for (const change of frame.changes as readonly Change[]) {
      if (change.seq <= this.#seq) continue;
      confirmed = this.#threads.evolve(confirmed, change);
      altered.note(change);
      if (change.by === this.#me) this.#drop(change.command, altered);
    }
    this.#confirmed = confirmed;
    this.#seq = frame.to;
    for (const pending of this.#pending.values())
      if (pending.seq !== null && pending.seq <= this.#seq) this.#drop(pending.id, altered);
    this.#replay(altered);
    return { kind: "taken", altered };
  }

  /**
   * Shows what a command will come to, until its changes come in.
   * @param now by the desk's clock
   * @param current whether nothing is known to be missing from the copy
   */
  propose(command: { id: string; type: string; data: unknown }, now: Instant, current: boolean): Proposed {
    const read = readCommand(command.type, command.data);
    if ("code" in read) return { kind: "refused", rejection: read };
    const pending: Pending = {
      id: command.id,
      command: read,
      names: namesOf(read.data),
      at: now,
      seq: null,
      predicted: [],
    };
    const decision = predict(this.#shown, this.#me, pending);
    if (!decision.ok && isCertain(decision.rejection, current))
      return { kind: "refused", rejection: decision.rejection };
    if (decision.ok) pending.predicted = decision.changes;
    this.#pending.set(pending.id, pending);
    this.#shown = overlay(this.#shown, this.#me, pending, this.#aheadSeq());
    const altered = new Altered();
    for (const change of pending.predicted) altered.note(change);
    for (const item of pending.names) altered.items.add(item);
    return { kind: "pending", altered };
  }

  /** The desk has accepted a command; it stays pending until the change of that number has come in. */
  acknowledge(id: string, seq: number): Altered {
    const altered = new Altered();
    const pending = this.#pending.get(id);
    if (pending === undefined) return altered;
    pending.seq = seq;
    if (seq <= this.#seq) {
      this.#drop(id, altered);
      this.#replay(altered);
    }
    return altered;
  }

  /** The desk has refused a command: it is taken out, and what was given after it is decided anew without it. */
  refuse(id: string): Altered {
    const altered = new Altered();
    this.#drop(id, altered);
    this.#replay(altered);
    return altered;
  }

  /** Says that an item's thread is about to be fetched, so that nothing is missed while it comes. */
  expectThread(item: string): void {
    this.#confirmed = this.#threads.expect(this.#confirmed, item);
  }

  /** Gives up on a thread that could not be fetched. */
  forgetThread(item: string): void {
    this.#confirmed = this.#threads.forget(this.#confirmed, item);
  }

  /** Puts a fetched thread in place, whether it is older or newer than the copy. */
  openThread(answer: ItemAnswer): Altered {
    this.#confirmed = this.#threads.open(this.#confirmed, this.#seq, answer);
    const altered = new Altered();
    altered.items.add(answer.item.id);
    this.#replay(altered);
    return altered;
  }

  #drop(id: string, altered: Altered): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    this.#pending.delete(id);
    for (const change of pending.predicted) altered.note(change);
    for (const item of pending.names) altered.items.add(item);
  }

  /**
   * Puts what is pending on top of what is confirmed. Only what hangs on something that altered is decided again;
   * `altered` grows by what that touches.
   */
  #replay(altered: Altered): void {
    let shown = this.#confirmed;
    for (const pending of this.#pending.values()) {
      if (hangsOn(pending, altered)) {
        for (const change of pending.predicted) altered.note(change);
        const decision = predict(shown, this.#me, pending);
        pending.predicted = decision.ok ? decision.changes : [];
        for (const change of pending.predicted) altered.note(change);
      }
      shown = overlay(shown, this.#me, pending, this.#aheadSeq());
    }
    this.#shown = shown;
  }

  /** A number behind everything that has come in, for what is only predicted. */
  #aheadSeq(): number {
    return this.#seq + 1;
  }
}
