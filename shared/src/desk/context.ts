import type { Instant } from "../time/instant.ts";
import type { ChangeBody } from "./change.ts";
import type { Member } from "./member/member.ts";
import type { Rejection } from "./rejection.ts";
import type { DeskState } from "./state.ts";

/** Who commands: a member, or a part of the server (a timer, an import) by its name. */
export type Actor =
  | { readonly kind: "member"; readonly member: Member }
  | { readonly kind: "system"; readonly id: string };

/** What deciding needs from outside (rule D1). */
export interface Context {
  /** The time of what is decided; never before the desk's last change. */
  readonly now: Instant;
  readonly actor: Actor;
  /** The sender's id of the command. */
  readonly command: string;
  /** A new id, unique in the desk. */
  readonly newId: () => string;
}

/** What was decided: changes in order, or a rejection. In bulk, what could not be done stands in `refused`. */
export type Decision =
  | { readonly ok: true; readonly changes: readonly ChangeBody[]; readonly refused?: readonly Rejection[] }
  | { readonly ok: false; readonly rejection: Rejection };

export function accept(...changes: ChangeBody[]): Decision {
  return { ok: true, changes };
}

export function refuse(rejection: Rejection): Decision {
  return { ok: false, rejection };
}

/** The id that stands in a change's `by`. */
export function actorId(actor: Actor): string {
  return actor.kind === "member" ? actor.member.id : actor.id;
}

/** The name that a person knows a member by. */
export function nameOf(state: DeskState, member: string | null | undefined): string {
  return (member && state.members.get(member)?.name) || member || "Nobody";
}
