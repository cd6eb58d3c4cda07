import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { useMemo } from "react";
import { compareDeadlines } from "../../store/deadline.ts";
import { replicaStore } from "../../store/replica-store.ts";
import { useReplica } from "../../store/use-desk.ts";
import { useView } from "../../store/use-view.ts";
import type { Filter } from "../../store/view-store.ts";

/** A list narrowed down as this screen is; the same array where nothing is narrowed. */
export function useFiltered(ids: readonly string[]): readonly string[] {
  const filter = useView((view) => view.filter);
  return useMemo(() => {
    if (Object.keys(filter).length === 0) return ids;
    const items = replicaStore.getState().state?.items;
    const fits = fitting(filter);
    return ids.filter((id) => {
      const item = items?.get(id);
      return item !== undefined && fits(item);
    });
  }, [ids, filter]);
}

function fitting({ channel, kind, need, text }: Filter): (item: Item) => boolean {
  const wanted = text?.toLocaleLowerCase().trim() ?? "";
  return (item) =>
    (channel === undefined || item.channel === channel) &&
    (kind === undefined || item.kind === kind) &&
    (need === undefined || item.need === need) &&
    (wanted === "" ||
      item.preview.toLocaleLowerCase().includes(wanted) ||
      item.author.handle.toLocaleLowerCase().includes(wanted) ||
      (item.author.name ?? "").toLocaleLowerCase().includes(wanted));
}

/** What waits and what was promised, for the one person who has it all: by deadline. Empty where there are several. */
export function useEverythingByDeadline(): readonly string[] {
  return useReplica((view) => view.everything);
}

/** What a member has, by deadline. */
export function useHoldingsOf(member: string): readonly string[] {
  const loads = useReplica((view) => view.loads);
  // The loads alter with every alteration of what anybody holds.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew whenever the loads are.
  return useMemo(() => {
    const found: Item[] = [];
    for (const item of replicaStore.getState().state?.items.values() ?? []) {
      if (item.assignee === member && (item.status !== "answered" || item.promise !== null)) found.push(item);
    }
    return found.sort(compareDeadlines).map(({ id }) => id);
  }, [loads, member]);
}
