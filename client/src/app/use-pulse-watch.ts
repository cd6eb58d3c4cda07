import type { PulseAnswer } from "@flowdesk/shared/protocol/pulse.ts";
import { second } from "@flowdesk/shared/time/instant.ts";
import { useEffect } from "react";
import { request } from "../connection/http.ts";
import { forgetPulse, takePulse } from "../store/pulse-store.ts";
import { useReplica } from "../store/use-desk.ts";

/** How often it is asked for, in ms: at least, and by how much more at most, so that consoles do not ask at once. */
const pause = 20 * second;
const jitter = 10 * second;

/** Keeps the pulse of the channels fresh: asked for while the page is seen, and after every load of the desk. */
export function usePulseWatch(isWanted: boolean): void {
  const desk = useReplica((view) => view.state?.desk.id);
  const generation = useReplica((view) => view.generation);
  useEffect(() => (desk === undefined ? undefined : forgetPulse), [desk]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a load of the desk it is asked for anew.
  useEffect(() => {
    if (desk === undefined || !isWanted) return;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") {
        await request<PulseAnswer>("GET", `/api/desks/${encodeURIComponent(desk)}/pulse`, undefined, abort.signal).then(
          (answer) => {
            if (!abort.signal.aborted) takePulse(answer);
          },
          // What was known stands until the server answers again.
          () => undefined,
        );
      }
      clearTimeout(timer);
      if (!abort.signal.aborted) timer = setTimeout(ask, pause + Math.random() * jitter);
    };
    const seen = () => {
      if (document.visibilityState === "visible") void ask();
    };
    void ask();
    document.addEventListener("visibilitychange", seen);
    return () => {
      abort.abort();
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [desk, generation, isWanted]);
}
