import { type Change, idOf, isItemChange } from "@flowdesk/shared/desk/change.ts";

/** What the log was found to lack, or to have too much of: each is to be 0. */
export interface Findings {
  /** Acknowledged, and not in the log as it was acknowledged. */
  lost: number;
  /** In the log twice; or refused, and in the log all the same; or an item won by two. */
  doubled: number;
  /** Numbered with a gap, or out of order; or sent to a console so. */
  outOfOrder: number;
  /** The first of them in words. */
  readonly problems: string[];
}

/** At most so many are put in words. */
const mostProblems = 20;

/**
 * What was acknowledged, and whether the log has it exactly once. It is a few lines of its own on purpose: nothing of
 * the desk's own code decides here.
 */
export class Ledger {
  readonly found: Findings = { lost: 0, doubled: 0, outOfOrder: 0, problems: [] };
  acknowledgedCommands = 0;
  acknowledgedMessages = 0;
  /** Acknowledged since the log was last compared: commands with their number, messages by their id. */
  readonly #commands = new Map<string, number>();
  readonly #messages = new Set<string>();
  readonly #refused = new Set<string>();
  /** Of the log as far as it was read: the last number of each command, and the messages. */
  readonly #loggedCommands = new Map<string, number>();
  readonly #loggedMessages = new Set<string>();
  readonly #holders = new Map<string, string | null>();
  #seq = 0;
  #at = "";
  #lastCommand = "";
  readonly #ofLastCommand = new Set<string>();

  /** Up to where the log was read. */
  get seq(): number {
    return this.#seq;
  }

  accepted(id: string, seq: number): void {
    this.acknowledgedCommands++;
    this.#commands.set(id, seq);
  }

  refused(id: string): void {
    this.#refused.add(id);
  }

  received(externalIds: Iterable<string>): void {
    for (const id of externalIds) {
      this.acknowledgedMessages++;
      this.#messages.add(id);
    }
  }

  note(what: "lost" | "doubled" | "outOfOrder", sentence: string): void {
    this.found[what]++;
    if (this.found.problems.length < mostProblems) this.found.problems.push(`${what}: ${sentence}`);
  }

  /** Reads on in the log. */
  read(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.seq !== this.#seq + 1) this.note("outOfOrder", `after ${this.#seq} the log has ${change.seq}`);
      if (change.at < this.#at) this.note("outOfOrder", `${change.seq} is of ${change.at}, after ${this.#at}`);
      this.#seq = change.seq;
      this.#at = change.at;
      this.#readCommand(change);
      this.#readItem(change);
    }
  }

  /** Compares what was acknowledged since the last time with the log, which has been read beyond it. */
  compare(): void {
    for (const [id, seq] of this.#commands) {
      const logged = this.#loggedCommands.get(id);
      if (logged !== seq) this.note("lost", `${id} was acknowledged as ${seq}, and the log has it as ${logged}`);
    }
    for (const id of this.#messages) {
      if (!this.#loggedMessages.has(id)) this.note("lost", `message ${id} was acknowledged and is not there`);
    }
    for (const id of this.#refused) {
      if (this.#loggedCommands.has(id)) this.note("doubled", `${id} was refused, and the log has it`);
    }
    this.#commands.clear();
    this.#messages.clear();
    this.#refused.clear();
  }

  #readCommand(change: Change): void {
    const { command, seq } = change;
    const what = `${change.type} ${isItemChange(change) ? idOf(change.item) : ""}`;
    if (command === this.#lastCommand) {
      if (this.#ofLastCommand.has(what)) this.note("doubled", `${command} does ${what} twice`);
    } else {
      if (this.#loggedCommands.has(command)) this.note("doubled", `${command} is in the log again at ${seq}`);
      this.#lastCommand = command;
      this.#ofLastCommand.clear();
    }
    this.#ofLastCommand.add(what);
    this.#loggedCommands.set(command, seq);
  }

  #readItem(change: Change): void {
    if (!isItemChange(change)) return;
    const { message, set } = change;
    if (message?.direction === "in" && (change.type === "item.received" || change.type === "item.continued")) {
      if (this.#loggedMessages.has(message.externalId)) this.note("doubled", `message ${message.externalId}`);
      this.#loggedMessages.add(message.externalId);
    }
    const item = idOf(change.item);
    if (change.type === "item.claimed" && (this.#holders.get(item) ?? null) !== null)
      this.note("doubled", `${item} was claimed at ${change.seq} while somebody had it`);
    if (typeof change.item !== "string") this.#holders.set(item, change.item.assignee);
    if (set?.assignee !== undefined) this.#holders.set(item, set.assignee);
  }
}
