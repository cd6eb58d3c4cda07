import type { Wall } from "@flowdesk/shared/protocol/wall.ts";
import { useTranslation } from "react-i18next";
import type { Urgency } from "../../components/urgency.ts";
import { UrgencyShape, urgencyInk } from "../../components/urgency-mark.tsx";
import { formatsFor } from "../../text/formats.ts";
import { shapeSize, typeSize } from "./type-size.ts";

const faces: ReadonlyArray<{ readonly id: keyof Wall["numbers"]; readonly urgency: Urgency }> = [
  { id: "unseenUrgent", urgency: "overdue" },
  { id: "practicalOverdue", urgency: "at-risk" },
  { id: "overdue", urgency: "overdue" },
  { id: "notTaken", urgency: "calm" },
  { id: "open", urgency: "calm" },
];

/** The numbers that can still be acted on, and how quickly messages come. */
export function Numbers({ wall }: { readonly wall: Wall }) {
  const { t, i18n } = useTranslation("wall");
  const { number } = formatsFor(i18n.language);
  return (
    <ul
      aria-label={t("numbers.label")}
      className="grid shrink-0 grid-cols-6 gap-[calc(var(--u)*1.6)] portrait:grid-cols-2"
    >
      {faces.map(({ id, urgency }) => {
        const value = wall.numbers[id];
        const presses = urgency !== "calm" && value > 0;
        return (
          <li key={id} className={tile}>
            <span
              className={`nums flex items-center gap-[calc(var(--u)*1)] font-semibold whitespace-nowrap ${sizeOf(value)} ${presses ? urgencyInk(urgency) : value === 0 ? "text-ink-faint" : ""}`}
            >
              {presses ? <UrgencyShape urgency={urgency} size={shapeSize} /> : null}
              {number(value)}
            </span>
            <span className={`text-ink-soft ${typeSize.small}`}>{t(`numbers.${id}`)}</span>
          </li>
        );
      })}
      <li className={tile}>
        <Arrivals arrivals={wall.arrivals} />
        <span className={`nums text-ink-soft ${typeSize.small}`}>
          <span className="font-semibold text-ink">{number(paceOf(wall.arrivals))}</span> {t("numbers.perMinute")}
        </span>
      </li>
    </ul>
  );
}

const tile =
  "flex min-w-0 flex-col justify-between gap-[calc(var(--u)*1)] rounded-[calc(var(--u)*1)] border border-line bg-surface p-[calc(var(--u)*1.6)]";

function sizeOf(value: number): string {
  return value > 9999 ? typeSize.longestNumber : value > 999 ? typeSize.longNumber : typeSize.number;
}

/** Arrivals a minute over the last five full minutes. */
function paceOf(arrivals: readonly number[]): number {
  const last = arrivals.slice(-6, -1);
  return Math.round(last.reduce((sum, count) => sum + count, 0) / Math.max(1, last.length));
}

/** The last hour, minute by minute; a picture beside its number. */
function Arrivals({ arrivals }: { readonly arrivals: readonly number[] }) {
  const most = Math.max(1, ...arrivals);
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${arrivals.length} 20`}
      preserveAspectRatio="none"
      className="h-[calc(var(--u)*9)] w-full"
    >
      {arrivals.map((count, minute) => {
        const tall = count === 0 ? 0.5 : Math.max(1, (count / most) * 20);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a minute is its place.
          <rect key={minute} x={minute} y={20 - tall} width={0.75} height={tall} className="fill-bar-strong" />
        );
      })}
    </svg>
  );
}
