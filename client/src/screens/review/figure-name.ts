import type { Bin } from "@flowdesk/shared/report/bins.ts";
import type { Translate } from "../../text/i18n.ts";
import type { OpenFigure } from "./address.ts";

type Lengths = (ms: number) => string;

/** A class of lengths in words: `up to 1 min`, `1 min to 2 min`, `more than 4 days`. */
export function binName({ over, upTo }: Bin, t: Translate, length: Lengths): string {
  if (upTo === null) return t("review:over", { length: length(over ?? 0) });
  if (over === null) return t("review:upTo", { length: length(upTo) });
  return t("review:between", { over: length(over), upTo: length(upTo) });
}

/** What a figure counts, in words. */
export function figureName(
  figure: OpenFigure,
  t: Translate,
  length: Lengths,
  nameOf: (person: string) => string,
): string {
  const { list, which, within, over, upTo, of } = figure;
  const isOne = over !== undefined && upTo === over + 1;
  const parts = [
    of === undefined ? null : nameOf(of),
    list === "open" ? t("review:open") : list === "dismissed" ? t("review:dismissed") : null,
    which === undefined ? null : t(`review:${which}`),
    within === undefined ? null : t(within === "yes" ? "review:within" : "review:late"),
    isOne
      ? t("review:took", { length: length(upTo) })
      : over === undefined && upTo === undefined
        ? null
        : binName({ over: over ?? null, upTo: upTo ?? null }, t, length),
  ].filter((part) => part !== null);
  return parts.length === 0 ? t("review:responses") : parts.join(" · ");
}
