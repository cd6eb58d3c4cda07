import { type Change, idOf, isItemChange, isMemberChange, isPostChange } from "@flowdesk/shared/desk/change.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { DeskState } from "@flowdesk/shared/desk/state.ts";
import { millis } from "@flowdesk/shared/time/instant.ts";

/** What somebody has done that the others like to know of. */
export type DeedKind = "got" | "claimed" | "answered" | "dismissed" | "released" | "on" | "tied-up" | "break" | "live";

/** One thing that was done on the desk. */
export interface Deed {
  /** The change that it was, or the last of those that it gathers. */
  readonly seq: number;
  /** In ms. */
  readonly at: number;
  readonly kind: DeedKind;
  /** The command that it came of: what one command did to many is one deed. */
  readonly command: string;
  /** The member who did it, or to whom it came; null where no member did it. */
  readonly member: string | null;
  /** The item or the post that it is about, the newest where there are several; null: about the member. */
  readonly about: string | null;
  /** Whose message it is; null: about no item. */
  readonly author: Item["author"] | null;
  /** The title of the post. */
  readonly title: string | null;
  /** Null where there are several. */
  readonly channel: string | null;
  /** Of how many items or variants. */
  readonly count: number;
}

/** So many are kept: more than a screen shows. */
const kept = 40;

const itemDeeds: Readonly<Partial<Record<Change["type"], DeedKind>>> = {
  "item.assigned": "got",
  "item.claimed": "claimed",
  "item.replied": "answered",
  "item.dismissed": "dismissed",
  "item.released": "released",
};

/** What is known of whom and what a deed is about. */
export interface Known extends Pick<DeskState, "members" | "posts"> {
  /** An item as it is now, or as it was before it left the open work. */
  readonly itemOf: (id: string) => Item | undefined;
}

/**
 * What was done before with what these changes add, the newest first.
 * @param changes in the log's order
 */
export function deedsWith(before: readonly Deed[], changes: readonly Change[], known: Known): readonly Deed[] {
  let deeds = before;
  for (const change of changes) {
    const deed = deedOf(change, known);
    if (deed === null) continue;
    const same = deeds.findIndex(
      ({ command, kind, member }) => command === deed.command && kind === deed.kind && member === deed.member,
    );
    const { count = 0, channel = deed.channel } = deeds[same] ?? {};
    const gathered = { ...deed, count: deed.count + count, channel: channel === deed.channel ? channel : null };
    deeds = [gathered, ...deeds.filter((_, place) => place !== same)].slice(0, kept);
  }
  return deeds;
}

function deedOf(change: Change, { members, posts, itemOf }: Known): Deed | null {
  const { seq, command } = change;
  const deed = { seq, at: millis(change.at), command, about: null, author: null, title: null, channel: null, count: 1 };
  if (isItemChange(change)) {
    const kind = itemDeeds[change.type];
    const item: Item | undefined = typeof change.item === "string" ? itemOf(change.item) : change.item;
    if (kind === undefined || item === undefined) return null;
    const member = kind === "got" ? (change.set?.assignee ?? null) : change.by;
    if (member === null || !members.has(member)) return null;
    return { ...deed, kind, member, about: item.id, author: item.author, channel: item.channel };
  }
  if (isMemberChange(change) && change.type === "member.shift.set") {
    const kind = change.set?.shift;
    if (kind !== "on" && kind !== "tied-up" && kind !== "break") return null;
    return { ...deed, kind, member: idOf(change.member) };
  }
  if (isPostChange(change) && change.type === "post.live") {
    const post = posts.get(idOf(change.post));
    const variant = change.variant === undefined ? undefined : idOf(change.variant);
    if (post === undefined) return null;
    const channel = post.variants.find(({ id }) => id === variant)?.channel ?? null;
    return { ...deed, kind: "live", member: null, about: post.id, title: post.title, channel };
  }
  return null;
}
