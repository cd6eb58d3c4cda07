import { useTranslation } from "react-i18next";
import { formatsFor } from "../text/formats.ts";

/** A moment in the desk's zone, short: the time alone on the day that it is, else with its day. One's own time on hover. */
export function Moment({
  at,
  zone,
  today,
  className = "",
}: {
  readonly at: string;
  readonly zone: string;
  /** Now, in ms, for which day it is. */
  readonly today: number;
  readonly className?: string;
}) {
  const { i18n } = useTranslation();
  return (
    <time
      dateTime={at}
      title={formatsFor(i18n.language).dateTime(at)}
      className={`nums whitespace-nowrap ${className}`}
    >
      {formatsFor(i18n.language, zone).timeNear(at, today)}
    </time>
  );
}
