import { liveSubjects } from "@flowdesk/shared/need/live-subjects.ts";
import type { AuthorList, NeedRule } from "@flowdesk/shared/need/rule.ts";
import type { Translate } from "./i18n.ts";

/** So many of a rule's words stand for it. */
const wordsShown = 3;

/** What a rule is called: its own name, that of a ready-made one, else what it looks for. */
export function needRuleName(t: Translate, rule: NeedRule, about: RuleNames): string {
  if (rule.name !== undefined) return rule.name;
  const subject = liveSubjects.find((one) => rule.id === `live:${one}`);
  return subject === undefined ? needRuleConditions(t, rule, about) : t(`needs:subject.${subject}`);
}

/** What the names of channels and lists are looked up in. */
export interface RuleNames {
  readonly channelName: (id: string) => string;
  readonly lists: readonly AuthorList[];
}

/** A rule's conditions in short, in one line. */
export function needRuleConditions(t: Translate, rule: NeedRule, { channelName, lists }: RuleNames): string {
  const some = (entries: readonly string[]) => {
    const shown = entries.slice(0, wordsShown).join(", ");
    const left = entries.length - wordsShown;
    return left > 0 ? `${shown} ${t("needs:part.moreWords", { count: left })}` : shown;
  };
  const listed = (rule.authorLists ?? []).map((id) => lists.find((list) => list.id === id)?.name ?? id);
  const authors = [...listed, ...(rule.authors ?? [])];
  const parts = [
    rule.channel === undefined ? "" : channelName(rule.channel),
    rule.platform ?? "",
    rule.kind === undefined ? "" : t(`components:kind.${rule.kind}`),
    rule.question === true ? t("needs:part.asks") : "",
    rule.words === undefined ? "" : some(rule.words),
    rule.pattern === undefined ? "" : `/${rule.pattern}/`,
    rule.tags === undefined ? "" : some(rule.tags.map((tag) => `#${tag.replace(/^#/u, "")}`)),
    authors.length === 0 ? "" : `${t("needs:part.from")} ${some(authors)}`,
    rule.followersAtLeast === undefined ? "" : t("needs:part.followers", { count: rule.followersAtLeast }),
    rule.languages === undefined ? "" : rule.languages.join(", "),
    rule.not === undefined ? "" : `${t("needs:part.not")} ${some(rule.not)}`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? t("needs:fitsAll") : parts.join(" · ");
}
