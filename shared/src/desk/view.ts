import { type Change, isItemChange } from "./change.ts";
import type { Kind } from "./item/need.ts";
import { kinds } from "./item/need.ts";
import type { Member } from "./member/member.ts";
import type { Role } from "./role.ts";

/** What a group of members may see of a desk's items (rule F2). Members, channels, posts and policy are every member's. */
export interface View {
  readonly kinds: readonly Kind[];
  readonly channels: "all" | readonly string[];
}

const publicKinds: readonly Kind[] = ["mention", "comment"];

const kindsSeen: Record<Role, readonly Kind[]> = {
  "community-manager": kinds,
  "flow-manager": kinds,
  "team-lead": kinds,
  producer: publicKinds,
  analyst: publicKinds,
  administrator: [],
  source: [],
};

/** The view that a member's roles and channels come to. */
export function viewOf(member: Pick<Member, "roles" | "channels">): View {
  const seen = kinds.filter((kind) => member.roles.some((role) => kindsSeen[role].includes(kind)));
  return { kinds: seen, channels: member.channels === "all" ? "all" : [...new Set(member.channels)].sort() };
}

/** One string for a view; members with the same string see the same, and share every frame that is sent. */
export function viewKey(view: View): string {
  return `${view.kinds.join("+") || "none"}@${view.channels === "all" ? "*" : JSON.stringify(view.channels)}`;
}

/** Whether an item of this channel and kind is in the view. */
export function seesItem(view: View, item: { readonly channel: string; readonly kind: Kind }): boolean {
  return view.kinds.includes(item.kind) && (view.channels === "all" || view.channels.includes(item.channel));
}

/** The channel and kind of the item that a change is about; null if it is about no item. Kept beside the log's line. */
export interface Scope {
  readonly channel: string;
  readonly kind: Kind;
}

/** Whether a change is in the view. One function for feed, catch-up, snapshot and history. */
export function seesChange(view: View, scope: Scope | null): boolean {
  return scope === null || seesItem(view, scope);
}

/** The scope of a change, from the item that it is about as the desk has it. */
export function scopeOf(change: Change, item: Scope | undefined): Scope | null {
  if (!isItemChange(change)) return null;
  const whole = typeof change.item === "string" ? item : change.item;
  return whole === undefined ? null : { channel: whole.channel, kind: whole.kind };
}
