import type { ChangesAnswer } from "@flowdesk/shared/protocol/http.ts";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { request } from "../../connection/http.ts";
import type { Deed } from "../../store/deed.ts";
import { addEarlierDeeds, deedStore } from "../../store/deed-store.ts";
import { useDesk } from "../../store/use-desk.ts";
import { useTick } from "../../store/use-view.ts";

/** So many changes of the log before the desk was opened are looked through. */
const lookedThrough = 200;

/**
 * What was done lately, the newest first.
 * @param isHeld whether what stands there is to stay as it is
 */
export function useDeeds(isHeld: boolean): readonly Deed[] {
  const desk = useDesk()?.id;
  const loadedTo = useStore(deedStore, (state) => state.loadedTo);
  useEffect(() => {
    if (desk === undefined || loadedTo === null) return;
    const stop = new AbortController();
    const since = Math.max(0, loadedTo - lookedThrough);
    const query = new URLSearchParams({ since: String(since), limit: String(lookedThrough) });
    request<ChangesAnswer>("GET", `/api/desks/${encodeURIComponent(desk)}/changes?${query}`, undefined, stop.signal)
      .then(({ changes }) => addEarlierDeeds(changes.filter(({ seq }) => seq <= loadedTo)))
      // Without it the list begins with what is done from now on.
      .catch(() => {});
    return () => stop.abort();
  }, [desk, loadedTo]);
  // Once a second is often enough to read, however much is done.
  const now = useTick();
  const [shown, setShown] = useState({ at: 0, deeds: deedStore.getState().deeds });
  const isFilled = useStore(deedStore, ({ deeds }) => deeds.length > 0) && shown.deeds.length === 0;
  if (isFilled || (!isHeld && shown.at !== now)) setShown({ at: now, deeds: deedStore.getState().deeds });
  return shown.deeds;
}
