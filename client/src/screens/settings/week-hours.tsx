import type { CalendarFlaw } from "@flowdesk/shared/clock/calendar-flaw.ts";
import type { WeeklySpan } from "@flowdesk/shared/clock/opening-hours.ts";
import { Plus, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../components/button.tsx";
import { Problem } from "../../components/problem.tsx";
import { useView } from "../../store/use-view.ts";
import { put, without } from "./rule-order.ts";
import { TimeField } from "./time-field.tsx";
import { weekdayName, weekdays } from "./weekday.ts";

/** Spans of a week, each on some days: two rows for a day that is open twice. */
export function WeekHours({
  label,
  spans,
  flaw,
  isDisabled = false,
  onChange,
}: {
  readonly label: string;
  readonly spans: readonly WeeklySpan[];
  /** What is wrong with them, to be said below. */
  readonly flaw: CalendarFlaw | null;
  readonly isDisabled?: boolean;
  readonly onChange: (spans: WeeklySpan[]) => void;
}) {
  const { t } = useTranslation(["calendar", "common"]);
  const language = useView((view) => view.language);
  const set = (index: number, span: WeeklySpan) => onChange(put(spans, index, span));
  return (
    <fieldset className="flex flex-col gap-2" disabled={isDisabled}>
      <legend className="mb-1 text-xs font-medium text-ink-soft">{label}</legend>
      {spans.map((span, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a span has no id; its place is what it is known by.
          key={index}
          className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line p-2"
        >
          <DayButtons days={span.days} isDisabled={isDisabled} onChange={(days) => set(index, { ...span, days })} />
          <div className="flex items-center gap-2">
            <TimeField label={t("from")} value={span.from} onChange={(from) => set(index, { ...span, from })} />
            <span aria-hidden>–</span>
            <TimeField label={t("to")} value={span.to} onChange={(to) => set(index, { ...span, to })} />
            {isDisabled ? null : (
              <IconButton
                icon={Trash2}
                label={`${t("common:remove")}: ${span.from}–${span.to}`}
                onPress={() => onChange(without(spans, index))}
              />
            )}
          </div>
          {span.to <= span.from && span.to !== "00:00" ? (
            <span className="text-xs text-ink-faint">
              {t(span.to === span.from ? "wholeDay" : "overMidnight", {
                day: weekdayName(((span.days.at(-1) ?? 1) % 7) + 1, language, "long"),
              })}
            </span>
          ) : null}
        </div>
      ))}
      {isDisabled ? null : (
        <div>
          <Button icon={Plus} small onPress={() => onChange([...spans, nextSpan(spans)])}>
            {t("addHours")}
          </Button>
        </div>
      )}
      {flaw === null ? null : <Problem>{flawText()}</Problem>}
    </fieldset>
  );

  function flawText(): string {
    if (flaw?.kind !== "overlap") return t("neverOpen");
    return t("overlap", {
      first: `${flaw.first.from}–${flaw.first.to}`,
      second: `${flaw.second.from}–${flaw.second.to}`,
      day: weekdayName(flaw.day, language, "long"),
    });
  }
}

/** The days of a week to be turned on and off; one of them always stays on. */
function DayButtons({
  days,
  isDisabled,
  onChange,
}: {
  readonly days: readonly number[];
  readonly isDisabled: boolean;
  readonly onChange: (days: number[]) => void;
}) {
  const language = useView((view) => view.language);
  return (
    <div className="flex flex-wrap gap-1">
      {weekdays.map((day) => {
        const isOn = days.includes(day);
        return (
          <button
            key={day}
            type="button"
            aria-pressed={isOn}
            title={weekdayName(day, language, "long")}
            disabled={isDisabled || (isOn && days.length === 1)}
            onClick={() => onChange(isOn ? days.filter((one) => one !== day) : [...days, day].sort((a, b) => a - b))}
            className={`h-8 min-w-9 rounded-md border px-1 text-xs touch:h-11 touch:min-w-11 ${isOn ? "border-ink bg-ink font-medium text-on-ink" : "border-line-strong/60 text-ink-soft hover:bg-hover"}`}
          >
            {weekdayName(day, language, "short").replace(/\.$/u, "")}
          </button>
        );
      })}
    </div>
  );
}

/** What to begin a further span with: an office's hours on the days that have none yet. */
function nextSpan(spans: readonly WeeklySpan[]): WeeklySpan {
  const taken = new Set(spans.flatMap(({ days }) => days));
  const free = weekdays.filter((day) => !taken.has(day));
  const office = free.filter((day) => day <= 5);
  const days = office.length > 0 ? office : free;
  return days.length > 0
    ? { days: [...days], from: "09:00", to: "17:00" }
    : { days: [1, 2, 3, 4, 5], from: "18:00", to: "21:00" };
}
