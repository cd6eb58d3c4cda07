import { createStore } from "zustand/vanilla";
import { serverNow } from "./server-clock.ts";

/** Now by the server's clock in ms, to the second; one for all that ticks on the screen. */
export const tickStore = createStore<{ readonly now: number }>()(() => ({ now: wholeSecond() }));

let timer: ReturnType<typeof setTimeout> | null = null;

function wholeSecond(): number {
  return Math.floor(serverNow() / 1000) * 1000;
}

/** Starts the clock. It strikes at the server's full seconds, so that all screens change at once. */
export function startTicking(): void {
  if (timer !== null) return;
  const strike = () => {
    const now = wholeSecond();
    if (tickStore.getState().now !== now) tickStore.setState({ now });
    timer = setTimeout(strike, 1000 - (serverNow() % 1000) + 5);
  };
  strike();
}

export function stopTicking(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
}
