import { Fragment } from "react";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";
import { hasNow, rowsBefore, type SheetRow } from "./sheet.ts";
import { MidnightLine, NowLine, Owner, type SheetProps, titleOf, useNowInSight } from "./sheet-table.tsx";
import { StandingMark } from "./standing-mark.tsx";

/** A day as a list, for where there is no room for channels across. */
export function SheetList({ sheet, day, zone, label, post, onOpen }: SheetProps) {
  const now = useTick();
  const before = rowsBefore(sheet.rows, now);
  const showsNow = hasNow(day, zone, now);
  const line = useNowInSight<HTMLLIElement>(day);
  const nowRow = (
    <li ref={line}>
      <NowLine now={now} />
    </li>
  );
  return (
    <ol aria-label={label} className="min-h-0 flex-1 overflow-y-auto bg-surface">
      {sheet.rows.map((row, index) => (
        <Fragment key={row.post.id}>
          {showsNow && index === before ? nowRow : null}
          {row.isAfterMidnight && sheet.rows[index - 1]?.isAfterMidnight !== true ? (
            <li>
              <MidnightLine post={row.post} />
            </li>
          ) : null}
          <Line row={row} channels={sheet.channels} now={now} isOpen={row.post.id === post} onOpen={onOpen} />
        </Fragment>
      ))}
      {showsNow && before === sheet.rows.length ? nowRow : null}
    </ol>
  );
}

function Line({
  row: { post },
  channels,
  now,
  isOpen,
  onOpen,
}: {
  readonly row: SheetRow;
  /** In the order in which they stand across a wide sheet. */
  readonly channels: readonly string[];
  readonly now: number;
  readonly isOpen: boolean;
  readonly onOpen: (post: string) => void;
}) {
  const { time } = useFormats();
  const variants = post.variants.toSorted((a, b) => channels.indexOf(a.channel) - channels.indexOf(b.channel));
  return (
    <li>
      <button
        type="button"
        data-post={post.id}
        aria-current={isOpen || undefined}
        onClick={() => onOpen(post.id)}
        className={`flex w-full min-w-0 gap-3 border-b border-line px-3 py-2.5 text-left focus-visible:-outline-offset-2 ${isOpen ? "bg-selected" : "hover:bg-hover"}`}
      >
        <time dateTime={post.at} className="nums w-11 shrink-0 text-base font-semibold">
          {time(post.at)}
        </time>
        <span className="flex min-w-0 flex-1 flex-col gap-1">
          <span className="flex min-w-0 items-baseline gap-2">
            <bdi className="line-clamp-2 min-w-0 flex-1 text-base font-medium">{titleOf(post)}</bdi>
            <Owner owner={post.owner} />
          </span>
          <span className="flex flex-wrap gap-x-4 gap-y-1">
            {variants.map((variant) => (
              <span key={variant.id} className="inline-flex items-center gap-1.5">
                <ChannelMark channel={variant.channel} />
                <StandingMark variant={variant} at={post.at} now={now} />
              </span>
            ))}
          </span>
        </span>
      </button>
    </li>
  );
}
