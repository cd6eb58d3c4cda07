import type { Post, Variant } from "@flowdesk/shared/desk/post/post.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { useChannel, useDesk, usePermits } from "../../store/use-desk.ts";
import { areAddresses, checkText, givenMedia, type MediaDraft } from "./draft.ts";
import { MediaFields } from "./media-fields.tsx";
import { PostText } from "./post-text.tsx";

/** Where a variant's text is said anew, or with `variant` null said for a channel more. */
export function VariantEditor({
  post,
  channel,
  variant,
  onDone,
}: {
  readonly post: Post;
  readonly channel: string;
  readonly variant: Variant | null;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(["runSheet", "common"]);
  const desk = useDesk();
  const name = useChannel(channel)?.name ?? channel;
  const mayOverride = usePermits("post.override");
  const [text, setText] = useState(variant?.text ?? post.variants[0]?.text ?? "");
  const [media, setMedia] = useState<readonly MediaDraft[]>(
    () => (variant ?? post.variants[0])?.media.map(({ url, alt = "" }) => ({ url, alt })) ?? [],
  );
  const [reason, setReason] = useState(variant?.override?.reason ?? "");
  const { isBusy, problem, give } = useAttempt();
  if (desk === undefined) return null;
  const given = givenMedia(media);
  const check = checkText(channel, text, given.length > 0, desk.policy.hashtags, post.at);
  const mayGo = !check.isStopped || (mayOverride && reason.trim() !== "");
  const save = () => {
    const override = check.isStopped && mayOverride ? { override: reason.trim() } : {};
    const wording = { text, media: given };
    const done =
      variant === null
        ? give("post.variant.add", { post: post.id, variant: { channel, ...wording }, ...override })
        : give("post.reword", { post: post.id, variant: variant.id, ...wording, ...override });
    void done.then((isTaken) => {
      if (isTaken) onDone();
    });
  };
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line-strong p-3">
      {variant === null ? (
        <span className="flex items-center gap-2 text-sm font-medium">
          <ChannelMark channel={channel} />
          <bdi>{name}</bdi>
        </span>
      ) : null}
      <PostText label={t("edit.text", { channel: name })} text={text} onChange={setText} check={check} autoFocus />
      <MediaFields media={media} onChange={setMedia} />
      {check.isStopped ? <Override reason={reason} onChange={setReason} mayOverride={mayOverride} /> : null}
      <Problem>{problem}</Problem>
      <div className="flex justify-end gap-2">
        <Button onPress={onDone}>{t("common:cancel")}</Button>
        <Button look="primary" isDisabled={isBusy || check.isUnfit || !mayGo || !areAddresses(media)} onPress={save}>
          {t(variant === null ? "edit.add" : "edit.save")}
        </Button>
      </div>
    </div>
  );
}

/** What can be done about a text that a hashtag stops: a flow manager gives a reason, others mend it. */
export function Override(props: {
  readonly reason: string;
  readonly onChange: (reason: string) => void;
  readonly mayOverride: boolean;
}) {
  const { t } = useTranslation("runSheet");
  if (!props.mayOverride) return <p className="text-sm font-medium text-over">{t("edit.stopped")}</p>;
  return (
    <Field
      label={t("edit.override")}
      hint={t("edit.overrideHint")}
      value={props.reason}
      onChange={props.onChange}
      maxLength={500}
    />
  );
}
