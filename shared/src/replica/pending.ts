import { type Change, type ChangeBody, stampChange } from "../desk/change.ts";
import type { Context } from "../desk/context.ts";
import { decide, type ReadCommand } from "../desk/decide.ts";
import { evolve } from "../desk/evolve.ts";
import type { Rejection, RejectionCode } from "../desk/rejection.ts";
import type { DeskState } from "../desk/state.ts";
import type { Instant } from "../time/instant.ts";
import type { Altered } from "./altered.ts";

/** A command that a person gave here and whose changes have not come in yet. */
export interface Pending {
  readonly id: string;
  readonly command: ReadCommand;
  /** The items that its data name. */
  readonly names: readonly string[];
  /** When it was given, by the desk's clock. */
  readonly at: Instant;
  /** The number of its last change, once it has been accepted. */
  seq: number | null;
  /** What it comes to on top of the copy as it is; nothing where it would be refused. */
  predicted: readonly ChangeBody[];
}

const standInMark = "~";

/** Whether an id only stands in for one that the desk will give: the desk does not know it. */
export function standsIn(id: string): boolean {
  return id.includes(standInMark);
}

/** What a command would come to in a state, decided as the desk does (rule D1), with ids that stand in until its own come. */
export function predict(state: DeskState, me: string, pending: Pick<Pending, "id" | "command" | "at">) {
  const member = state.members.get(me);
  if (member === undefined) return { ok: true as const, changes: [] };
  let ids = 0;
  const context: Context = {
    now: pending.at,
    actor: { kind: "member", member },
    command: pending.id,
    newId: () => `${pending.id}${standInMark}${ids++}`,
  };
  return decide(state, pending.command, context);
}

/** The state with a pending command's predicted changes in it. Their numbers stand behind everything that has come in. */
export function overlay(state: DeskState, me: string, pending: Pending, seq: number): DeskState {
  return pending.predicted.reduce<DeskState>((shown, body) => {
    const stamp = { seq, at: pending.at, by: me, command: pending.id };
    return evolve(shown, stampChange(body, stamp) as Change);
  }, state);
}

/** Whether what altered may change what a pending command comes to. */
export function hangsOn(pending: Pending, altered: Altered): boolean {
  return (
    altered.surroundings ||
    pending.names.some((item) => altered.items.has(item)) ||
    pending.predicted.some((change) => altered.meets(change))
  );
}

/** The items that a command's data name, by `item` or `items`. */
export function namesOf(data: unknown): readonly string[] {
  const { item, items } = data as { item?: string; items?: readonly string[] };
  return items ?? (typeof item === "string" ? [item] : []);
}

/** Rejections that hang on the command alone, so that they are certain also on an old copy. */
const certainAlways: ReadonlySet<RejectionCode> = new Set(["command.invalid", "command.unknown", "reply.too.long"]);

/** Rejections of which a copy that lacks part of the desk cannot be certain. */
const neverCertain: ReadonlySet<RejectionCode> = new Set([
  "item.unknown",
  "message.unknown",
  "post.unknown",
  "member.unknown",
  "channel.unknown",
  "queue.empty",
  "nobody.free",
]);

/**
 * Whether a rejection that this copy came to can be told to the person at once, without asking the desk.
 * @param current whether the copy has everything that the desk had a moment ago
 */
export function isCertain(rejection: Rejection, current: boolean): boolean {
  return certainAlways.has(rejection.code) || (current && !neverCertain.has(rejection.code));
}
