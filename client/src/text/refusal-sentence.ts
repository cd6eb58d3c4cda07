import { type Rejection, rejectionCodes } from "@flowdesk/shared/desk/rejection.ts";
import { millis, minute } from "@flowdesk/shared/time/instant.ts";
import { en } from "./en.ts";
import { formatsFor } from "./formats.ts";
import type { Translate } from "./i18n.ts";
import { dashed } from "./words.ts";

/** What a sentence needs to know besides the rejection. */
export interface Hearer {
  /** The member to whom it is said. */
  readonly me: string;
  /** When they tried, in ms by the desk's clock. */
  readonly at: number;
  readonly language: string;
}

/** Longest time after which it still is worth saying by how little somebody was sooner, in ms. */
const race = minute;

/** Why a command was refused, in a sentence of the hearer's language that they can act on. */
export function refusalSentence(t: Translate, rejection: Rejection, hearer: Hearer): string {
  const { code, by, at, message } = rejection;
  const name = rejection.name ?? by ?? t("nobody");
  const tags = (rejection.findings ?? []).flatMap(tagOf).join(", ");
  switch (code) {
    case "item.taken": {
      if (by === hearer.me) return t("refusal:item-taken-mine");
      const sooner = at === undefined ? race : hearer.at - millis(at);
      if (sooner < 0 || sooner >= race) return t("refusal:item-taken", { name });
      return t("refusal:item-taken-before", { name, ago: formatsFor(hearer.language).length(Math.max(1000, sooner)) });
    }
    case "item.not.yours":
      return by === undefined ? t("refusal:item-not-yours") : t("refusal:item-not-yours-theirs", { name });
    case "item.answered.meanwhile":
      return t("refusal:item-answered-meanwhile", { name });
    case "command.invalid":
      return t("refusal:command-invalid", { message });
    case "policy.invalid":
      return t("refusal:policy-invalid", { message });
    case "hashtag.banned":
      return t("refusal:hashtag-banned", { tags });
    case "hashtag.missing":
      return t("refusal:hashtag-missing", { tags });
    default:
      return Object.hasOwn(rejectionCodes, code) ? t(`refusal:${dashed(code) as "forbidden"}`) : message;
  }
}

/** Why a request was refused: in the hearer's language where the code is known, else as the server put it. */
export function failureSentence(t: Translate, failure: { readonly code: string; readonly message: string }): string {
  const { code, message } = failure;
  // What stands before the server answers in its place when that does not.
  const key = /^http\.5\d\d$/u.test(code) ? "desk-unavailable" : dashed(code);
  if (!Object.hasOwn(en.refusal, key)) return message;
  return t(`refusal:${key as "offline"}`, { message, name: "", tags: "" });
}

function tagOf(finding: unknown): string[] {
  const { tag } = (typeof finding === "object" && finding !== null ? finding : {}) as { tag?: unknown };
  return typeof tag === "string" ? [`#${tag}`] : [];
}
