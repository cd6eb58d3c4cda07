import { useEffect } from "react";

/** Keeps the screen from sleeping while the page is seen, as far as the browser lets it. */
export function useAwake(): void {
  useEffect(() => {
    let isWanted = true;
    let lock: WakeLockSentinel | null = null;
    const hold = async () => {
      if (!isWanted || document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      // Refused on low battery or without a secure connection: then the machine's own settings decide.
      lock = await navigator.wakeLock.request("screen").catch(() => null);
      if (!isWanted) void lock?.release();
    };
    void hold();
    document.addEventListener("visibilitychange", hold);
    return () => {
      isWanted = false;
      document.removeEventListener("visibilitychange", hold);
      void lock?.release();
    };
  }, []);
}
