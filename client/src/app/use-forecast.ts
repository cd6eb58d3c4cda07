import { type Forecast, forecast } from "@flowdesk/shared/clock/forecast.ts";
import { nearestRank } from "@flowdesk/shared/clock/percentile.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { permits } from "@flowdesk/shared/desk/permission.ts";
import { day, hour, instant, minute } from "@flowdesk/shared/time/instant.ts";
import { useMemo } from "react";
import { arrivalMinutes } from "../store/arrivals.ts";
import { type ReplicaView, replicaStore } from "../store/replica-store.ts";
import { useReplica } from "../store/use-desk.ts";
import { useTick } from "../store/use-view.ts";

/** Fewer answers in the last hour than this say nothing about how fast people answer. */
const fewestAnswers = 5;

/** How often it is worked out anew, in seconds: it goes through everything that is open. */
const renewal = 30;

/** How many deadlines will be missed if all goes on as now; null while too little is known of how fast people answer. */
export function useForecast(): Forecast | null {
  const now = useTick(renewal);
  const generation = useReplica((view) => view.generation);
  // Worked out twice a minute from what is there then; following every change would cost too much.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a fresh load is worked out at once.
  return useMemo(() => forecastFrom(replicaStore.getState(), now), [now, generation]);
}

/** @param now in ms, by the desk's clock */
export function forecastFrom({ state, lines }: Pick<ReplicaView, "state" | "lines">, now: number): Forecast | null {
  if (state === null) return null;
  // What is open is gone through only where it can be told how fast it is answered.
  const people = [...state.members.values()].filter((one) => one.shift === "on" && permits(one, "item.reply")).length;
  if (people === 0) return null;
  const hourAgo = instant(now - hour);
  let answered = 0;
  for (const { answeredAt } of state.items.values()) if (answeredAt !== null && answeredAt > hourAgo) answered++;
  if (answered < fewestAnswers) return null;
  const open: string[] = [];
  const targets: number[] = [];
  for (const item of state.items.values()) {
    if (item.awaitingSince === null || item.dueAt === null || item.need === "watch") continue;
    open.push(item.dueAt);
    if (item.targetMs !== null) targets.push(item.targetMs);
  }
  const brought = lines.reduce((sum, line) => sum + line.arrivals.reduce((all, one) => all + one, 0), 0);
  const arrived = brought * wantingShare(state.items.values(), now);
  return forecast({
    now: instant(now),
    open,
    arrivalsPerHour: (arrived * 60) / arrivalMinutes,
    arrivalTargetMs:
      nearestRank(
        targets.sort((a, b) => a - b),
        0.5,
      ) ?? day,
    answersPerPersonPerHour: answered / people,
    people,
  });
}

/** The share of what came in lately that wants an answer: on an evening most of it wants none. */
function wantingShare(items: Iterable<Pick<Item, "receivedAt" | "need">>, now: number): number {
  const since = instant(now - arrivalMinutes * minute);
  let all = 0;
  let wanting = 0;
  for (const { receivedAt, need } of items) {
    if (receivedAt < since) continue;
    all++;
    if (need !== "watch") wanting++;
  }
  return all === 0 ? 1 : wanting / all;
}
