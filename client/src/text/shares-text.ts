import type { Share } from "../store/notices-store.ts";
import { formatLocale } from "./formats.ts";
import type { Translate } from "./i18n.ts";

/** To whom how many items go: `3 to Sofie and 1 to the queue`. */
export function sharesText(t: Translate, shares: readonly Share[], language: string): string {
  const parts = shares.map(({ name, count }) =>
    name === null ? t("leaving:toQueue", { count }) : t("leaving:toMember", { count, name }),
  );
  return new Intl.ListFormat(formatLocale(language), { type: "conjunction" }).format(parts);
}
