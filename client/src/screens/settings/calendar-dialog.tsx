import { calendarFlaw } from "@flowdesk/shared/clock/calendar-flaw.ts";
import type { OpeningHours } from "@flowdesk/shared/clock/opening-hours.ts";
import type { Policy } from "@flowdesk/shared/desk/policy/policy.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { wallClockOf } from "@flowdesk/shared/time/wall-clock.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { ZoneChoice } from "../../components/zone-choice.tsx";
import { useReplica } from "../../store/use-desk.ts";
import { useTick } from "../../store/use-view.ts";
import { CalendarPreview } from "./calendar-preview.tsx";
import { asHolidays, specialDaysOf } from "./special-days.ts";
import { SpecialDaysEditor } from "./special-days-editor.tsx";
import { WeekHours } from "./week-hours.tsx";

const first: Pick<OpeningHours, "weekly" | "holidays"> = {
  weekly: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }],
  holidays: [],
};

/** One calendar: its name and zone, the week, the days that do not go by it, and what it means now. */
export function CalendarDialog({
  policy,
  name: before,
  onClose,
}: {
  readonly policy: Policy;
  /** The calendar's name; null: a new one. */
  readonly name: string | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(["calendar", "common", "components"]);
  const deskZone = useReplica((view) => view.state?.desk.zone ?? "UTC");
  const now = useTick(60);
  const known = before === null ? undefined : policy.calendars[before];
  const [name, setName] = useState(before ?? "");
  const [zone, setZone] = useState(known?.zone ?? deskZone);
  const [weekly, setWeekly] = useState(known?.weekly ?? first.weekly);
  const [days, setDays] = useState(() => specialDaysOf(known ?? first));
  const { isBusy, problem, give } = useAttempt();
  const hours: OpeningHours = { zone, weekly, ...asHolidays(days) };
  const flaw = calendarFlaw(hours);
  const called = name.trim();
  const isTaken = called !== before && Object.hasOwn(policy.calendars, called);
  const isReady = called !== "" && !isTaken && flaw === null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    // The calendar keeps its place, and what counts in it goes with its name.
    const entries = Object.entries(policy.calendars).map(([key, value]) =>
      key === before ? ([called, hours] as const) : ([key, value] as const),
    );
    if (before === null) entries.push([called, hours]);
    const targets = policy.targets.map((rule) =>
      before !== null && rule.hours === before ? { ...rule, hours: called } : rule,
    );
    void give("policy.targets", { targets, calendars: Object.fromEntries(entries) }).then((done) => {
      if (done) onClose();
    });
  };
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={before === null ? t("add") : t("edit", { name: before })}
      closeLabel={t("components:dialog.close")}
      footer={
        <>
          <Problem>{problem}</Problem>
          <span className="flex-1" />
          <Button type="submit" form="calendar" look="primary" isDisabled={!isReady || isBusy}>
            {t("common:save")}
          </Button>
        </>
      }
    >
      <form id="calendar" onSubmit={onSubmit} className="flex flex-col gap-5">
        <div className="grid items-start gap-4 mid:grid-cols-2">
          <Field
            label={t("name")}
            hint={t("nameHint")}
            value={name}
            onChange={setName}
            maxLength={64}
            autoFocus={before === null}
            error={isTaken ? t("nameTaken") : null}
          />
          <ZoneChoice label={t("zone")} value={zone} onChange={setZone} />
        </div>
        <WeekHours label={t("week")} spans={weekly} flaw={flaw} onChange={setWeekly} />
        {flaw === null ? <CalendarPreview hours={hours} /> : null}
        <SpecialDaysEditor days={days} today={wallClockOf(instant(now), zone).local.slice(0, 10)} onChange={setDays} />
      </form>
    </Dialog>
  );
}
