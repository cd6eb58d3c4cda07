import { ChevronDown, Search } from "lucide-react";
import { useMemo } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { ConnectionBadge } from "../components/connection-badge.tsx";
import { type Counter, Counters } from "../components/counters.tsx";
import { Menu } from "../components/menu.tsx";
import type { DeskOfMine } from "../connection/session.ts";
import { alarmStore } from "../store/alarm-store.ts";
import { useConnection } from "../store/use-connection.ts";
import { useDesk, usePermits } from "../store/use-desk.ts";
import { useCounters } from "../store/use-lists.ts";
import { useView } from "../store/use-view.ts";
import { setFilter } from "../store/view-store.ts";
import { useFormats } from "../text/use-text.ts";
import { Alarms } from "./alarms.tsx";
import { ask } from "./ask.ts";
import { shownKey } from "./keys.ts";
import { PersonMenu } from "./person-menu.tsx";
import { navigate, pathOf } from "./route.ts";
import { targetsNow } from "./targets.ts";
import { TeamButtons } from "./team-buttons.tsx";
import { useForecast } from "./use-forecast.ts";

/**
 * The bar on top: which desk, the truth about the connection, the numbers that can still be acted on, and what needs the
 * person here now.
 */
export function TopBar({
  desk,
  desks,
  isNarrow,
}: {
  readonly desk: string;
  readonly desks: readonly DeskOfMine[];
  readonly isNarrow: boolean;
}) {
  const { t } = useTranslation("app");
  const { state, waitingCommands } = useConnection();
  const entity = useDesk();
  // Who sees no items would read that nothing waits.
  const hasCounters = usePermits("read.items");
  const isAlarmed = useStore(alarmStore, ({ alarm }) => alarm !== null);
  const name = entity?.name ?? desks.find(({ id }) => id === desk)?.name ?? desk;
  const title =
    desks.length < 2 ? (
      <h1 className="min-w-0 truncate px-1 text-sm font-semibold">{name}</h1>
    ) : (
      <h1 className="min-w-0">
        <Menu
          label={t("desks")}
          trigger={
            <AriaButton className="flex h-8 max-w-full min-w-0 items-center gap-1 rounded-md px-1 text-sm font-semibold hover:bg-hover touch:h-11">
              <span className="truncate">{name}</span>
              <ChevronDown aria-hidden size={14} className="shrink-0 text-ink-faint" />
            </AriaButton>
          }
          groups={[
            {
              id: "desks",
              actions: desks.map((one) => ({ id: one.id, label: one.name, onAction: () => navigate(pathOf(one.id)) })),
            },
          ]}
        />
      </h1>
    );
  const badge = (
    <ConnectionBadge
      state={state}
      waiting={waitingCommands}
      zone={entity?.zone ?? "UTC"}
      isBare={isNarrow && isAlarmed}
    />
  );
  const alarms = <Alarms desk={desk} isNarrow={isNarrow} />;
  if (isNarrow) {
    return (
      <header className="shrink-0 border-b border-line bg-surface pt-[env(safe-area-inset-top)]">
        <div className="flex h-12 items-center gap-3 px-3">
          <div className={isAlarmed ? "sr-only" : "contents"}>{title}</div>
          {isAlarmed ? null : <span className="flex-1" />}
          {alarms}
          {badge}
          <TeamButtons isNarrow />
          <PersonMenu />
        </div>
        {hasCounters ? (
          <div className="px-1">
            <CountersNow desk={desk} isNarrow />
          </div>
        ) : null}
      </header>
    );
  }
  return (
    <header className="shrink-0">
      <div className="flex h-11 items-center gap-3 border-b border-line bg-surface px-3">
        {title}
        {badge}
        {hasCounters ? <span aria-hidden className="h-5 w-px bg-line" /> : null}
        <div className="min-w-0 flex-1">{hasCounters ? <CountersNow desk={desk} isNarrow={false} /> : null}</div>
        <AriaButton
          onPress={() => ask({ kind: "palette", items: targetsNow() })}
          className="flex h-7 shrink-0 items-center gap-2 rounded-md border border-line-strong/60 px-2 text-xs text-ink-faint hover:bg-hover hover:text-ink touch:h-11"
        >
          <Search aria-hidden size={13} />
          <span className="hidden wide:inline">{t("palette.button")}</span>
          <kbd className="font-sans">{shownKey("mod+k")}</kbd>
        </AriaButton>
        <TeamButtons isNarrow={false} />
        <PersonMenu />
      </div>
      {alarms}
    </header>
  );
}

/** The numbers by themselves: they alter several times a second, the bar around them does not. */
function CountersNow({ desk, isNarrow }: { readonly desk: string; readonly isNarrow: boolean }) {
  const { t } = useTranslation("app");
  const faces = useCounterFaces(desk);
  // On a phone two are in sight at once: those that nobody may miss.
  const shown = isNarrow ? [...faces].sort((a, b) => rankOf(a) - rankOf(b)) : faces;
  return <Counters label={t("counter.label")} counters={shown} />;
}

function rankOf({ urgency }: Counter): number {
  return urgency === "overdue" ? 0 : 1;
}

function useCounterFaces(desk: string): readonly Counter[] {
  const { t } = useTranslation("app");
  const { number } = useFormats();
  const counters = useCounters();
  const foreseen = useForecast();
  const filter = useView((view) => view.filter);
  return useMemo(() => {
    const shown = (value: number) => (value === 0 ? 0 : number(value));
    const narrowTo = (need: "urgent" | "practical") => ({
      isPressed: filter.need === need,
      onPress: () => {
        setFilter(filter.need === need ? {} : { need });
        navigate(pathOf(desk, "flow"));
      },
    });
    return [
      {
        id: "urgent",
        label: t("counter.unseenUrgent"),
        value: shown(counters.unseenUrgent),
        urgency: "overdue",
        ...narrowTo("urgent"),
      },
      {
        id: "practical",
        label: t("counter.practicalLate"),
        value: shown(counters.practicalLate),
        urgency: "at-risk",
        ...narrowTo("practical"),
      },
      { id: "overdue", label: t("counter.overdue"), value: shown(counters.overdue), urgency: "overdue" },
      { id: "risk", label: t("counter.atRisk"), value: shown(counters.atRisk), urgency: "at-risk" },
      {
        id: "queue",
        label: t("counter.notTaken"),
        value: shown(counters.notTaken),
        onPress: () => {
          setFilter({});
          navigate(pathOf(desk, "flow"));
        },
      },
      { id: "open", label: t("counter.unanswered"), value: shown(counters.unanswered) },
      { id: "promises", label: t("counter.promises"), value: shown(counters.promises) },
      ...(foreseen === null
        ? []
        : [
            {
              id: "forecast",
              label:
                foreseen.morePeople === null || foreseen.morePeople === 0
                  ? t("counter.forecast")
                  : t("counter.forecastMore", { count: foreseen.morePeople }),
              value: shown(foreseen.misses),
              urgency: "at-risk" as const,
              ...(foreseen.morePeople === null || foreseen.morePeople === 0
                ? {}
                : { hint: t("counter.forecastMoreHint", { count: foreseen.morePeople }) }),
            },
          ]),
    ];
  }, [t, number, counters, foreseen, filter, desk]);
}
