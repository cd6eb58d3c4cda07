import type { LeftItem } from "@flowdesk/shared/desk/briefing/briefing.ts";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { answered } from "../../app/ask.ts";
import { openItem } from "../../app/open-item.ts";
import { useWidth } from "../../app/use-width.ts";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { ForeignName, ForeignText } from "../../components/foreign-text.tsx";
import { loadThread } from "../../connection/desk-session.ts";
import { useItem, useMember, useReplica } from "../../store/use-desk.ts";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";

/**
 * An item that somebody left: what it is, by when, and who has it now. What people wrote stands there only for those who
 * may see the item; one that is not among the open work is fetched.
 */
export function LeftRow({ left }: { readonly left: LeftItem }) {
  const { t } = useTranslation(["briefing", "components"]);
  const { timeNear } = useFormats();
  const now = useTick(60);
  const me = useReplica((view) => view.me);
  const item = useItem(left.item);
  const isNarrow = useWidth() === "narrow";
  const [isHidden, setHidden] = useState(false);
  const isHere = item !== undefined;
  useEffect(() => {
    if (isHere) return;
    let isWanted = true;
    void loadThread(left.item).then((failure) => {
      if (isWanted) setHidden(failure !== null);
    });
    return () => {
      isWanted = false;
    };
  }, [isHere, left.item]);
  const isSettled = isHere && item.awaitingSince === null && item.promise === null;
  const holder = isHere ? item.assignee : left.to;
  const name = useMember(holder)?.name ?? holder ?? "";
  const facts = [
    ...(left.need === "urgent" ? [t("components:need.urgent")] : []),
    ...(left.promisedUntil === null ? [] : [t("promised", { time: timeNear(left.promisedUntil, now) })]),
    ...(left.promisedUntil !== null || left.dueAt === null ? [] : [t("due", { time: timeNear(left.dueAt, now) })]),
    ...(left.isOnOthers ? [t("onOthers")] : []),
  ];
  const face = (
    <>
      <ChannelMark channel={left.channel} isDm={left.kind === "dm"} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate text-sm">
          {isHere ? (
            <>
              <span className="font-medium">
                <ForeignName>{item.author.handle}</ForeignName>
              </span>{" "}
              <ForeignText>{item.preview}</ForeignText>
            </>
          ) : (
            <span className="text-ink-faint">
              {t(`components:kind.${left.kind}`)}
              {isHidden ? ` · ${t("hidden")}` : ""}
            </span>
          )}
        </span>
        <span className="nums truncate text-xs text-ink-faint">{facts.join(" · ")}</span>
      </span>
      <span className="shrink-0 text-xs text-ink-soft">
        {isSettled
          ? t("settled")
          : holder === null
            ? t("inQueue")
            : holder === me
              ? t("withYou")
              : t("withWhom", { name })}
      </span>
    </>
  );
  const look = "flex min-h-9 w-full items-center gap-2 px-3 py-1.5 text-left touch:min-h-11";
  if (!isHere) return <div className={look}>{face}</div>;
  return (
    <button
      type="button"
      className={`${look} hover:bg-hover`}
      onClick={() => {
        answered();
        openItem(item.id, isNarrow);
      }}
    >
      {face}
    </button>
  );
}
