import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { ArrowLeft, MessageSquareText, TriangleAlert, X } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { see } from "../../actions/see.ts";
import { closeItem } from "../../app/open-item.ts";
import { useWidth } from "../../app/use-width.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { Empty } from "../../components/empty.tsx";
import { ForeignName } from "../../components/foreign-text.tsx";
import { Badge, handleOf } from "../../components/item-row.tsx";
import { Skeleton } from "../../components/progress.tsx";
import { Thread } from "../../components/thread.tsx";
import { itemDeadline } from "../../components/urgency.ts";
import { UrgencyMark } from "../../components/urgency-mark.tsx";
import { showPresence } from "../../connection/desk-session.ts";
import { foldOf } from "../../store/folding.ts";
import { usePresence } from "../../store/use-connection.ts";
import { useChannel, useItem, useMember, useReplica } from "../../store/use-desk.ts";
import { useFolds, useIsUnfolded } from "../../store/use-folding.ts";
import { useThread } from "../../store/use-thread.ts";
import { useTick } from "../../store/use-view.ts";
import { waitText } from "../../text/deadline-text.ts";
import { failureSentence } from "../../text/refusal-sentence.ts";
import { shownMember } from "../../text/shown-member.ts";
import { useFormats, useWords } from "../../text/use-text.ts";
import { AuthorItems } from "./author-items.tsx";
import { CommandButtons } from "./bulk-bar.tsx";
import { LeavingReplies } from "./leaving-replies.tsx";
import { NeedReason } from "./need-reason.tsx";
import { ReplyBox } from "./reply-box.tsx";

/** How long an item has to stand open before it counts as seen, in ms: passing over it with J and K does not. */
const seenAfter = 700;

/** One item: who wrote, what was said, what is to be done, and where the answer is written. */
export function ItemPane({ id }: { readonly id: string }) {
  const { t } = useTranslation("item");
  const item = useItem(id);
  useSeen(item);
  useEffect(() => {
    showPresence(id, false);
    return () => showPresence(null, false);
  }, [id]);
  if (item === undefined) {
    return (
      <Empty icon={MessageSquareText} title={t("gone")} action={<Button onPress={closeItem}>{t("back")}</Button>}>
        {t("goneHint")}
      </Empty>
    );
  }
  return (
    <article
      aria-label={handleOf(item)}
      tabIndex={-1}
      className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface focus-visible:-outline-offset-2"
    >
      <Head item={item} />
      <Body key={item.id} item={item} />
      <ReplyBox key={`reply ${item.id}`} item={item} />
    </article>
  );
}

function useSeen(item: Item | undefined): void {
  const id = item?.id;
  const isUnseen = item?.seenAt === null;
  useEffect(() => {
    if (id === undefined || !isUnseen) return;
    const timer = setTimeout(() => void see([id]), seenAfter);
    return () => clearTimeout(timer);
  }, [id, isUnseen]);
}

