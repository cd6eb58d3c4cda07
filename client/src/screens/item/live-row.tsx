import { isQueued } from "@flowdesk/shared/desk/item/item.ts";
import { memo, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { ForeignText } from "../../components/foreign-text.tsx";
import { handleOf, ItemRow } from "../../components/item-row.tsx";
import type { RowStanding } from "../../components/list-row.tsx";
import { foldsOf, isPreviewFolded, previewKey, unfold, unfoldedStore } from "../../store/folding.ts";
import { type RowReading, useRow } from "../../store/use-row.ts";
import { useView } from "../../store/use-view.ts";
import { heldOf } from "../../store/view-store.ts";

/** Which list a row stands in: what makes it leave differs. */
export type ListKind = "queue" | "mine" | "all";

export interface LiveRowProps extends RowStanding {
  readonly id: string;
  /** The list's name for its hold. */
  readonly name: string;
  readonly list: ListKind;
  readonly isTall: boolean;
}

/** A row that follows its own item: one that alters is drawn anew, the others are not. */
export const LiveRow = memo(function LiveRow({ id, name, list, isTall, ...standing }: LiveRowProps) {
  const row = useRow(id);
  const hasGone = isGone(row, list);
  // A list that nobody's hand is on lets it go in a moment: no ghost flares up for so long, and nothing is drawn.
  const isHeld = useView((view) => hasGone && heldOf(view, name).frozen !== null);
  const stood = useRef(row);
  useLayoutEffect(() => {
    if (!hasGone) stood.current = row;
  });
  const shown = hasGone && !isHeld && stood.current.item?.id === id ? stood.current : row;
  const { item, holder, attending } = shown;
  const isOpened = useStore(unfoldedStore, ({ opened }) => item !== undefined && opened.has(previewKey(item)));
  const isFolded = item !== undefined && !isOpened && isPreviewFolded(item, foldsOf(shown.folding));
  if (item === undefined || isHeld) {
    return (
      <GhostRow
        author={item === undefined ? null : handleOf(item)}
        preview={isFolded ? "" : (item?.preview ?? "")}
        takenBy={holder?.name ?? null}
        isMine={shown.isMine}
      />
    );
  }
  return (
    <ItemRow
      item={item}
      isUnderWay={shown.isUnderWay}
      isTall={isTall}
      onUnfold={isFolded ? unfold : undefined}
      holder={list === "mine" ? undefined : holder?.name}
      attendedBy={attending?.name}
      isWriting={shown.isWriting}
      {...standing}
    />
  );
});

/** Whether an item has left the list in which its row stands. */
function isGone({ item, isMine }: RowReading, list: ListKind): boolean {
  return item === undefined || (list === "queue" ? !isQueued(item) : list === "mine" ? !isMine : false);
}

/** What is left of a row that has gone from a list held still: where it stood, and who has it. */
function GhostRow(props: {
  readonly author: string | null;
  readonly preview: string;
  readonly takenBy: string | null;
  readonly isMine: boolean;
}) {
  const { t } = useTranslation("item");
  return (
    <div className="flex h-full min-w-0 items-center gap-3 px-3 text-xs text-ink-faint italic">
      <span className="shrink-0">
        {props.isMine
          ? t("yours")
          : props.takenBy === null
            ? t("goneMeanwhile")
            : t("claimedMeanwhile", { name: props.takenBy })}
      </span>
      <span className="min-w-0 truncate line-through">
        {props.author === null ? null : <bdi>{props.author} </bdi>}
        <ForeignText>{props.preview}</ForeignText>
      </span>
    </div>
  );
}
