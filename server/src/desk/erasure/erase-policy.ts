import { platformOf } from "@flowdesk/shared/desk/channel/channel.ts";
import type { Policy } from "@flowdesk/shared/desk/policy/policy.ts";
import type { AuthorList, NeedRule } from "@flowdesk/shared/need/rule.ts";
import { erasedHandle, isNamed, scrubFields } from "./scrub.ts";
import { isSought, type Traces } from "./traces.ts";

/** A policy, all or some sections of it. */
type Sections = { readonly [Section in keyof Policy]?: Policy[Section] | undefined };

/** Fields of a policy that people have worded. */
const worded: ReadonlySet<string> = new Set(["name", "text", "title", "note", "reason", "pattern"]);

/**
 * What a desk has decided without the author: lists of authors and of words lose what names
 * them, and texts and names say `@erased`. The same object if there is nothing of them in it.
 */
export function erasePolicy<T extends Sections>(policy: T, traces: Traces): T {
  const { needs, authorLists, folding } = policy;
  const set: { -readonly [K in keyof Policy]?: Policy[K] } = {};
  const rules = needs && each(needs, (rule) => eraseRule(rule, traces));
  if (rules !== undefined && rules !== needs) set.needs = rules;
  const lists = authorLists && each(authorLists, (list) => eraseList(list, traces));
  if (lists !== undefined && lists !== authorLists) set.authorLists = lists;
  const words = folding?.words.filter((word) => !isNamed(word, traces));
  if (folding !== undefined && words !== undefined && words.length < folding.words.length)
    set.folding = { ...folding, words };
  return scrubFields(Object.keys(set).length === 0 ? policy : { ...policy, ...set }, traces, worded);
}

function eraseList(list: AuthorList, traces: Traces): AuthorList {
  const handles = list.handles.filter((handle) => !isSought(traces.sought, handle, null));
  return handles.length === list.handles.length ? list : { ...list, handles };
}

/**
 * A rule without the author. Without an entry a rule would fit everything, and with the placeholder whoever writes that
 * word; so one that could fit nothing any more is off.
 */
function eraseRule(rule: NeedRule, traces: Traces): NeedRule {
  if (isElsewhere(rule, traces)) return rule;
  let erased = rule;
  const authors = rule.authors?.filter((handle) => !isSought(traces.sought, handle, null));
  if (authors !== undefined && authors.length < (rule.authors?.length ?? 0)) {
    const { authors: _authors, ...rest } = erased;
    if (authors.length > 0) erased = { ...erased, authors };
    else erased = rule.authorLists === undefined ? { ...erased, authors: [erasedHandle], off: true } : rest;
  }
  const words = rule.words?.filter((word) => !isNamed(word, traces));
  if (words !== undefined && words.length < (rule.words?.length ?? 0))
    erased = words.length > 0 ? { ...erased, words } : { ...erased, words: [`@${erasedHandle}`], off: true };
  const not = rule.not?.filter((word) => !isNamed(word, traces));
  if (not !== undefined && not.length < (rule.not?.length ?? 0)) {
    const { not: _not, ...rest } = erased;
    erased = not.length > 0 ? { ...erased, not } : rest;
  }
  return erased;
}

/** Whether a rule is about another platform, where somebody else goes by the handle. */
function isElsewhere({ channel, platform }: NeedRule, { sought }: Traces): boolean {
  const on = channel === undefined ? platform : platformOf(channel);
  return sought.channel !== null && on !== undefined && on !== platformOf(sought.channel);
}

/** The very same list where nothing is another. */
function each<T>(list: T[], change: (one: T) => T): T[] {
  const after = list.map(change);
  return after.every((one, index) => one === list[index]) ? list : after;
}
