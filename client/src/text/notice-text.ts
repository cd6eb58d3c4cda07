import type { Notice } from "../store/notices-store.ts";
import { en } from "./en.ts";
import type { Translate } from "./i18n.ts";
import { type Hearer, refusalSentence } from "./refusal-sentence.ts";
import { sharesText } from "./shares-text.ts";
import { dashed } from "./words.ts";

/** A notice as the person reads it. */
export function noticeText(t: Translate, notice: Notice, hearer: Omit<Hearer, "at">): string {
  const at = notice.at;
  switch (notice.kind) {
    case "refused":
      return refusalSentence(t, notice.rejection, { ...hearer, at });
    case "partly": {
      const [first] = notice.refused;
      const sentence = first === undefined ? "" : refusalSentence(t, first, { ...hearer, at });
      return t("command:partly", { count: notice.refused.length, sentence });
    }
    case "undone":
      return t("command:undone", { what: commandName(t, notice.what) });
    case "moved":
      return t("leaving:moved", { to: sharesText(t, notice.to, hearer.language) });
    case "nothing-to-undo":
      return t("command:nothingToUndo");
  }
}

/** The name of a type of command on the screen; the type itself where it has none. */
export function commandName(t: Translate, type: string): string {
  const key = dashed(type);
  return Object.hasOwn(en.command, key) ? t(`command:${key as "item-claim"}`) : type;
}
