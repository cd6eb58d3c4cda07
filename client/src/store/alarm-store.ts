import type { Change } from "@flowdesk/shared/desk/change.ts";
import { createStore } from "zustand/vanilla";
import { type Cause, causesOf, concerns } from "./alarm.ts";
import { AlarmGate } from "./alarm-gate.ts";
import { replicaStore } from "./replica-store.ts";
import { serverNow } from "./server-clock.ts";

/** What interrupts the person at this screen now: all that stands of what was told, the most pressing first. */
export interface Alarm {
  readonly id: number;
  readonly causes: readonly Cause[];
}

export const alarmStore = createStore<{ readonly alarm: Alarm | null }>()(() => ({ alarm: null }));

const gate = new AlarmGate();
let lastId = 0;

/** Hears what came in from the desk. What is loaded is not heard: it stands in the queue and on the sheet. */
export function hearChanges(changes: readonly Change[]): void {
  const { state, me } = replicaStore.getState();
  if (state === null) return;
  gate.hear(
    causesOf(changes).filter((cause) => concerns(cause, state, me)),
    serverNow(),
  );
}

/** Tells what is to be told, and takes back what has been settled. To be called about every second. */
export function renewAlarm(): void {
  const { state, me } = replicaStore.getState();
  if (state === null) return;
  const stands = (cause: Cause) => concerns(cause, state, me);
  const { alarm } = alarmStore.getState();
  const fresh = gate.take(stands, serverNow());
  const standing = alarm === null ? [] : alarm.causes.filter(stands);
  if (fresh.length > 0) {
    lastId++;
    const isKnown = (cause: Cause) => fresh.some(({ kind, id }) => kind === cause.kind && id === cause.id);
    alarmStore.setState({
      alarm: { id: lastId, causes: [...fresh, ...standing.filter((cause) => !isKnown(cause))] },
    });
  } else if (alarm !== null && standing.length < alarm.causes.length) {
    alarmStore.setState({ alarm: standing.length === 0 ? null : { ...alarm, causes: standing } });
  }
}

/** The person has taken note. */
export function dropAlarm(): void {
  alarmStore.setState({ alarm: null });
}

/** Forgets everything when a desk is left. */
export function clearAlarms(): void {
  gate.clear();
  dropAlarm();
}
