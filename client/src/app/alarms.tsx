import { platformOf } from "@flowdesk/shared/desk/channel/channel.ts";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { AlarmNotice } from "../components/alarm-notice.tsx";
import { handleOf } from "../components/item-row.tsx";
import { platformName } from "../components/platform-name.ts";
import { tryAgain } from "../connection/desk-session.ts";
import { type AlarmKind, alarmKinds, type Cause } from "../store/alarm.ts";
import { alarmStore, clearAlarms, dropAlarm, renewAlarm } from "../store/alarm-store.ts";
import { tickStore } from "../store/tick-store.ts";
import { useMe, usePermits, useReplica } from "../store/use-desk.ts";
import { setFilter } from "../store/view-store.ts";
import { answered } from "./ask.ts";
import { openItem } from "./open-item.ts";
import { ring } from "./ring.ts";
import { navigate, pathOf } from "./route.ts";
import { usePulseWatch } from "./use-pulse-watch.ts";

/** Listens for what needs the person here now, for as long as a desk is open, and rings for it. */
export function useAlarms(): void {
  usePulseWatch(usePermits("item.assign"));
  const id = useStore(alarmStore, ({ alarm }) => alarm?.id);
  useEffect(() => tickStore.subscribe(renewAlarm), []);
  useEffect(() => clearAlarms, []);
  useEffect(() => {
    if (id !== undefined) ring(alarmStore.getState().alarm?.causes.map(({ kind }) => kind) ?? []);
  }, [id]);
}

/** What needs the person here now: once, in one sentence, however much it is. */
export function Alarms({ desk, isNarrow }: { readonly desk: string; readonly isNarrow: boolean }) {
  const { t } = useTranslation("alarm");
  const isFlow = useMe()?.roles.includes("flow-manager") === true;
  const alarm = useStore(alarmStore, (state) => state.alarm);
  const text = useAlarmText(alarm?.causes ?? none);
  const [first] = alarm?.causes ?? none;
  const show = () => {
    dropAlarm();
    if (first === undefined) return;
    // What is shown would lie behind a question that stands.
    answered();
    if (first.kind === "connection") tryAgain();
    else if (first.kind === "spike") {
      navigate(pathOf(desk, "flow"));
      setFilter({ channel: first.id });
    } else if (first.kind === "late" || first.kind === "missed") {
      navigate(pathOf(desk, "run-sheet", { post: first.id }));
    } else {
      navigate(pathOf(desk, isFlow ? "flow" : "my-desk"));
      openItem(first.id, isNarrow);
    }
  };
  return (
    <AlarmNotice
      label={t("label")}
      text={first === undefined ? null : text}
      calmText={t("none")}
      showLabel={t("show")}
      isNarrow={isNarrow}
      onShow={show}
      onDrop={dropAlarm}
    />
  );
}

const none: readonly Cause[] = [];

/** What it is about: by name if it is one thing, else how many of each kind. */
function useAlarmText(causes: readonly Cause[]): string {
  const { t } = useTranslation("alarm");
  const name = useReplica(({ state }) => {
    const [only, second] = causes;
    if (state === null || only === undefined || second !== undefined) return null;
    if (only.kind === "connection") return null;
    if (only.kind === "spike")
      return `${platformName(platformOf(only.id))} · ${state.channels.get(only.id)?.name ?? only.id}`;
    const item = state.items.get(only.id);
    return item === undefined ? (state.posts.get(only.id)?.title ?? null) : handleOf(item);
  });
  const [first] = causes;
  if (first !== undefined && name !== null && name !== "") return t(`one.${first.kind}`, { what: name });
  const count = (kind: AlarmKind) => causes.filter((cause) => cause.kind === kind).length;
  return alarmKinds
    .filter((kind) => count(kind) > 0)
    .map((kind) => t(kind, { count: count(kind) }))
    .join(" · ");
}
