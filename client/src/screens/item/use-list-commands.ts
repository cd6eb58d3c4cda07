import { ArrowDown, ArrowUp, CheckSquare, Eye, ListPlus, Pause } from "lucide-react";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type ScreenCommand, useCommands } from "../../app/commands.ts";
import { listIs } from "../../app/list-now.ts";
import { closeItem, openItem } from "../../app/open-item.ts";
import type { ItemListHandle } from "../../components/item-list.tsx";
import { after } from "../../components/list-selection.ts";
import type { HeldListHandle } from "../../store/use-lists.ts";
import { clearSelected, focusItem, showItem, toggleSelected, viewStore } from "../../store/view-store.ts";

/** The keys of a list: move, open, select, bring in what is new, pause. */
export function useListCommands(list: {
  readonly ids: readonly string[];
  readonly held: HeldListHandle;
  readonly handle: RefObject<ItemListHandle | null>;
  readonly isNarrow: boolean;
}): void {
  const { t } = useTranslation("flow");
  const latest = useRef(list);
  latest.current = list;
  // Where the keyboard was, for when its row has gone.
  const place = useRef(0);
  const { ids } = list;
  useEffect(
    () =>
      viewStore.subscribe(({ focused }) => {
        const at = focused === null ? -1 : latest.current.ids.indexOf(focused);
        if (at !== -1) place.current = at;
      }),
    [],
  );
  useEffect(() => listIs(() => latest.current.ids), []);
  const isEmpty = ids.length === 0;
  useCommands(
    useMemo((): readonly ScreenCommand[] => {
      const move = (step: number) => {
        const { ids: rows, handle } = latest.current;
        const { focused, openItem: open } = viewStore.getState();
        const at = focused === null ? -1 : rows.indexOf(focused);
        const next = at === -1 ? (rows[Math.min(place.current, rows.length - 1)] ?? rows[0]) : after(rows, at, step);
        if (next === undefined) return;
        if (open !== null && !latest.current.isNarrow) showItem(next);
        else focusItem(next);
        handle.current?.focus();
      };
      return [
        { id: "list.down", label: t("list.down"), group: "list", keys: ["j"], icon: ArrowDown, run: () => move(1) },
        { id: "list.up", label: t("list.up"), group: "list", keys: ["k"], icon: ArrowUp, run: () => move(-1) },
        {
          id: "list.open",
          label: t("list.open"),
          group: "list",
          keys: ["Enter"],
          icon: Eye,
          run: () => {
            const { focused } = viewStore.getState();
            if (focused !== null) openItem(focused, latest.current.isNarrow);
          },
        },
        {
          id: "list.select",
          label: t("list.select"),
          group: "list",
          keys: ["x"],
          icon: CheckSquare,
          run: () => {
            const { focused } = viewStore.getState();
            if (focused !== null) toggleSelected([focused]);
          },
        },
        {
          id: "list.new",
          label: t("list.bringIn"),
          group: "list",
          keys: ["n"],
          icon: ListPlus,
          run: () => latest.current.held.bringIn(),
        },
        {
          id: "list.pause",
          label: t("list.pause"),
          group: "list",
          keys: ["p"],
          icon: Pause,
          run: () => {
            const { held } = latest.current;
            if (held.paused) held.letGo("pause");
            else held.hold("pause");
          },
        },
        {
          id: "list.leave",
          label: t("list.leave"),
          group: "list",
          keys: ["Escape"],
          run: () => {
            if (viewStore.getState().selected.size > 0) clearSelected();
            else closeItem();
          },
        },
      ];
    }, [t]),
  );
  // A list that was empty begins at its top.
  useEffect(() => {
    if (isEmpty) place.current = 0;
  }, [isEmpty]);
}
