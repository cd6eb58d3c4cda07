import { isQueued } from "@flowdesk/shared/desk/item/item.ts";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { ForeignText } from "../../components/foreign-text.tsx";
import { handleOf, ItemRow } from "../../components/item-row.tsx";
import type { RowStanding } from "../../components/list-row.tsx";
import { unfold } from "../../store/folding.ts";
import { useItem, useMember, useReplica, useUnderWay } from "../../store/use-desk.ts";
import { useIsFolded } from "../../store/use-folding.ts";
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
  const item = useItem(id);
  const isUnderWay = useUnderWay(id);
  const isFolded = useIsFolded(item);
  const me = useReplica((view) => view.me);
  const holder = useMember(item?.assignee ?? null);
  const attendant = useReplica((view) => view.presence.find((one) => one.item === id && one.member !== view.me));
  const attending = useMember(attendant?.member ?? null);
  const hasGone =
    item === undefined || (list === "queue" ? !isQueued(item) : list === "mine" ? item.assignee !== me : false);
  // A list that nobody's hand is on lets it go in a moment: no ghost flares up for so long.
  const isHeld = useView((view) => hasGone && heldOf(view, name).frozen !== null);
  if (item === undefined || isHeld) {
    return (
      <GhostRow
        author={item === undefined ? null : handleOf(item)}
        preview={isFolded ? "" : (item?.preview ?? "")}
        takenBy={holder?.name ?? null}
        isMine={item?.assignee === me}
      />
    );
  }
  return (
    <ItemRow
      item={item}
      isUnderWay={isUnderWay}
      isTall={isTall}
      onUnfold={isFolded ? () => unfold(item) : undefined}
      holder={list === "mine" ? undefined : holder?.name}
      attended={attending === undefined ? undefined : { name: attending.name, isWriting: attendant?.writing === true }}
      {...standing}
    />
  );
});

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
