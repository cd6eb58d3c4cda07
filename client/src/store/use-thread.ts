import type { Thread } from "@flowdesk/shared/desk/state.ts";
import { useEffect, useState } from "react";
import { type LoadFailure, loadThread } from "../connection/desk-session.ts";
import { useReplica } from "./use-desk.ts";

/** An item's thread as far as it is here. */
export type ThreadView =
  | { readonly kind: "loading" }
  | { readonly kind: "here"; readonly thread: Thread }
  | { readonly kind: "failed"; readonly failure: LoadFailure; readonly again: () => void };

/** An item's messages, fetched when the item is opened and kept up to date by the feed from then on. */
export function useThread(item: string): ThreadView {
  const thread = useReplica((view) => view.state?.threads.get(item));
  const generation = useReplica((view) => view.generation);
  const [failure, setFailure] = useState<LoadFailure | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new load of the desk and a further attempt fetch anew
  useEffect(() => {
    let wanted = true;
    setFailure(null);
    loadThread(item).then((failed) => {
      if (wanted) setFailure(failed);
    });
    return () => {
      wanted = false;
    };
  }, [item, generation, attempt]);
  if (thread !== undefined) return { kind: "here", thread };
  if (failure !== null) return { kind: "failed", failure, again: () => setAttempt((count) => count + 1) };
  return { kind: "loading" };
}
