import type { TextCount } from "@flowdesk/shared/text/count.ts";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatsFor } from "../text/formats.ts";
import { obstacleOf, type Told, toldNext } from "./told.ts";
import { UrgencyShape } from "./urgency-mark.tsx";

/** How much of a channel's limit a text uses: quiet until it nears the end, and with what is wrong in words beyond it. */
export function TextCounter({ count }: { readonly count: TextCount }) {
  const { t, i18n } = useTranslation("components");
  const { number } = formatsFor(i18n.language);
  const obstacle = obstacleOf(count);
  if (obstacle !== null) {
    return (
      <span className="nums inline-flex items-center gap-1 text-xs font-semibold text-over">
        <UrgencyShape urgency="overdue" size={11} />
        {t(`count.${obstacle}`, amounts(count, number))}
      </span>
    );
  }
  if (count.limit === null) return <span className="nums text-xs text-ink-faint">{number(count.used)}</span>;
  const remaining = count.remaining ?? 0;
  const isNear = remaining <= Math.max(20, count.limit * 0.1);
  return (
    <span
      className={`nums shrink-0 text-xs whitespace-nowrap ${isNear ? "font-semibold text-ink" : "text-ink-faint"}`}
      title={t(`count.unit.${count.unit}`)}
    >
      {number(count.used)} / {number(count.limit)}
    </span>
  );
}

/** Tells those who listen while they write when a text no longer fits its channel, and when it does again. */
export function ToldCount({
  count,
  channel,
}: {
  readonly count: TextCount;
  /** Its name, where one text is written for several. */
  readonly channel?: string;
}) {
  const { t, i18n } = useTranslation("components");
  const [told, setTold] = useState<Told>({ kind: "nothing" });
  const next = toldNext(told, count);
  if (next !== told) setTold(next);
  const { number } = formatsFor(i18n.language);
  const said = toldText(t, next, number);
  return (
    <span role="status" className="sr-only">
      {said === "" || channel === undefined ? said : `${channel}: ${said}`}
    </span>
  );
}

function toldText(t: TFunction<"components">, told: Told, number: (value: number) => string): string {
  if (told.kind === "nothing") return "";
  return told.kind === "fits" ? t("count.fits") : t(`count.${told.obstacle}`, amounts(told.count, number));
}

function amounts({ used, limit, remaining }: TextCount, number: (value: number) => string) {
  return { over: number(-(remaining ?? 0)), used: number(used), limit: number(limit ?? 0) };
}
