import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
} from "react";
import { ListRow, type RowStanding } from "./list-row.tsx";
import { after, clickSelection, rangeOf } from "./list-selection.ts";
import { type Hand, useHands } from "./use-hands.ts";

/** What a screen may ask of a list. */
export interface ItemListHandle {
  /** Puts the keyboard on the current row, or the first. */
  focus(): void;
  /** The ids of the rows on screen now, from the top. */
  onScreen(): readonly string[];
}

export interface ItemListProps {
  /** Read out as the list's name. */
  readonly label: string;
  readonly ids: readonly string[];
  /** Height of every row in px. */
  readonly rowHeight: number;
  /** Draws one row. It subscribes to its own item, so that a change of one redraws one. Keep its identity stable. */
  readonly renderRow: (id: string, standing: RowStanding) => ReactNode;
  readonly current: string | null;
  /** The keyboard or the pointer has come to a row. */
  readonly onCurrent: (id: string) => void;
  /** A row is opened: Enter, click or tap. */
  readonly onOpen: (id: string) => void;
  readonly selection: ReadonlySet<string>;
  readonly onSelection: (selection: ReadonlySet<string>) => void;
  /** Pointer, focus or drag has come to the list or left it: its order must stand while any of them is there. */
  readonly onHold?: (by: Hand, held: boolean) => void;
  /** Whether rows can be dragged onto a person. */
  readonly isDraggable?: boolean;
  /** What stands in place of the rows where there are none. */
  readonly empty: ReactNode;
  readonly ref?: Ref<ItemListHandle>;
}

const none: ReadonlySet<string> = new Set();

/**
 * A long list of items as an ARIA grid: only what is on screen is in the document, one row has the keyboard (roving
 * focus), and several can be selected with Space, Shift and arrows, Shift or Ctrl and click, Ctrl+A. Rows have one
 * height. 20,000 rows cost what thirty do.
 */
export function ItemList(props: ItemListProps) {
  const { label, ids, rowHeight, renderRow, current, selection, onHold, isDraggable = false, empty, ref } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const getScrollElement = useCallback(() => scroller.current, []);
  const wantsFocus = useRef(false);
  const anchor = useRef<string | null>(null);
  const latest = useRef(props);
  latest.current = props;

  // One search of one id: a map of all of them would be made anew at every renewal of the list.
  const currentIndex = useMemo(() => {
    const index = current === null ? -1 : ids.indexOf(current);
    return index === -1 ? undefined : index;
  }, [ids, current]);
  const tabStop = currentIndex ?? 0;

  // The row with the keyboard stays in the document when it is scrolled out of sight, and keeps the focus.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return tabStop >= range.count || shown.includes(tabStop) ? shown : [...shown, tabStop].sort((a, b) => a - b);
    },
    [tabStop],
  );
  const estimateSize = useCallback(() => rowHeight, [rowHeight]);
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement,
    // Both keep their identity, and places have no keys but their numbers: else all of them are measured at every render.
    estimateSize,
    overscan: 4,
    rangeExtractor,
  });
  // Rows are measured by their one height, which changes with the width of the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measuring depends on the height alone.
  useEffect(() => virtual.measure(), [rowHeight]);

  useEffect(() => {
    if (currentIndex !== undefined) virtual.scrollToIndex(currentIndex, { align: "auto" });
  }, [currentIndex, virtual]);

  // A row that the keyboard was sent to gets the focus as soon as it is in the document.
  useEffect(() => {
    if (!wantsFocus.current || current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(current)}"]`);
    if (row === null || row === undefined) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  const onScreen = useCallback((): readonly string[] => {
    const { ids: all, rowHeight: height } = latest.current;
    const element = scroller.current;
    if (element === null) return [];
    const first = Math.ceil(element.scrollTop / height - 0.5);
    return all.slice(Math.max(0, first), Math.max(0, first) + Math.floor(element.clientHeight / height + 0.5));
  }, []);

  useImperativeHandle(
    ref,
    () => ({
      focus() {
        const { current: at, ids: all, onCurrent } = latest.current;
        wantsFocus.current = true;
        const first = all[0];
        if (at === null && first !== undefined) onCurrent(first);
        else if (at !== null) {
          scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(at)}"]`)?.focus({ preventScroll: true });
        }
      },
      onScreen,
    }),
    [onScreen],
  );

  const goTo = useCallback((id: string, extend: boolean) => {
    const { ids: all, current: from, onCurrent, onSelection, selection: selected } = latest.current;
    wantsFocus.current = true;
    if (extend) {
      anchor.current ??= from ?? id;
      onSelection(new Set([...selected, ...rangeOf(all, anchor.current, id)]));
    } else {
      anchor.current = null;
    }
    onCurrent(id);
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target instanceof HTMLElement && event.target.closest("input, textarea, button, a, [role='menu']"))
      return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: Number.NEGATIVE_INFINITY,
      End: Number.POSITIVE_INFINITY,
    };
    const step = steps[event.key];
    if (step !== undefined && !event.altKey) {
      const next = after(ids, currentIndex, step);
      if (next !== undefined) goTo(next, event.shiftKey);
    } else if (event.key === "Enter" && current !== null && !event.metaKey && !event.ctrlKey && !event.altKey) {
      props.onOpen(current);
    } else if (event.key === " " && current !== null) {
      props.onSelection(clickSelection(selection, ids, current, current, { toggle: true, range: false }));
    } else if (event.key === "a" && (event.ctrlKey || event.metaKey)) {
      props.onSelection(new Set(ids));
    } else if (event.key === "Escape" && selection.size > 0) {
      props.onSelection(none);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const onRowClick = useCallback((id: string, event: MouseEvent<HTMLElement>) => {
    const { ids: all, current: from, selection: selected, onCurrent, onOpen, onSelection } = latest.current;
    const onBox = event.target instanceof HTMLElement && event.target.closest("[data-select]") !== null;
    const toggle = onBox || event.ctrlKey || event.metaKey;
    if (toggle || event.shiftKey) {
      onSelection(clickSelection(selected, all, anchor.current ?? from, id, { toggle, range: event.shiftKey }));
      anchor.current = id;
      return;
    }
    anchor.current = null;
    onCurrent(id);
    onOpen(id);
  }, []);

  const idsWith = useCallback((id: string): readonly string[] => {
    const { selection: selected, ids: all } = latest.current;
    return selected.has(id) ? all.filter((one) => selected.has(one)) : [id];
  }, []);
  const hands = useHands(scroller, onHold, { isDraggable, idsWith });

  if (ids.length === 0) {
    return <div className="min-h-0 flex-1 overflow-auto">{empty}</div>;
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows stand by position, a few of many; a table lays out its own.
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={ids.length}
      aria-multiselectable
      className="relative min-h-0 flex-1 overflow-x-hidden overflow-y-auto outline-none [contain:strict]"
      onKeyDown={onKeyDown}
      {...hands.props}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      <div role="rowgroup" className="relative w-full" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const id = ids[index];
          if (id === undefined) return null;
          return (
            // By its place: what scrolls past or takes another's place alters a few words, and lays nothing out anew.
            <ListRow
              key={index}
              id={id}
              index={index}
              start={start}
              size={size}
              isCurrent={index === currentIndex}
              isTabStop={index === tabStop}
              isSelected={selection.has(id)}
              isSelecting={selection.size > 0}
              isDraggable={isDraggable}
              isDragged={id === hands.dragged}
              onClick={onRowClick}
              renderRow={renderRow}
            />
          );
        })}
      </div>
    </div>
  );
}