function Head({ item }: { readonly item: Item }) {
  const { t } = useTranslation(["item", "components"]);
  const words = useWords();
  const formats = useFormats();
  const isNarrow = useWidth() === "narrow";
  const now = useTick(30);
  const channel = useChannel(item.channel);
  const holder = useMember(item.assignee);
  const me = useReplica((view) => view.me);
  const others = usePresence(item.id);
  const attendant = useMember(others[0]?.member ?? null);
  return (
    <header className="flex shrink-0 flex-col gap-1.5 border-b border-line px-4 py-2">
      <div className="flex min-w-0 items-center gap-2">
        {isNarrow ? <IconButton icon={ArrowLeft} label={t("back")} onPress={closeItem} className="-ml-2" /> : null}
        <h2 className="min-w-0 truncate text-base font-semibold">
          <ForeignName>{item.author.name ?? handleOf(item)}</ForeignName>
          {item.author.name === undefined ? null : (
            <span className="ml-1.5 text-sm font-normal text-ink-faint">
              <ForeignName>{handleOf(item)}</ForeignName>
            </span>
          )}
        </h2>
        <span className="flex-1" />
        <UrgencyMark deadline={itemDeadline(item)} className="shrink-0" />
        {isNarrow ? null : (
          <IconButton icon={X} label={t("close")} shortcut="Esc" onPress={closeItem} className="-mr-2" />
        )}
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-faint">
        <ChannelMark channel={item.channel} isDm={item.kind === "dm"} />
        <span>
          {t(`components:kind.${item.kind}`)} · <bdi>{channel?.name ?? item.channel}</bdi>
        </span>
        {item.awaitingSince === null ? null : (
          <span className="nums">{waitText(words, formats, Date.parse(item.awaitingSince), now)}</span>
        )}
        <Badge strong={item.need === "urgent"}>{t(`components:need.${item.need}`)}</Badge>
        <span className={item.assignee === null ? "" : "font-medium text-ink-soft"}>
          {item.assignee === null
            ? statusText(item)
            : item.assignee === me
              ? t("yours")
              : t("takenBy", { name: holder?.name ?? item.assignee })}
        </span>
        {item.tags.map((tag) => (
          <span key={tag} className="rounded-full border border-line px-1.5">
            <bdi>{tag}</bdi>
          </span>
        ))}
        {attendant === undefined ? null : (
          <span className="font-medium text-ink">
            {t(others[0]?.writing === true ? "components:item.writing" : "components:item.open", {
              name: attendant.name,
            })}
          </span>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        <CommandButtons
          ids={headCommands(item, isNarrow)}
          targets={[item.id]}
          without={["item.reply", "item.note", "undo"]}
        />
      </div>
    </header>
  );

  function statusText({ status, snoozedUntil, passedOn }: Item): string {
    return t(`status.${status}`, {
      time: snoozedUntil === null ? "" : formats.timeNear(snoozedUntil, now),
      on: passedOn ?? "",
    });
  }
}

/** The commands that stand in the head; the rest are in the menu beside them. */
function headCommands({ assignee, awaitingSince }: Item, isNarrow: boolean): readonly string[] {
  if (assignee === null)
    return isNarrow ? ["item.claim", "item.assign"] : ["item.claim", "item.assign", "item.dismiss"];
  if (awaitingSince === null) return ["item.close", "item.snooze"];
  return isNarrow ? ["item.dismiss", "item.snooze"] : ["item.assign", "item.dismiss", "item.snooze"];
}

function Body({ item }: { readonly item: Item }) {
  const { t } = useTranslation(["item", "common"]);
  const words = useWords();
  const now = useTick(60);
  const view = useThread(item.id);
  const members = useReplica((replica) => replica.state?.members);
  const zone = useReplica((replica) => replica.state?.desk.zone ?? "UTC");
  const folds = useFolds();
  const isUnfolded = useIsUnfolded(item.id);
  if (view.kind === "loading") {
    return (
      <div role="status" aria-label={t("common:loading")} className="min-h-0 flex-1">
        <Skeleton rows={4} rowHeight={56} />
      </div>
    );
  }
  if (view.kind === "failed") {
    return (
      <div className="min-h-0 flex-1">
        <Empty
          icon={TriangleAlert}
          title={t("threadFailed")}
          action={<Button onPress={view.again}>{t("common:tryAgain")}</Button>}
        >
          {failureSentence(words, view.failure)}
        </Empty>
      </div>
    );
  }
  const messages = view.thread.messages.map(({ message }) => message);
  return (
    <Thread
      label={t("thread")}
      messages={messages}
      parent={item.parent}
      nameOf={(member) => shownMember(members?.get(member))?.name ?? member}
      zone={zone}
      today={now}
      foldOf={(message) => (isUnfolded ? "none" : foldOf(message, item.tags, folds))}
      below={
        <>
          <LeavingReplies item={item} messages={messages} />
          <NeedReason item={item} messages={messages} />
          <AuthorItems item={item} />
        </>
      }
    />
  );
}
