import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { ForeignName, ForeignText } from "../../components/foreign-text.tsx";
import { useMembers } from "../../store/use-desk.ts";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";

/** So many are listed until all are asked for. */
const atFirst = 8;

/** Items that somebody leaves, each with its deadline and who gets it. Nothing where there are none. */
export function LeavingRows({
  title,
  items,
  moving,
}: {
  readonly title: string;
  readonly items: readonly Item[];
  /** To whom each goes; null: the queue. What is not in it stays. */
  readonly moving: ReadonlyMap<string, string | null>;
}) {
  const { t } = useTranslation(["briefing", "leaving"]);
  const { timeNear } = useFormats();
  const now = useTick(60);
  const members = useMembers();
  const [isWhole, setWhole] = useState(false);
  if (items.length === 0) return null;
  const shown = isWhole ? items : items.slice(0, atFirst);
  const whereTo = (id: string) => {
    const to = moving.get(id);
    if (to === undefined) return "";
    if (to === null) return t("leaving:goesToQueue");
    return t("leaving:goesToMember", { name: members.find((one) => one.id === to)?.name ?? to });
  };
  return (
    <section>
      <h4 className="nums mb-0.5 text-xs text-ink-soft">
        {title} · {items.length}
      </h4>
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
        {shown.map(({ id, channel, kind, author, preview, dueAt, promise }) => (
          <li key={id} className="flex min-h-9 items-center gap-2 px-3 py-1">
            <ChannelMark channel={channel} isDm={kind === "dm"} />
            <span className="min-w-0 flex-1 truncate text-sm">
              <span className="font-medium">
                <ForeignName>{author.handle}</ForeignName>
              </span>{" "}
              <ForeignText>{preview}</ForeignText>
            </span>
            <span className="nums flex shrink-0 flex-col items-end text-xs text-ink-faint mid:flex-row mid:gap-3">
              {promise !== null ? (
                <span>{t("promised", { time: timeNear(promise.until, now) })}</span>
              ) : dueAt === null ? null : (
                <span>{t("due", { time: timeNear(dueAt, now) })}</span>
              )}
              <span className="text-ink-soft">{whereTo(id)}</span>
            </span>
          </li>
        ))}
      </ul>
      {shown.length < items.length ? (
        <Button small look="quiet" onPress={() => setWhole(true)}>
          {t("more", { count: items.length - shown.length })}
        </Button>
      ) : null}
    </section>
  );
}
