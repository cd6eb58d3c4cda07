import { ListPlus, Pause, Play } from "lucide-react";
import { type ReactNode, useCallback, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { openItem } from "../../app/open-item.ts";
import { useWidth } from "../../app/use-width.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { ItemList, type ItemListHandle } from "../../components/item-list.tsx";
import type { RowStanding } from "../../components/list-row.tsx";
import { useHeldList } from "../../store/use-lists.ts";
import { useSelected, useView } from "../../store/use-view.ts";
import { focusItem, setSelected } from "../../store/view-store.ts";
import { useFormats } from "../../text/use-text.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { type ListKind, LiveRow } from "./live-row.tsx";
import { useListCommands } from "./use-list-commands.ts";

export interface ListPaneProps {
  /** The list's name for its hold, one a list. */
  readonly name: string;
  readonly kind: ListKind;
  readonly title: string;
  readonly hint?: string;
  readonly ids: readonly string[];
  readonly empty: ReactNode;
  readonly isDraggable?: boolean;
  /** What stands in the head beside the title. */
  readonly tools?: ReactNode;
  /** What stands between the head and the rows. */
  readonly above?: ReactNode;
}

/** A list of items with its head, its keys, what is new, and what can be done with a selection. */
export function ListPane({ name, kind, title, hint, ids, empty, isDraggable = false, tools, above }: ListPaneProps) {
  const { t } = useTranslation(["flow", "common"]);
  const { number } = useFormats();
  const isNarrow = useWidth() === "narrow";
  const held = useHeldList(name, ids);
  const handle = useRef<ItemListHandle>(null);
  const rows = held.ids;
  useListCommands({ ids: rows, held, handle, isNarrow });
  const focused = useView((view) => view.focused);
  const selection = useSelected();
  const renderRow = useCallback(
    (id: string, standing: RowStanding) => <LiveRow id={id} name={name} list={kind} isTall={isNarrow} {...standing} />,
    [name, kind, isNarrow],
  );
  const { hold, letGo, paused } = held;
  const onHold = useCallback(
    (by: "pointer" | "focus" | "drag", isDown: boolean) => (isDown ? hold(by) : letGo(by)),
    [hold, letGo],
  );
  const onOpen = useCallback((id: string) => openItem(id, isNarrow), [isNarrow]);
  // The list is renewed several times a second; its head is not.
  const pause = useMemo(
    () => (
      <IconButton
        icon={paused ? Play : Pause}
        label={paused ? t("common:resume") : t("common:pause")}
        shortcut="P"
        pressed={paused}
        onPress={() => (paused ? letGo("pause") : hold("pause"))}
      />
    ),
    [t, paused, hold, letGo],
  );
  return (
    <section aria-label={title} className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line pr-1.5 pl-3 touch:h-12">
        <h2 className="pane-title whitespace-nowrap">{title}</h2>
        <span className="nums text-xs font-semibold">{number(ids.length)}</span>
        {hint === undefined ? null : (
          <span className="hidden min-w-0 truncate text-xs text-ink-faint wide:inline">{hint}</span>
        )}
        <span className="flex-1" />
        {tools}
        {pause}
      </div>
      {above}
      <ItemList
        ref={handle}
        label={title}
        ids={rows}
        rowHeight={isNarrow ? 60 : 38}
        renderRow={renderRow}
        current={focused}
        onCurrent={focusItem}
        onOpen={onOpen}
        selection={selection}
        onSelection={setSelected}
        onHold={onHold}
        isDraggable={isDraggable}
        empty={empty}
      />
      {held.fresh > 0 || paused ? (
        <div className="flex min-h-9 shrink-0 items-center justify-center gap-3 border-t border-line bg-sunken px-2 text-xs">
          {paused ? <span className="font-medium">{t("list.paused")}</span> : null}
          {held.fresh > 0 ? (
            <Button small look="quiet" icon={ListPlus} shortcut="N" onPress={held.bringIn}>
              {t("common:new", { count: held.fresh })}
            </Button>
          ) : null}
        </div>
      ) : null}
      {selection.size > 0 ? <BulkBar items={selection} /> : null}
    </section>
  );
}
