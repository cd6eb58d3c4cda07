import { useTranslation } from "react-i18next";
import type { ConnectionState } from "../store/connection-state.ts";
import { formatsFor } from "../text/formats.ts";
import { useNow } from "./clock.tsx";
import { UrgencyShape } from "./urgency-mark.tsx";

export interface ConnectionBadgeProps {
  readonly state: ConnectionState;
  /** How many commands wait for a connection. */
  readonly waiting: number;
  readonly zone: string;
  /** Without the time of day, where there is no room for it. */
  readonly isBare?: boolean;
}

/** The truth about the connection, with the desk's own time: live, catching up, or offline since. */
export function ConnectionBadge({ state, waiting, zone, isBare = false }: ConnectionBadgeProps) {
  const { t, i18n } = useTranslation("components");
  const now = useNow();
  const formats = formatsFor(i18n.language, zone);
  const queued = waiting === 0 ? "" : ` · ${t("connection.waiting", { count: waiting })}`;
  if (state.kind === "live") {
    return (
      <span className="flex items-center gap-1.5 text-xs whitespace-nowrap" title={t("connection.zone", { zone })}>
        <span aria-hidden className="size-1.5 rounded-full bg-ink" />
        <span className="font-semibold">{t("connection.live")}</span>
        {isBare ? null : <span className="nums text-ink-faint">{formats.timeWithSeconds(now)}</span>}
        {queued === "" ? null : <span className="nums text-ink-soft">{queued}</span>}
      </span>
    );
  }
  const text =
    state.kind === "catching-up"
      ? t("connection.catchingUp", { count: state.behind })
      : state.kind === "offline"
        ? t("connection.offline", { time: formats.timeNear(state.since, now) })
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
      {/* How far it has come runs too fast to be told. */}
      <span className="nums" aria-live={isLost ? undefined : "off"}>
        {text}
        {queued}
      </span>
    </span>
  );
}
