import { platformOf } from "@flowdesk/shared/desk/channel/channel.ts";
import { type Item, isOpen } from "@flowdesk/shared/desk/item/item.ts";
import type { Placeholder } from "@flowdesk/shared/desk/policy/placeholder.ts";
import { usualTag } from "@flowdesk/shared/hashtag/policy.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { note } from "../../actions/note.ts";
import { reopen } from "../../actions/reopen.ts";
import { reply } from "../../actions/reply.ts";
import { shownKey } from "../../app/keys.ts";
import { wishGranted, wishStore } from "../../app/wish.ts";
import { Button } from "../../components/button.tsx";
import { Composer, type ComposerHandle, type Written } from "../../components/composer.tsx";
import { platformName } from "../../components/platform-name.ts";
import { showPresence } from "../../connection/desk-session.ts";
import { serverNow } from "../../store/server-clock.ts";
import { useChannel, useDesk, useMe, useMember, usePermits, useReplica } from "../../store/use-desk.ts";
import { useDraft, useTick } from "../../store/use-view.ts";
import { setDraft } from "../../store/view-store.ts";

/** Where an item is answered: the composer with this desk's rules and this screen's draft. */
export function ReplyBox({ item }: { readonly item: Item }) {
  const { t } = useTranslation("item");
  const desk = useDesk();
  const me = useMe();
  const channel = useChannel(item.channel);
  const holder = useMember(item.assignee);
  const draft = useDraft(item.id);
  const minute = useTick(60);
  const mayReply = usePermits("item.reply", { owner: item.assignee ?? me?.id ?? null });
  const mayNote = usePermits("item.note", { owner: item.assignee });
  const mayOverride = usePermits("item.override");
  const mayReopen = usePermits("item.reopen");
  const lastSeen = useReplica((view) => view.state?.threads.get(item.id)?.messages.at(-1)?.message.id);
  const [mode, setMode] = useState<"reply" | "note">(draft?.as ?? "reply");
  const composer = useRef<ComposerHandle>(null);
  const wish = useStore(wishStore, (state) => (state.wish?.item === item.id ? state.wish : null));
  useEffect(() => {
    if (wish === null) return;
    setMode(wish.mode);
    composer.current?.focus();
    wishGranted();
  }, [wish]);
  useTakenBack(item.id, me?.id, draft === undefined);
  if (desk === undefined || me === undefined) return null;
  if (!isOpen(item)) {
    return (
      <div className="flex items-center gap-3 border-t border-line px-4 py-3 text-sm text-ink-soft">
        <span className="flex-1">{t(item.status === "closed" ? "closedHint" : "dismissedHint")}</span>
        {mayReopen ? <Button onPress={() => void reopen([item.id])}>{t("reopen")}</Button> : null}
      </div>
    );
  }
  const refusal = mayReply
    ? undefined
    : item.assignee !== null && item.assignee !== me.id
      ? t("othersHint", { name: holder?.name ?? item.assignee })
      : t("readOnly");
  const platform = platformOf(item.channel);
  const onSend = ({ text, promiseMs, override }: Written) => {
    setDraft(item.id, null);
    void reply(item.id, text, {
      ...(lastSeen === undefined ? {} : { after: lastSeen }),
      ...(promiseMs === null ? {} : { promise: instant(serverNow() + promiseMs) }),
      ...(override === null ? {} : { override }),
    }).then((outcome) => {
      // What was refused is not lost: it stands in the composer again.
      if (!outcome.ok) setDraft(item.id, { text, as: "reply" });
    });
  };
  return (
    <Composer
      ref={composer}
      platform={platform}
      channel={item.channel}
      use={item.kind === "dm" ? "dm" : "comment"}
      voice={t("voice", { handle: `@${channel?.handle ?? item.channel}`, platform: platformName(platform) })}
      hashtags={desk.policy.hashtags}
      templates={desk.policy.templates}
      lang={item.lang}
      placeholders={placeholdersFor(item, {
        channel: channel?.name ?? item.channel,
        tag: usualTag({ policy: desk.policy.hashtags, platform, channel: item.channel, at: instant(minute) }),
        me: me.name,
        desk: desk.name,
      })}
      at={instant(minute)}
      text={draft?.text ?? ""}
      mode={mode}
      onChange={(text, as) => {
        setMode(as);
        setDraft(item.id, { text, as });
      }}
      onSend={onSend}
      onNote={(text) => {
        setDraft(item.id, null);
        setMode("reply");
        void note([item.id], text);
      }}
      canNote={mayNote}
      canOverride={mayOverride}
      refusal={refusal}
      sendKey={shownKey("mod+Enter")}
      onWriting={(isWriting) => showPresence(item.id, isWriting)}
    />
  );
}

/** What the placeholders of templates stand for in a reply to an item. */
function placeholdersFor(
  { author }: Item,
  of: { readonly channel: string; readonly tag: string | null; readonly me: string; readonly desk: string },
): Partial<Record<Placeholder, string>> {
  const name = author.name ?? author.handle;
  return {
    name,
    first: name.trim().split(/\s+/u)[0] ?? name,
    handle: author.handle,
    channel: of.channel,
    ...(of.tag === null ? {} : { tag: `#${of.tag}` }),
    me: of.me.trim().split(/\s+/u)[0] ?? of.me,
    desk: of.desk,
  };
}

/** What was taken back stands in the composer again, to be written better, unless something else has been begun there. */
function useTakenBack(item: string, me: string | undefined, isEmpty: boolean): void {
  const last = useReplica((view) =>
    view.state?.threads.get(item)?.messages.findLast(({ message }) => message.by === me && message.direction === "out"),
  )?.message;
  // Not which it was: until the desk has answered, a reply goes by another id here.
  const wasLeaving = useRef(false);
  useEffect(() => {
    if (last === undefined) return;
    if (last.state === "taken-back" && wasLeaving.current && isEmpty) setDraft(item, { text: last.text, as: "reply" });
    wasLeaving.current = last.state === "leaving";
  }, [item, last, isEmpty]);
}
