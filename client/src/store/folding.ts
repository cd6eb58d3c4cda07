import type { Message } from "@flowdesk/shared/desk/item/message.ts";
import { type Folding, firstFolding } from "@flowdesk/shared/desk/policy/folding.ts";
import { type AbuseCheck, abuseCheck } from "@flowdesk/shared/text/abuse.ts";
import { createStore } from "zustand/vanilla";

/** Tags whose items stay folded until somebody opens them, whatever their words. */
const hard = new Set(["abuse", "gore"]);

/** What the desk folds, ready to be asked. */
export interface Folds {
  readonly folding: Folding;
  readonly isAbusive: AbuseCheck;
}

let latest: { readonly of: Folding; readonly folds: Folds } | null = null;

/** Most texts of which it is kept whether they are abusive: more than any screen shows. */
const mostKept = 4000;

/** The folding of a desk; the same value for the same policy, so that its words are gone through once. */
export function foldsOf(policy: Folding | undefined): Folds {
  const folding = policy ?? firstFolding;
  if (latest?.of === folding) return latest.folds;
  const check = abuseCheck(folding.words, folding.builtIn);
  const known = new Map<string, boolean>();
  const isAbusive: AbuseCheck = (text) => {
    let answer = known.get(text);
    if (answer === undefined) {
      answer = check(text);
      if (known.size >= mostKept) known.clear();
      known.set(text, answer);
    }
    return answer;
  };
  latest = { of: folding, folds: { folding, isAbusive } };
  return latest.folds;
}

/** Whether what is shown of an item in a list is folded. */
export function isPreviewFolded(
  item: { readonly preview: string; readonly tags: readonly string[] },
  folds: Folds,
): boolean {
  return item.tags.some((tag) => hard.has(tag.toLowerCase())) || folds.isAbusive(item.preview);
}

/** What of a message from outside is folded: all of it, its pictures alone, or nothing. */
export function foldOf(
  message: Pick<Message, "direction" | "text" | "media">,
  tags: readonly string[],
  { folding, isAbusive }: Folds,
): "all" | "text" | "pictures" | "none" {
  if (message.direction !== "in") return "none";
  const isHard = tags.some((tag) => hard.has(tag.toLowerCase())) || isAbusive(message.text);
  if (isHard) return folding.pictures === "none" ? "text" : "all";
  return folding.pictures === "all" && (message.media ?? []).length > 0 ? "pictures" : "none";
}

/** What somebody at this screen has opened: items by their ids, and their previews as `item text`. */
export const unfoldedStore = createStore<{ readonly opened: ReadonlySet<string> }>()(() => ({ opened: new Set() }));

export function previewKey(item: { readonly id: string; readonly preview: string }): string {
  return `${item.id} ${item.preview}`;
}

/** Opens what is folded of an item, until the page is left; in lists until something else is written in it. */
export function unfold(item: { readonly id: string; readonly preview: string }): void {
  unfoldedStore.setState(({ opened }) => ({ opened: new Set(opened).add(item.id).add(previewKey(item)) }));
}
