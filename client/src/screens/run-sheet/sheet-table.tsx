import type { Post } from "@flowdesk/shared/desk/post/post.ts";
import { Fragment, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { channelNames } from "../../components/channel-names.ts";
import { useReplica } from "../../store/use-desk.ts";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";
import { hasNow, rowsBefore, type Sheet, type SheetRow } from "./sheet.ts";
import { StandingMark } from "./standing-mark.tsx";

export interface SheetProps {
  readonly sheet: Sheet;
  readonly day: string;
  readonly zone: string;
  readonly label: string;
  /** The post that is open. */
  readonly post: string | null;
  readonly onOpen: (post: string) => void;
}

/** A day with its channels across and time down, and a line where it is now. */
export function SheetTable({ sheet, day, zone, label, post, onOpen }: SheetProps) {
  const { t } = useTranslation("runSheet");
  const now = useTick();
  const channels = useReplica((view) => view.state?.channels);
  const called = useMemo(() => channelNames([...(channels?.values() ?? [])]), [channels]);
  const before = rowsBefore(sheet.rows, now);
  const showsNow = hasNow(day, zone, now);
  const width = 2 + sheet.channels.length;
  const line = useNowInSight(day);
  const nowRow = (
    <tr ref={line} className="scroll-mt-24">
      <td colSpan={width} className="p-0">
        <NowLine now={now} />
      </td>
    </tr>
  );
  return (
    <div className="min-h-0 flex-1 overflow-auto bg-surface">
      <table
        aria-label={label}
        className="w-full table-fixed border-separate border-spacing-0 text-sm"
        style={{ minWidth: `${20 + sheet.channels.length * 8}rem` }}
      >
        <thead className="sticky top-0 z-20 bg-surface">
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-10 w-16 border-b border-line bg-surface px-3 py-2 text-left text-xs font-medium text-ink-faint"
            >
              {t("time")}
            </th>
            <th
              scope="col"
              className="sticky left-16 z-10 w-56 border-r border-b border-line bg-surface px-2 py-2 text-left text-xs font-medium text-ink-faint"
            >
              {t("post")}
            </th>
            {sheet.channels.map((id) => (
              <th key={id} scope="col" className="border-b border-line px-2 py-2 text-left font-normal">
                <span title={called.get(id)} className="flex items-center gap-1.5">
                  <ChannelMark channel={id} />
                  <bdi className="line-clamp-2 min-w-0 text-xs leading-tight text-ink-soft">{called.get(id) ?? id}</bdi>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, index) => (
            <Fragment key={row.post.id}>
              {showsNow && index === before ? nowRow : null}
              {row.isAfterMidnight && sheet.rows[index - 1]?.isAfterMidnight !== true ? (
                <tr>
                  <td colSpan={width} className="p-0">
                    <MidnightLine post={row.post} />
                  </td>
                </tr>
              ) : null}
              <Row row={row} channels={sheet.channels} now={now} isOpen={row.post.id === post} onOpen={onOpen} />
            </Fragment>
          ))}
          {showsNow && before === sheet.rows.length ? nowRow : null}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row: { post, cells },
  channels,
  now,
  isOpen,
  onOpen,
}: {
  readonly row: SheetRow;
  readonly channels: readonly string[];
  readonly now: number;
  readonly isOpen: boolean;
  readonly onOpen: (post: string) => void;
}) {
  const { time } = useFormats();
  const ground = isOpen ? "bg-selected" : "bg-surface group-hover:bg-hover";
  return (
    <tr className="group">
      <td className={`sticky left-0 z-10 border-b border-line px-3 align-top ${ground}`}>
        <time dateTime={post.at} className="nums block py-2 text-sm font-semibold">
          {time(post.at)}
        </time>
      </td>
      <th
        scope="row"
        className={`sticky left-16 z-10 border-r border-b border-line px-2 text-left align-top font-normal ${ground}`}
      >
        <button
          type="button"
          data-post={post.id}
          aria-current={isOpen || undefined}
          onClick={() => onOpen(post.id)}
          className="flex min-h-9 w-full min-w-0 flex-col justify-center py-1 text-left focus-visible:-outline-offset-2"
        >
          <bdi className="line-clamp-2 text-sm font-medium">{titleOf(post)}</bdi>
          <Owner owner={post.owner} />
        </button>
      </th>
      {channels.map((channel) => (
        <td key={channel} className={`border-b border-line align-top ${ground}`}>
          {cells.has(channel) ? (
            // Beside the post's own button for those who point; the keyboard has one stop a row.
            <button
              type="button"
              tabIndex={-1}
              onClick={() => onOpen(post.id)}
              className="flex min-h-9 w-full flex-col gap-1 px-2 py-2 text-left"
            >
              {(cells.get(channel) ?? []).map((variant) => (
                <StandingMark key={variant.id} variant={variant} at={post.at} now={now} />
              ))}
            </button>
          ) : null}
        </td>
      ))}
    </tr>
  );
}

/** What a post is called: its title, else how its text begins. */
export function titleOf(post: Pick<Post, "title" | "variants">): string {
  if (post.title !== "") return post.title;
  return (
    post.variants
      .find(({ text }) => text.trim() !== "")
      ?.text.trim()
      .slice(0, 120) ?? "–"
  );
}

export function Owner({ owner }: { readonly owner: string | null }) {
  const { t } = useTranslation("runSheet");
  const name = useReplica((view) => (owner === null ? null : (view.state?.members.get(owner)?.name ?? owner)));
  return (
    <span className={`truncate text-xs ${name === null ? "text-ink-soft italic" : "text-ink-faint"}`}>
      {name ?? t("nobody")}
    </span>
  );
}

/** Where it is now, ticking. */
export function NowLine({ now }: { readonly now: number }) {
  const { t } = useTranslation("runSheet");
  const { timeWithSeconds } = useFormats();
  return (
    <div className="flex items-center gap-2 pr-3">
      <span className="nums sticky left-0 z-10 rounded-r-sm bg-ink px-3 py-0.5 text-xs font-semibold whitespace-nowrap text-on-ink">
        {timeWithSeconds(now)} <span className="font-normal">{t("now")}</span>
      </span>
      <span aria-hidden className="h-0.5 flex-1 bg-ink" />
    </div>
  );
}

/** Where the night begins that belongs to the evening before. */
export function MidnightLine({ post }: { readonly post: Post }) {
  const { t } = useTranslation("runSheet");
  const { date } = useFormats();
  return (
    <div className="border-b border-line bg-sunken px-3 py-1.5 text-xs font-medium text-ink-soft">
      <span className="sticky left-3">{t("afterMidnight", { day: date(post.at) })}</span>
    </div>
  );
}

/** Brings the now line into sight once for each day that is shown. */
export function useNowInSight<Row extends HTMLElement = HTMLTableRowElement>(day: string) {
  const line = useRef<Row>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each day, not at each tick.
  useEffect(() => {
    line.current?.scrollIntoView({ block: "center" });
  }, [day]);
  return line;
}
