import { useTranslation } from "react-i18next";
import type { ConnectionState } from "../store/connection-state.ts";
import { useNow } from "./clock.tsx";
import { UrgencyShape } from "./urgency-mark.tsx";

export interface ConnectionBadgeProps {
  readonly state: ConnectionState;
  /** How many commands wait for a connection. */
  readonly waiting: number;
  readonly zone: string;
}

/** The truth about the connection, with the desk's own time: live, catching up, or offline since. */
export function ConnectionBadge({ state, waiting, zone }: ConnectionBadgeProps) {
  const { t, i18n } = useTranslation("components");
  const now = useNow();
  const time = (at: number, seconds: boolean) =>
    new Intl.DateTimeFormat(i18n.language, {
      hour: "2-digit",
      minute: "2-digit",
      ...(seconds ? { second: "2-digit" } : {}),
      hourCycle: "h23",
      timeZone: zone,
    }).format(at);
  const queued = waiting === 0 ? "" : ` · ${t("connection.waiting", { count: waiting })}`;
  if (state.kind === "live") {
    return (
      <span className="flex items-center gap-1.5 text-xs whitespace-nowrap" title={t("connection.zone", { zone })}>
        <span aria-hidden className="size-1.5 rounded-full bg-ink" />
        <span className="font-semibold">{t("connection.live")}</span>
        <span className="nums text-ink-faint">{time(now, true)}</span>
        {queued === "" ? null : <span className="nums text-ink-soft">{queued}</span>}
      </span>
    );
  }
  const text =
    state.kind === "catching-up"
      ? t("connection.catchingUp", { count: state.behind })
      : state.kind === "offline"
        ? t("connection.offline", { time: time(state.since, false) })
        : t(`connection.${state.kind}`);
  const isLost = state.kind !== "catching-up" && state.kind !== "opening";
  return (
    <span
      role="status"
      className={`flex items-center gap-1.5 text-xs font-semibold whitespace-nowrap ${isLost ? "text-over" : "text-ink-soft"}`}
    >
      {isLost ? (
        <UrgencyShape urgency="overdue" size={11} />
      ) : (
        <span aria-hidden className="pulse-soft size-1.5 rounded-full bg-ink-faint" />
      )}
      <span className="nums">
        {text}
        {queued}
      </span>
    </span>
  );
}
