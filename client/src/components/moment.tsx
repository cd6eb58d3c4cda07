import { useTranslation } from "react-i18next";

/** A moment in the desk's zone, short: the time alone on the day that it is, else with the date. One's own time on hover. */
export function Moment({
  at,
  zone,
  today,
  className = "",
}: {
  readonly at: string;
  readonly zone: string;
  readonly today: number;
  readonly className?: string;
}) {
  const { i18n } = useTranslation();
  const date = new Date(at);
  const own = new Intl.DateTimeFormat(i18n.language, { dateStyle: "full", timeStyle: "long" }).format(date);
  return (
    <time dateTime={at} title={own} className={`nums whitespace-nowrap ${className}`}>
      {momentText(at, zone, today, i18n.language)}
    </time>
  );
}

/** The text of a moment in a zone: `20:47`, or `14 Feb 20:47` on another day than `today` (ms since 1970). */
export function momentText(at: string, zone: string, today: number, language: string): string {
  const date = new Date(at);
  const time = new Intl.DateTimeFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  });
  const day = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone: zone });
  if (day.format(date) === day.format(today)) return time.format(date);
  const sameYear = day.format(date).slice(0, 4) === day.format(today).slice(0, 4);
  const full = new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
    timeZone: zone,
  });
  return `${full.format(date)} ${time.format(date)}`;
}
