import { permits } from "@flowdesk/shared/desk/permission.ts";
import { applyFix } from "@flowdesk/shared/hashtag/policy.ts";
import { instant, minute } from "@flowdesk/shared/time/instant.ts";
import { wallClockOf } from "@flowdesk/shared/time/wall-clock.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { channelNames } from "../../components/channel-names.ts";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { HashtagOffers } from "../../components/hashtag-offers.tsx";
import { Problem } from "../../components/problem.tsx";
import { TextCounter, ToldCount } from "../../components/text-counter.tsx";
import { Tick } from "../../components/toggle.tsx";
import { newId } from "../../connection/new-id.ts";
import { serverNow } from "../../store/server-clock.ts";
import { useChannels, useDesk, useMe, usePermits } from "../../store/use-desk.ts";
import {
  areAddresses,
  checkText,
  givenMedia,
  type MediaDraft,
  ownText,
  reword,
  type TextCheck,
  textFor,
  type Wording,
} from "./draft.ts";
import { MediaFields } from "./media-fields.tsx";
import { OwnerChoice } from "./owner-choice.tsx";
import { PostText } from "./post-text.tsx";
import { type Day, dayOf } from "./sheet.ts";
import { Override } from "./variant-editor.tsx";
import { readWhen, type When, whenOf } from "./when.ts";
import { WhenFields } from "./when-fields.tsx";

/** Plans a post: what it is called, when, where, and what it says there. */
export function PlanDialog({
  day,
  zone,
  onClose,
  onPlanned,
}: {
  readonly day: Day;
  readonly zone: string;
  readonly onClose: () => void;
  readonly onPlanned: (post: string) => void;
}) {
  const { t } = useTranslation(["runSheet", "components"]);
  const desk = useDesk();
  const me = useMe();
  const channels = useChannels().filter(({ retired, id }) => !retired && worksOn(me?.channels, id));
  const called = channelNames(channels);
  const mayOverride = usePermits("post.override");
  const [id] = useState(newId);
  const [title, setTitle] = useState("");
  const [when, setWhen] = useState(() => firstWhen(day, zone, serverNow()));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [wording, setWording] = useState<Wording>({ text: "", own: {} });
  const [media, setMedia] = useState<readonly MediaDraft[]>([]);
  const [owner, setOwner] = useState<string | null>(() =>
    me !== undefined && permits(me, "post.live", { owner: me.id }) ? me.id : null,
  );
  const [note, setNote] = useState("");
  const [reason, setReason] = useState("");
  const { isBusy, problem, give } = useAttempt();
  const read = readWhen(when);
  const given = givenMedia(media);
  const at = read?.at ?? instant(serverNow());
  const checks = new Map<string, TextCheck>();
  if (desk !== undefined) {
    for (const channel of chosen)
      checks.set(channel, checkText(channel, textFor(wording, channel), given.length > 0, desk.policy.hashtags, at));
  }
  const all = [...checks.values()];
  const isStopped = all.some((check) => check.isStopped);
  const isReady =
    read !== null &&
    chosen.length > 0 &&
    areAddresses(media) &&
    all.every((check) => !check.isUnfit) &&
    (!isStopped || (mayOverride && reason.trim() !== ""));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || read === null) return;
    void give("post.plan", {
      post: id,
      title: title.trim(),
      planned: read.planned,
      owner,
      note: note.trim(),
      variants: chosen.map((channel) => ({ channel, text: textFor(wording, channel), media: given })),
      ...(isStopped ? { override: reason.trim() } : {}),
    }).then((isTaken) => {
      if (isTaken) onPlanned(id);
    });
  };
  const choose = (channel: string, isChosen: boolean) =>
    setChosen(channels.map((one) => one.id).filter((one) => (one === channel ? isChosen : chosen.includes(one))));
  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={t("plan")}
      closeLabel={t("components:dialog.close")}
      footer={
        <Button type="submit" form="plan-post" look="primary" isDisabled={!isReady || isBusy}>
          {t("form.submit")}
        </Button>
      }
    >
      <form id="plan-post" onSubmit={onSubmit} className="flex flex-col gap-4">
        <Field
          label={t("form.title")}
          hint={t("form.titleHint")}
          value={title}
          onChange={setTitle}
          maxLength={200}
          autoFocus
          spelling
        />
        <WhenFields when={when} onChange={setWhen} />
        <fieldset className="flex flex-col gap-1">
          <legend className="text-xs font-medium text-ink-soft">{t("form.channels")}</legend>
          {channels.length === 0 ? <p className="text-sm text-ink-faint">{t("form.noChannels")}</p> : null}
          <div className="grid max-h-44 gap-x-4 overflow-y-auto mid:grid-cols-3">
            {channels.map((channel) => (
              <Tick
                key={channel.id}
                isSelected={chosen.includes(channel.id)}
                onChange={(isChosen) => choose(channel.id, isChosen)}
              >
                <ChannelMark channel={channel.id} />
                <bdi>{called.get(channel.id)}</bdi>
              </Tick>
            ))}
          </div>
        </fieldset>
        <PostText
          label={t("edit.forAll")}
          text={wording.text}
          onChange={(text) => setWording({ ...wording, text })}
          check={checks.get(chosen.find((one) => wording.own[one] === undefined) ?? "") ?? null}
          isCheckedElsewhere
        />
        <PerChannel
          chosen={chosen}
          checks={checks}
          wording={wording}
          onChange={setWording}
          nameOf={(one) => called.get(one) ?? one}
        />
        <MediaFields media={media} onChange={setMedia} />
        {isStopped ? <Override reason={reason} onChange={setReason} mayOverride={mayOverride} /> : null}
        <div className="grid gap-4 mid:grid-cols-2">
          <OwnerChoice owner={owner} onChange={setOwner} />
          <Field label={t("form.note")} value={note} onChange={setNote} maxLength={2000} spelling />
        </div>
        <Problem>{problem}</Problem>
      </form>
    </Dialog>
  );
}

