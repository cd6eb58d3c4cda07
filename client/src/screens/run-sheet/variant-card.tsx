import { platformOf, publishingPlatforms } from "@flowdesk/shared/desk/channel/channel.ts";
import type { Post, Variant } from "@flowdesk/shared/desk/post/post.ts";
import { countText } from "@flowdesk/shared/text/count.ts";
import { Ban, Check, Ellipsis, ExternalLink, Pencil, RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../actions/act.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { CopyButton } from "../../components/copy-button.tsx";
import { ForeignText } from "../../components/foreign-text.tsx";
import { MediaView } from "../../components/media-view.tsx";
import { Menu, type MenuAction } from "../../components/menu.tsx";
import { TextCounter } from "../../components/text-counter.tsx";
import { useChannel, useMember, usePermits } from "../../store/use-desk.ts";
import { useFormats } from "../../text/use-text.ts";
import { GoLive } from "./go-live.tsx";
import { isAhead, standingOf } from "./standing.ts";
import { StandingMark } from "./standing-mark.tsx";
import { VariantEditor } from "./variant-editor.tsx";

/** What a post says on one channel, how that stands, and what is left to do about it. */
export function VariantCard({
  post,
  variant,
  now,
}: {
  readonly post: Post;
  readonly variant: Variant;
  readonly now: number;
}) {
  const { t } = useTranslation("runSheet");
  const { time } = useFormats();
  const channel = useChannel(variant.channel);
  const putOutBy = useMember(variant.by)?.name ?? variant.by;
  const overriddenBy = useMember(variant.override?.by ?? null)?.name ?? variant.override?.by;
  const mayPutOut = usePermits("post.live", { owner: post.owner });
  const [isEditing, setEditing] = useState(false);
  const [isPuttingOut, setPuttingOut] = useState(false);
  const menu = useVariantMenu(post, variant, () => setEditing(true));
  const standing = standingOf(variant, post.at, now);
  const waits = standing === "due" || standing === "late" || standing === "missed";
  const platform = platformOf(variant.channel);
  if (isEditing)
    return <VariantEditor post={post} channel={variant.channel} variant={variant} onDone={() => setEditing(false)} />;
  return (
    <article className={`flex flex-col gap-2 rounded-lg border p-3 ${waits ? "border-line-strong" : "border-line"}`}>
      <div className="flex min-w-0 items-center gap-2">
        <ChannelMark channel={variant.channel} />
        <h3 className="min-w-0 truncate text-sm font-medium">
          <bdi>{channel?.name ?? variant.channel}</bdi>
          {channel?.retired === true ? (
            <span className="font-normal text-ink-faint"> · {t("variant.retired")}</span>
          ) : null}
        </h3>
        <span className="flex-1" />
        <StandingMark variant={variant} at={post.at} now={now} />
        {menu.length === 0 ? null : (
          <Menu
            label={t("variant.more")}
            trigger={<IconButton icon={Ellipsis} label={t("variant.more")} className="-my-1 -mr-1" />}
            groups={[{ id: "variant", actions: menu }]}
          />
        )}
      </div>
      <p
        className={`text-base break-words whitespace-pre-wrap ${variant.state === "cancelled" ? "text-ink-faint" : ""}`}
      >
        {variant.text === "" ? (
          <span className="text-ink-faint">{t("variant.noText")}</span>
        ) : (
          <ForeignText links>{variant.text}</ForeignText>
        )}
      </p>
      {variant.media.map(({ url, alt }) => (
        <MediaView key={url} media={{ kind: "image", url, ...(alt === undefined ? {} : { alt }) }} />
      ))}
      {variant.override === null ? null : (
        <p className="text-xs text-ink-soft">
          {t("variant.override", { name: overriddenBy ?? "", reason: variant.override.reason })}
        </p>
      )}
      {variant.state === "live" ? (
        <p className="flex flex-wrap items-center gap-x-3 text-xs text-ink-soft">
          {variant.liveAt === null ? null : t("liveBy", { time: time(variant.liveAt), name: putOutBy ?? "" })}
          {variant.link === null ? null : (
            <a
              href={variant.link}
              target="_blank"
              rel="noreferrer noopener"
              className="inline-flex min-h-6 min-w-0 items-center gap-1 font-medium text-ink underline touch:min-h-11"
            >
              <span className="truncate">{variant.link.replace(/^https?:\/\//u, "")}</span>
              <ExternalLink aria-hidden size={12} className="shrink-0" />
            </a>
          )}
        </p>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          {variant.text === "" ? null : (
            <CopyButton
              text={variant.text}
              label={t("variant.copy")}
              doneLabel={t("variant.copied")}
              look={waits && mayPutOut ? "primary" : "plain"}
              small={!waits}
            />
          )}
          {mayPutOut && isAhead(variant) && !waits && !isPuttingOut ? (
            <Button small look="quiet" icon={Check} onPress={() => setPuttingOut(true)}>
              {t("variant.putOut")}
            </Button>
          ) : null}
          <span className="flex-1" />
          {variant.text === "" ? null : <TextCounter count={countText(platform, variant.text, "post")} />}
        </div>
      )}
      {mayPutOut && isAhead(variant) && (waits || isPuttingOut) ? (
        <GoLive post={post} variant={variant} isOutlet={publishingPlatforms.has(platform)} />
      ) : null}
    </article>
  );
}

function useVariantMenu(post: Post, variant: Variant, edit: () => void): readonly MenuAction[] {
  const { t } = useTranslation("runSheet");
  const subject = { owner: post.owner };
  const may = {
    reword: usePermits("post.reword", subject),
    cancel: usePermits("post.cancel", subject),
    restore: usePermits("post.restore", subject),
    drop: usePermits("post.variant.drop", subject),
  };
  const names = { post: post.id, variant: variant.id };
  const actions: MenuAction[] = [];
  if (may.reword && isAhead(variant))
    actions.push({ id: "edit", label: t("variant.edit"), icon: Pencil, onAction: edit });
  if (may.cancel && isAhead(variant))
    actions.push({
      id: "cancel",
      label: t("variant.cancel"),
      icon: Ban,
      onAction: () => void act("post.cancel", names),
    });
  if (may.restore && variant.state === "cancelled")
    actions.push({
      id: "restore",
      label: t("variant.restore"),
      icon: RotateCcw,
      onAction: () => void act("post.restore", names),
    });
  if (may.drop && variant.state !== "live" && post.variants.length > 1)
    actions.push({
      id: "drop",
      label: t("variant.drop"),
      icon: Trash2,
      onAction: () => void act("post.variant.drop", names),
    });
  return actions;
}
