import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";

/** Ms since 1970 as the desk's own clock has it. */
export type Clock = () => number;

const ClockContext = createContext<Clock>(Date.now);

/** Gives everything below it the desk's clock, which may differ from the machine's. */
export function ClockProvider({ clock, children }: { readonly clock: Clock; readonly children: ReactNode }) {
  return <ClockContext value={clock}>{children}</ClockContext>;
}

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const one of listeners) one();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Now on the desk's clock, in ms, to the last step; whoever asks is drawn anew at each. All marks step together. */
export function useNow(stepMs = 1000): number {
  return useClock((now) => Math.floor(now / stepMs) * stepMs);
}

/**
 * What a clock is read for, asked each second; whoever asks is drawn anew only when that alters: of a list in which the
 * hours stand, nothing.
 * @param read given now on the desk's clock, in ms, to the second
 */
export function useClock<T extends string | number>(read: (now: number) => T): T {
  const clock = useContext(ClockContext);
  return useSyncExternalStore(subscribe, () => read(Math.floor(clock() / 1000) * 1000));
}