/** What each chosen channel makes of its text, and the way to a text of its own. */
function PerChannel({
  chosen,
  checks,
  wording,
  onChange,
  nameOf,
}: {
  readonly chosen: readonly string[];
  readonly checks: ReadonlyMap<string, TextCheck>;
  readonly wording: Wording;
  readonly onChange: (wording: Wording) => void;
  readonly nameOf: (channel: string) => string;
}) {
  const { t } = useTranslation("runSheet");
  if (chosen.length === 0) return <p className="text-xs text-ink-faint">{t("form.channelsHint")}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {chosen.map((channel) => {
        const check = checks.get(channel);
        const text = textFor(wording, channel);
        const isOwn = wording.own[channel] !== undefined;
        return (
          <li key={channel} className="rounded-lg border border-line">
            <div className="flex min-h-9 items-center gap-2 px-2.5">
              <ChannelMark channel={channel} />
              <bdi className="min-w-0 truncate text-sm">{nameOf(channel)}</bdi>
              <span className="flex-1" />
              {check === undefined || isOwn || text === "" ? null : <TextCounter count={check.count} />}
              {check === undefined || isOwn ? null : <ToldCount count={check.count} channel={nameOf(channel)} />}
              <Button small look="quiet" onPress={() => onChange(ownText(wording, channel, isOwn ? null : text))}>
                {t(isOwn ? "edit.sameText" : "edit.ownText")}
              </Button>
            </div>
            {isOwn && check !== undefined ? (
              <div className="p-2 pt-0">
                <PostText
                  label={t("edit.text", { channel: nameOf(channel) })}
                  text={text}
                  onChange={(next) => onChange(reword(wording, channel, next))}
                  check={check}
                  autoFocus
                />
              </div>
            ) : check === undefined || text === "" ? null : (
              <HashtagOffers
                findings={check.findings}
                onFix={(finding) => onChange(reword(wording, channel, applyFix(text, finding)))}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function worksOn(channels: "all" | readonly string[] | undefined, channel: string): boolean {
  return channels === "all" || channels?.includes(channel) === true;
}

/** The next full quarter of an hour today; on another day noon. */
function firstWhen(day: Day, zone: string, now: number): When {
  if (day !== dayOf(instant(now), zone)) return { date: day, time: "12:00", zone };
  const quarter = 15 * minute;
  return whenOf(wallClockOf(instant(Math.ceil((now + quarter / 3) / quarter) * quarter), zone));
}
