import { lateAfterMs } from "@flowdesk/shared/desk/post/wakes.ts";
import { millis } from "@flowdesk/shared/time/instant.ts";
import { useTranslation } from "react-i18next";
import { Field } from "../../components/field.tsx";
import { ZoneChoice } from "../../components/zone-choice.tsx";
import { useTick, useView } from "../../store/use-view.ts";
import { formatsFor } from "../../text/formats.ts";
import { useFormats, useOwnFormats } from "../../text/use-text.ts";
import { readTime, readWhen, type When } from "./when.ts";

/** Date, time and zone of a post, with what the clock change does to them. */
export function WhenFields({ when, onChange }: { readonly when: When; readonly onChange: (when: When) => void }) {
  const { t } = useTranslation("runSheet");
  const now = useTick(5);
  const read = readWhen(when);
  const isTimeWrong = when.time.trim() !== "" && readTime(when.time) === null;
  const isPast = read !== null && millis(read.at) < now - lateAfterMs;
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-3 mid:grid-cols-[10rem_6rem_1fr]">
        <Field label={t("form.date")} type="date" value={when.date} onChange={(date) => onChange({ ...when, date })} />
        <Field
          label={t("form.time")}
          value={when.time}
          placeholder="21:00"
          inputMode="numeric"
          maxLength={8}
          error={isTimeWrong ? t("form.timeWrong") : null}
          onChange={(time) => onChange({ ...when, time })}
          onBlur={() => onChange({ ...when, time: readTime(when.time) ?? when.time })}
        />
        <ZoneChoice
          label={t("form.zone")}
          value={when.zone}
          onChange={(zone) => onChange({ ...when, zone })}
          className="col-span-2 mid:col-span-1"
        />
      </div>
      {isPast ? <p className="text-xs font-medium text-over">{t("form.past")}</p> : null}
      {read === null ? null : <WhenHint {...read} />}
    </div>
  );
}

/** What is worth saying of a chosen time: what the clock change does to it, and what it is where one sits. */
export function WhenHint({
  at,
  planned,
  shifted,
}: {
  readonly at: string;
  readonly planned: { readonly zone: string };
  readonly shifted: { readonly kind: "skipped" | "repeated" } | null;
}) {
  const { t } = useTranslation("runSheet");
  const language = useView((view) => view.language);
  const there = formatsFor(language, planned.zone);
  const desk = useFormats();
  const own = useOwnFormats();
  const isElsewhere = own.dateTime(at) !== there.dateTime(at);
  const isOutside = desk.dateTime(at) !== there.dateTime(at);
  return (
    <>
      {shifted === null ? null : (
        <p role="status" className="text-xs font-medium text-soon">
          {shifted.kind === "skipped" ? t("panel.skipped", { time: there.time(at) }) : t("panel.repeated")}
        </p>
      )}
      {isOutside ? (
        <p className="nums text-xs text-ink-soft">{t("panel.deskTime", { time: desk.dateTime(at) })}</p>
      ) : null}
      {isElsewhere ? (
        <p className="nums text-xs text-ink-faint">{t("panel.ownTime", { time: own.dateTime(at) })}</p>
      ) : null}
    </>
  );
}
