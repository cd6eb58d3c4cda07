import type { Change } from "@flowdesk/shared/desk/change.ts";
import { second } from "@flowdesk/shared/time/instant.ts";
import { createStore } from "zustand/vanilla";
import { type Cause, causesOf, concerns, isRipe, type Surroundings } from "./alarm.ts";
import { AlarmGate } from "./alarm-gate.ts";
import { pulseStore } from "./pulse-store.ts";
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

/** A connection that is back sooner than this was nothing to tell, in ms. */
const cutAfter = 10 * second;

function surroundings(): Surroundings {
  const { connection } = replicaStore.getState();
  return {
    spikes: pulseStore.getState().spikes,
    isCut: connection.kind === "offline" && serverNow() - connection.since >= cutAfter,
  };
}

/** Which spikes and which cut have been heard, so that each is told once. */
let known: { spikes: ReadonlySet<string>; isCut: boolean } = { spikes: new Set(), isCut: false };

/** What has begun around the desk since it was last looked at. */
function hearSurroundings(now: Surroundings, desk: string): void {
  const causes: Cause[] = [...now.spikes].filter((id) => !known.spikes.has(id)).map((id) => ({ kind: "spike", id }));
  if (now.isCut && !known.isCut) causes.push({ kind: "connection", id: desk });
  known = { ...now };
  if (causes.length > 0) gate.hear(causes, serverNow());
}

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
  const around = surroundings();
  hearSurroundings(around, state.desk.id);
  const stands = (cause: Cause) => concerns(cause, state, me, around);
  const { alarm } = alarmStore.getState();
  const now = serverNow();
  const fresh = gate.take(stands, now, (cause) => isRipe(cause, state, me, now));
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
  known = { spikes: new Set(), isCut: false };
  gate.clear();
  dropAlarm();
}
