import { isSpike } from "@flowdesk/shared/clock/spike.ts";
import type { PulseAnswer } from "@flowdesk/shared/protocol/pulse.ts";
import { createStore } from "zustand/vanilla";

interface PulseState {
  /** The pulse of the desk's channels; null until it is here. */
  readonly answer: PulseAnswer | null;
  /** The channels by which far more comes in than usual. */
  readonly spikes: ReadonlySet<string>;
}

const nothing: PulseState = { answer: null, spikes: new Set() };

export const pulseStore = createStore<PulseState>()(() => nothing);

/** Takes the pulse as the server tells it. */
export function takePulse(answer: PulseAnswer): void {
  const { spikes: before } = pulseStore.getState();
  const byChannel = Map.groupBy(answer.lines, ({ channel }) => channel);
  const spikes = new Set<string>();
  for (const [channel, lines] of byChannel) {
    const [first, ...others] = lines.map(({ arrivals }) => arrivals);
    if (first === undefined) continue;
    const all = first.map((count, minute) => others.reduce((sum, line) => sum + (line[minute] ?? 0), count));
    if (isSpike(all, before.has(channel))) spikes.add(channel);
  }
  pulseStore.setState({ answer, spikes });
}

/** Forgets it when the desk is left. */
export function forgetPulse(): void {
  pulseStore.setState(nothing);
}
