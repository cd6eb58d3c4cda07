import type { TextCount } from "@flowdesk/shared/text/count.ts";
import { useTranslation } from "react-i18next";
import { formatsFor } from "../text/formats.ts";
import { UrgencyShape } from "./urgency-mark.tsx";

/** How much of a channel's limit a text uses: quiet until it nears the end, and with what is wrong in words beyond it. */
export function TextCounter({ count }: { readonly count: TextCount }) {
  const { t, i18n } = useTranslation("components");
  const { number } = formatsFor(i18n.language);
  const problem = count.problems.find((one) => one !== "empty");
  if (count.limit === null && problem === undefined) {
    return <span className="nums text-xs text-ink-faint">{number(count.used)}</span>;
  }
  const remaining = count.remaining ?? 0;
  const isNear = count.limit !== null && remaining >= 0 && remaining <= Math.max(20, count.limit * 0.1);
  if (problem !== undefined) {
    return (
      <span role="status" className="nums inline-flex items-center gap-1 text-xs font-semibold text-over">
        <UrgencyShape urgency="overdue" size={11} />
        {t(`count.${problem}`, {
          over: number(-remaining),
          used: number(count.used),
          limit: number(count.limit ?? 0),
        })}
      </span>
    );
  }
  return (
    <span
      className={`nums shrink-0 text-xs whitespace-nowrap ${isNear ? "font-semibold text-ink" : "text-ink-faint"}`}
      title={t(`count.unit.${count.unit}`)}
    >
      {number(count.used)} / {number(count.limit ?? 0)}
    </span>
  );
}
