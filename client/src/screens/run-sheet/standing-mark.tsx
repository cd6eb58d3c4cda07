import type { Variant } from "@flowdesk/shared/desk/post/post.ts";
import { millis } from "@flowdesk/shared/time/instant.ts";
import { Check, CircleSlash2, SquareX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { UrgencyShape, urgencyInk } from "../../components/urgency-mark.tsx";
import { useFormats } from "../../text/use-text.ts";
import { pressing, type Standing, standingOf } from "./standing.ts";

/** How a variant stands: by its shape, in words, and with the time that matters. Colour only where it presses. */
export function StandingMark({
  variant,
  at,
  now,
}: {
  readonly variant: Pick<Variant, "state" | "late" | "liveAt">;
  readonly at: string;
  /** In ms, by the desk's clock. */
  readonly now: number;
}) {
  const { t } = useTranslation("runSheet");
  const { clock, length, time } = useFormats();
  const standing = standingOf(variant, at, now);
  const urgency = pressing(standing);
  const ink = urgency === null || urgency === "calm" ? "text-ink-soft" : `font-medium ${urgencyInk(urgency)}`;
  const span = now - millis(at);
  const words =
    standing === "soon"
      ? t("soonIn", { time: clock(span) })
      : standing === "late"
        ? t("lateBy", { time: length(span) })
        : standing === "live" && variant.liveAt !== null
          ? t("liveAt", { time: time(variant.liveAt) })
          : t(`state.${standing}`);
  return (
    <span className={`nums inline-flex flex-wrap items-center gap-x-1.5 text-xs ${ink}`}>
      <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
        <StandingShape standing={standing} />
        <span className={standing === "cancelled" ? "line-through" : ""}>{words}</span>
      </span>
      {standing === "live" && variant.late ? <span className="text-ink-faint">· {t("wasLate")}</span> : null}
    </span>
  );
}

function StandingShape({ standing }: { readonly standing: Standing }) {
  const urgency = pressing(standing);
  if (standing === "missed") return <SquareX aria-hidden size={14} strokeWidth={2.2} className="shrink-0 text-over" />;
  if (standing === "cancelled") return <CircleSlash2 aria-hidden size={13} className="shrink-0 text-ink-faint" />;
  if (urgency === null) return <Check aria-hidden size={14} strokeWidth={2.6} className="shrink-0 text-ink" />;
  return <UrgencyShape urgency={urgency} />;
}
