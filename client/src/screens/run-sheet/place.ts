import { instant, millis } from "@flowdesk/shared/time/instant.ts";
import { useCallback, useMemo } from "react";
import { navigate, pathOf, useRoute } from "../../app/route.ts";
import { useReplica } from "../../store/use-desk.ts";
import { useTick } from "../../store/use-view.ts";
import { type Day, dayOf, isDay, startOf } from "./sheet.ts";

/** Where in the run sheet this screen is; it stands in the address, so that it can be sent to a colleague. */
export interface Place {
  readonly day: Day;
  readonly today: Day;
  readonly zone: string;
  /** The post that is open. */
  readonly post: string | null;
  readonly goTo: (day: Day) => void;
  readonly open: (post: string | null) => void;
}

/** The day and the post that the address names; without a day that of the post, or today. */
export function usePlace(): Place {
  const route = useRoute();
  const desk = route.kind === "desk" ? route.desk : "";
  const query = route.kind === "desk" ? route.query : null;
  const zone = useReplica((view) => view.state?.desk.zone ?? "UTC");
  const post = query?.get("post") ?? null;
  const postAt = useReplica((view) => (post === null ? undefined : view.state?.posts.get(post)?.at));
  const minute = useTick(60);
  const today = useMemo(() => dayOf(instant(minute), zone), [minute, zone]);
  const asked = query?.get("day") ?? "";
  const day = isDay(asked) ? asked : postAt === undefined ? today : dayOf(postAt, zone);
  const goTo = useCallback(
    (to: Day) => navigate(pathOf(desk, "run-sheet", to === today ? {} : { day: to })),
    [desk, today],
  );
  const open = useCallback(
    (id: string | null) =>
      navigate(
        pathOf(desk, "run-sheet", {
          ...(day === today && id === null ? {} : { day }),
          ...(id === null ? {} : { post: id }),
        }),
      ),
    [desk, day, today],
  );
  return { day, today, zone, post, goTo, open };
}

/** A moment in the middle of a day, which the formats name the day by. In ms. */
export function middleOf(day: Day, zone: string): number {
  return millis(startOf(day, zone)) + 12 * 3_600_000;
}
