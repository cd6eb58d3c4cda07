import { type HolidayCountry, holidayCountries, publicHolidays } from "@flowdesk/shared/time/public-holidays.ts";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { Field } from "../../components/field.tsx";
import { Tick } from "../../components/toggle.tsx";
import { useView } from "../../store/use-view.ts";
import { formatsFor } from "../../text/formats.ts";
import { Nothing } from "./section.tsx";
import { asDay, daysIn, holidaysOn, mostDays, type SpecialDay, withDays } from "./special-days.ts";
import { TimeField } from "./time-field.tsx";

const ways = ["closed", "half", "extra"] as const;
type Way = (typeof ways)[number];

/** The days of a calendar that do not go by the week: ready sets, single days, stretches of days, half days. */
export function SpecialDaysEditor({
  days,
  today,
  onChange,
}: {
  readonly days: readonly SpecialDay[];
  /** The date in the calendar's zone. */
  readonly today: string;
  readonly onChange: (days: SpecialDay[]) => void;
}) {
  const { t } = useTranslation(["calendar", "common"]);
  const [showsPast, setShowsPast] = useState(false);
  const past = days.filter(({ date }) => date < today).length;
  const shown = showsPast ? days : days.slice(past);
  return (
    <section aria-label={t("days")} className="flex flex-col gap-3">
      <div>
        <h3 className="text-sm font-semibold">{t("days")}</h3>
        <p className="text-xs text-ink-faint">{t(days.length === 0 ? "noDays" : "daysHint")}</p>
      </div>
      <Sets days={days} year={Number(today.slice(0, 4))} onChange={onChange} />
      <AddDays today={today} onAdd={(more) => onChange(withDays(days, more))} />
      {shown.length === 0 ? null : (
        <DayList days={shown} onRemove={(date) => onChange(days.filter((one) => one.date !== date))} />
      )}
      {past === 0 ? null : (
        <div className="flex flex-wrap gap-2">
          <Button small look="quiet" onPress={() => setShowsPast(!showsPast)}>
            {t(showsPast ? "hidePast" : "showPast", { count: past })}
          </Button>
          <Button small look="quiet" onPress={() => onChange(days.slice(past))}>
            {t("removePast")}
          </Button>
        </div>
      )}
      {days.length > 0 && shown.length === 0 ? <Nothing>{t("onlyPast")}</Nothing> : null}
    </section>
  );
}

/** Holidays of a country, for this year and the next. */
function Sets({
  days,
  year,
  onChange,
}: {
  readonly days: readonly SpecialDay[];
  readonly year: number;
  readonly onChange: (days: SpecialDay[]) => void;
}) {
  const { t } = useTranslation("calendar");
  const [withCustomary, setWithCustomary] = useState(false);
  const daysOf = (country: HolidayCountry, of: number) =>
    publicHolidays(country, of)
      .filter(({ isPublic }) => isPublic || withCustomary)
      .map(({ date }): SpecialDay => ({ date, isExtra: false, spans: [] }));
  const known = new Set(days.map(({ date }) => date));
  return (
    <div className="flex flex-col gap-1">
      <span className="text-xs font-medium text-ink-soft">{t("sets")}</span>
      <div className="flex flex-wrap gap-2">
        {holidayCountries.flatMap((country) =>
          [year, year + 1].map((of) => {
            const set = daysOf(country, of);
            return (
              <Button
                key={`${country} ${of}`}
                small
                isDisabled={set.every(({ date }) => known.has(date))}
                onPress={() => onChange(withDays(days, set))}
              >
                {t("set", { country: t(`country.${country}`), year: String(of) })}
              </Button>
            );
          }),
        )}
      </div>
      <Tick isSelected={withCustomary} onChange={setWithCustomary}>
        {t("customary")}
      </Tick>
    </div>
  );
}

/** A day or several in a row, closed or open at other times. */
function AddDays({ today, onAdd }: { readonly today: string; readonly onAdd: (days: readonly SpecialDay[]) => void }) {
  const { t } = useTranslation(["calendar", "common"]);
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [way, setWay] = useState<Way>("closed");
  const [opens, setOpens] = useState("09:00");
  const [closes, setCloses] = useState("12:00");
  const dates = from === "" ? null : daysIn(from, to === "" ? from : to);
  const isWrong = from !== "" && dates === null;
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <div className="grid items-start gap-3 mid:grid-cols-3">
        <Field label={t("firstDay")} type="date" value={from} onChange={setFrom} />
        <Field
          label={t("lastDay")}
          type="date"
          value={to}
          onChange={setTo}
          error={isWrong ? t("rangeWrong", { count: mostDays }) : null}
        />
        <Choice
          label={t("way")}
          options={ways.map((id) => ({ id, label: t(`ways.${id}`) }))}
          value={way}
          onChange={setWay}
        />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        {way === "closed" ? (
          <span />
        ) : (
          <div className="flex items-center gap-2">
            <TimeField label={t("from")} value={opens} onChange={setOpens} />
            <span aria-hidden>–</span>
            <TimeField label={t("to")} value={closes} onChange={setCloses} />
          </div>
        )}
        <Button
          isDisabled={dates === null}
          onPress={() => {
            const spans = way === "closed" ? [] : [{ from: opens, to: closes }];
            onAdd((dates ?? [today]).map((date) => asDay(date, way === "extra", spans)));
            setFrom("");
            setTo("");
          }}
        >
          {t("addDays", { count: dates?.length ?? 1 })}
        </Button>
      </div>
    </div>
  );
}

function DayList({
  days,
  onRemove,
}: {
  readonly days: readonly SpecialDay[];
  readonly onRemove: (date: string) => void;
}) {
  const { t } = useTranslation(["calendar", "common"]);
  const language = useView((view) => view.language);
  const formats = formatsFor(language, "UTC");
  const holidays = holidaysOn(days.map(({ date }) => date));
  return (
    <ul aria-label={t("days")} className="divide-y divide-line rounded-lg border border-line">
      {days.map(({ date, isExtra, spans }) => {
        const holiday = holidays.get(date);
        const name = formats.date(Date.parse(date));
        const hours = spans.map(({ from, to }) => `${from}–${to}`).join(", ");
        return (
          <li key={date} className="flex min-h-10 items-center gap-3 pr-1 pl-3 text-sm">
            <span className="nums w-36 shrink-0">{name}</span>
            <span className="min-w-0 flex-1 text-xs text-ink-soft">
              {[
                ...(holiday === undefined ? [] : [t(`holiday.${holiday.id}`)]),
                ...(hours === "" ? [] : [t(isExtra ? "alsoOpen" : "openOnly", { hours })]),
                ...(hours === "" && holiday === undefined ? [t("closedAllDay")] : []),
              ].join(" · ")}
            </span>
            <IconButton icon={Trash2} label={`${t("common:remove")}: ${name}`} onPress={() => onRemove(date)} />
          </li>
        );
      })}
    </ul>
  );
}
