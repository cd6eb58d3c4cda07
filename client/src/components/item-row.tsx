import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { Check, CornerDownRight, Eye, Hourglass, Moon, PenLine, UserRoundCheck } from "lucide-react";
import { memo } from "react";
import { usePart } from "../text/use-text.ts";
import { ChannelMark } from "./channel-mark.tsx";
import { FoldedPreview } from "./folded-preview.tsx";
import { ForeignName, ForeignText } from "./foreign-text.tsx";
import type { RowStanding } from "./list-row.tsx";
import { itemDeadline } from "./urgency.ts";
import { UrgencyMark } from "./urgency-mark.tsx";

export interface ItemRowProps extends RowStanding {
  readonly item: Item;
  /** Who has it, where that is worth telling: not in one's own list. */
  readonly holder?: string | undefined;
  /** Who has it open now, and whether they write in it. */
  readonly attendedBy?: string | undefined;
  readonly isWriting?: boolean;
  /** Whether what was done here has not reached the desk yet. */
  readonly isUnderWay?: boolean;
  /** How to open the text, where it is folded because it is hard to read. */
  readonly onUnfold?: ((item: Item) => void) | undefined;
  /** Two lines, for narrow screens. */
  readonly isTall?: boolean;
}

/** One item in a list: how pressing it is, who wrote, where, and what; in columns that stand still. */
export const ItemRow = memo(function ItemRow(props: ItemRowProps) {
  const { item, onUnfold, isTall = false } = props;
  const isUnseen = item.seenAt === null;
  const author = (
    <span className={`truncate ${isUnseen ? "font-semibold text-ink" : "text-ink-soft"}`}>
      <ForeignName>{handleOf(item)}</ForeignName>
    </span>
  );
  const preview = (
    <span className={`min-w-0 flex-1 truncate ${isUnseen ? "text-ink" : "text-ink-soft"}`}>
      {onUnfold === undefined ? (
        <ForeignText>{item.preview}</ForeignText>
      ) : (
        <FoldedPreview onShow={() => onUnfold(item)} />
      )}
    </span>
  );
  if (isTall) {
    return (
      <div className="flex h-full gap-2 px-3 py-2">
        <SelectBox {...props} />
        <div className="flex min-w-0 flex-1 flex-col justify-center gap-0.5">
          <div className="flex min-w-0 items-center gap-2">
            <UrgencyMark deadline={itemDeadline(item)} className="min-w-24 shrink-0" />
            <span className="flex min-w-0 flex-1 text-xs">{author}</span>
            <Signs {...props} />
            <ChannelMark channel={item.channel} isDm={item.kind === "dm"} />
          </div>
          <div className="flex min-w-0 items-baseline text-base">{preview}</div>
        </div>
      </div>
    );
  }
  return (
    <div className="flex h-full min-w-0 items-center gap-2 pr-3 pl-2">
      <SelectBox {...props} />
      <UrgencyMark deadline={itemDeadline(item)} className="w-[124px] shrink-0 overflow-hidden" />
      <span className="flex w-32 min-w-0 shrink-0">{author}</span>
      <ChannelMark channel={item.channel} isDm={item.kind === "dm"} />
      {preview}
      <Signs {...props} />
    </div>
  );
});

/** The author as the platform writes them. */
export function handleOf(item: Pick<Item, "author">): string {
  const { handle } = item.author;
  return /^[\w.]+$/u.test(handle) && !/^\d+$/u.test(handle) ? `@${handle}` : handle;
}

function SelectBox({ isSelected, isSelecting, isCurrent }: RowStanding) {
  // Hidden rather than transparent: of what is see-through each would be a layer of its own to put together.
  const shown =
    isSelected || isSelecting
      ? ""
      : isCurrent
        ? "opacity-60"
        : "invisible group-hover/row:visible group-hover/row:opacity-60 touch:hidden";
  return (
    <span data-select className="-my-2 -ml-1 flex w-6 shrink-0 items-center justify-center self-stretch">
      <span
        aria-hidden
        className={`flex size-3.5 items-center justify-center rounded-sm border ${isSelected ? "border-ink bg-ink text-on-ink" : "border-line-strong"} ${shown}`}
      >
        {isSelected ? <Check size={10} strokeWidth={4} /> : null}
      </span>
    </span>
  );
}

function Signs({ item, holder, attendedBy, isWriting = false, isUnderWay = false, isTall = false }: ItemRowProps) {
  const t = usePart("components");
  return (
    <>
      {isUnderWay ? <Sign icon={Hourglass} label={t("item.underWay")} /> : null}
      {item.need === "urgent" ? <Badge strong>{t("need.urgent")}</Badge> : null}
      {item.need === "practical" && isTall ? <Badge>{t("need.practical")}</Badge> : null}
      {item.status === "snoozed" ? <Sign icon={Moon} label={t("item.snoozed")} /> : null}
      {item.status === "on-others" ? <Sign icon={CornerDownRight} label={t("item.onOthers")} /> : null}
      {item.waits > 1 ? (
        <span className="nums text-2xs text-ink-faint" title={t("item.waits", { count: item.waits })}>
          {item.waits}×
        </span>
      ) : null}
      {attendedBy === undefined ? null : (
        <Sign
          icon={isWriting ? PenLine : Eye}
          label={t(isWriting ? "item.writing" : "item.open", { name: attendedBy })}
        />
      )}
      {holder === undefined ? null : (
        <span className="inline-flex max-w-20 items-center gap-1 truncate text-xs text-ink-faint">
          <UserRoundCheck aria-hidden size={12} className="shrink-0" />
          <span className="truncate">{holder}</span>
        </span>
      )}
    </>
  );
}

function Sign({ icon: Icon, label }: { readonly icon: typeof Eye; readonly label: string }) {
  return (
    <span title={label} className="text-ink-faint">
      <Icon aria-hidden size={13} />
      <span className="sr-only">{label}</span>
    </span>
  );
}

/** A word in a frame. `strong` stands out without a colour. */
export function Badge({ children, strong = false }: { readonly children: string; readonly strong?: boolean }) {
  const look = strong ? "bg-ink text-on-ink" : "bg-sunken text-ink-soft";
  return (
    <span
      className={`inline-flex h-4 shrink-0 items-center rounded-sm px-1 text-2xs font-medium whitespace-nowrap ${look}`}
    >
      {children}
    </span>
  );
}
