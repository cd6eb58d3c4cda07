import { addOpenTime, type OpeningHours, openingAt } from "@flowdesk/shared/clock/opening-hours.ts";
import { day, hour, type Instant, instant, millis } from "@flowdesk/shared/time/instant.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../components/field.tsx";
import { useTick, useView } from "../../store/use-view.ts";
import { formatLocale, formatsFor } from "../../text/formats.ts";
import { readLength } from "./length.ts";

/** Whether a calendar is open now, and until when, or when it opens: one sentence. */
export function useOpeningText(hours: OpeningHours): string {
  const { t } = useTranslation("calendar");
  const now = useTick(60);
  const timeText = useTimeText(hours.zone);
  const { isOpen, changesAt } = openingAt(instant(now), hours);
  if (changesAt === null) return t(isOpen ? "alwaysOpen" : "neverOpens");
  return t(isOpen ? "openUntil" : "opensAt", { time: timeText(changesAt) });
}

/** What a calendar means for a message that comes now. */
export function CalendarPreview({ hours }: { readonly hours: OpeningHours }) {
  const { t } = useTranslation("calendar");
  const now = useTick(60);
  const [target, setTarget] = useState("4");
  const opening = useOpeningText(hours);
  const timeText = useTimeText(hours.zone);
  const ms = readHours(target);
  const due = ms === null ? null : addOpenTime(instant(now), ms, hours);
  return (
    <section aria-label={t("preview")} className="flex flex-col gap-2 rounded-lg bg-sunken p-3 text-sm">
      <h3 className="text-sm font-semibold">{t("preview")}</h3>
      <p>{opening}</p>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-1">
        <Field
          label={t("previewTarget")}
          value={target}
          onChange={setTarget}
          maxLength={12}
          className="w-40"
          error={ms === null ? t("previewWrong") : null}
        />
        {ms === null ? null : (
          <p role="status" className="min-w-0 flex-1 basis-52 pb-1.5">
            {due === null ? t("previewNever") : t("previewDue", { time: timeText(due) })}
          </p>
        )}
      </div>
    </section>
  );
}

/** A number of hours, or a length of time with its unit, in ms; null if it is none or too long. */
function readHours(text: string): number | null {
  const bare = /^\d{1,4}$/u.test(text.trim());
  const ms = bare ? Number(text) * hour : readLength(text);
  return ms === null || ms < 1 || ms > 365 * day ? null : ms;
}

/** Times of a zone as one says them: with the weekday within a week, else with the date. */
function useTimeText(zone: string): (at: Instant) => string {
  const language = useView((view) => view.language);
  const now = useTick(60);
  const formats = formatsFor(language, zone);
  const weekday = new Intl.DateTimeFormat(formatLocale(language), { weekday: "long", timeZone: zone });
  return (at) => {
    const ahead = millis(at) - now;
    if (formats.date(at) === formats.date(now)) return formats.time(at);
    return ahead < 6 * day ? `${weekday.format(millis(at))} ${formats.time(at)}` : formats.dateTime(at);
  };
}
