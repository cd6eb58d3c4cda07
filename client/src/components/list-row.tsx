import { type MouseEvent, memo, type ReactNode } from "react";

/** How a row stands in its list. */
export interface RowStanding {
  /** The row that the keyboard is on, and whose item is open. */
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  /** Whether any row is selected: rows then show their boxes. */
  readonly isSelecting: boolean;
}

export interface ListRowProps extends RowStanding {
  readonly id: string;
  readonly index: number;
  /** Where it begins and how high it is, in px. */
  readonly start: number;
  readonly size: number;
  readonly isTabStop: boolean;
  readonly isDraggable: boolean;
  readonly isDragged: boolean;
  readonly onClick: (id: string, event: MouseEvent<HTMLElement>) => void;
  readonly renderRow: (id: string, standing: RowStanding) => ReactNode;
}

/** A place in a list with the item that stands there now; drawn anew when another one comes to stand there. */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { id, index, start, size, isCurrent, isTabStop, isSelected, isSelecting, isDragged } = props;
  const ground = isCurrent || isSelected ? "bg-selected" : "hover:bg-hover";
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows stand by position, a few of many; a table lays out its own.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around the rows takes their keys.
    <div
      role="row"
      draggable={props.isDraggable}
      data-id={id}
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      {...(isCurrent ? { "aria-current": true } : {})}
      tabIndex={isTabStop ? 0 : -1}
      className={`group/row absolute left-0 w-full cursor-default border-b border-line select-none [contain:size_layout_style] focus-visible:-outline-offset-2 ${ground} ${isDragged ? "opacity-50" : ""}`}
      style={{ height: size, top: start }}
      onClick={(event) => props.onClick(id, event)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      <div role="gridcell" tabIndex={-1} className="h-full">
        {props.renderRow(id, { isCurrent, isSelected, isSelecting })}
      </div>
    </div>
  );
});
