import {
  type HashtagPolicy,
  type HashtagRule,
  hashtagRuleSchema,
  standingSchema,
} from "@flowdesk/shared/hashtag/policy.ts";
import { wallClockOf } from "@flowdesk/shared/time/wall-clock.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttempt } from "../../actions/use-attempt.ts";
import { Button } from "../../components/button.tsx";
import { Choice } from "../../components/choice.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { Problem } from "../../components/problem.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { useChannels, useReplica } from "../../store/use-desk.ts";
import { ChannelTicks } from "./channel-ticks.tsx";
import { readLocal } from "./local-time.ts";
import { put } from "./rule-order.ts";

const standings = standingSchema.options;

/** One tag: what it is to the desk, where, and when. */
export function HashtagDialog({
  policy,
  at,
  onClose,
}: {
  readonly policy: HashtagPolicy;
  /** The rule's place; null: a new one. */
  readonly at: number | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(["settings", "common", "components"]);
  const zone = useReplica((view) => view.state?.desk.zone ?? "UTC");
  const all = useChannels();
  const before = at === null ? undefined : policy.rules[at];
  const localOf = (instant: string | undefined) =>
    instant === undefined ? "" : wallClockOf(instant, zone).local.slice(0, 16);
  const [tag, setTag] = useState(before?.tag ?? "");
  const [standing, setStanding] = useState(before?.standing ?? "canonical");
  const [channels, setChannels] = useState<string[] | null>(
    before?.channels === undefined || before.channels.length === 0 ? null : before.channels,
  );
  const [platforms, setPlatforms] = useState((before?.platforms ?? []).join(", "));
  const [from, setFrom] = useState(() => localOf(before?.from));
  const [until, setUntil] = useState(() => localOf(before?.until));
  const [reason, setReason] = useState(before?.reason ?? "");
  const { isBusy, problem, give } = useAttempt();
  const read = hashtagRuleSchema.shape.tag.safeParse(tag);
  const fromAt = readLocal(from, zone);
  const untilAt = readLocal(until, zone);
  const isBackwards = fromAt !== null && fromAt !== "" && untilAt !== null && untilAt !== "" && untilAt <= fromAt;
  const named = platforms
    .toLowerCase()
    .split(/[\s,;]+/u)
    .filter((one) => one !== "");
  const isReady = read.success && channels?.length !== 0 && fromAt !== null && untilAt !== null && !isBackwards;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!read.success || fromAt === null || untilAt === null || !isReady) return;
    const rule: HashtagRule = {
      tag: read.data,
      standing,
      ...(channels === null ? {} : { channels }),
      ...(named.length === 0 ? {} : { platforms: [...new Set(named)] }),
      ...(fromAt === "" ? {} : { from: fromAt }),
      ...(untilAt === "" ? {} : { until: untilAt }),
      ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
    };
    void give("policy.hashtags", { hashtags: { ...policy, rules: put(policy.rules, at, rule) } }).then((isTaken) => {
      if (isTaken) onClose();
    });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(at === null ? "hashtagsPart.add" : "hashtagsPart.edit")}
      closeLabel={t("components:dialog.close")}
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <div className="grid items-start gap-4 mid:grid-cols-2">
          <Field
            label={t("hashtagsPart.tag")}
            value={tag}
            onChange={setTag}
            maxLength={141}
            placeholder="#"
            autoFocus
            error={tag.trim() !== "" && !read.success ? t("hashtagsPart.tagWrong") : null}
          />
          <div className="flex flex-col gap-1">
            <Choice
              label={t("hashtagsPart.standing")}
              options={standings.map((id) => ({ id, label: t(`hashtagsPart.standings.${id}`) }))}
              value={standing}
              onChange={setStanding}
            />
            <p className="text-xs text-ink-faint">{t(`hashtagsPart.standingHint.${standing}`)}</p>
          </div>
          <Field label={t("hashtagsPart.from")} type="datetime-local" value={from} onChange={setFrom} />
          <Field
            label={t("hashtagsPart.until")}
            hint={t("hashtagsPart.zoneHint", { zone })}
            type="datetime-local"
            value={until}
            onChange={setUntil}
            error={isBackwards ? t("hashtagsPart.backwards") : null}
          />
        </div>
        <Field
          label={t("hashtagsPart.reason")}
          hint={t("hashtagsPart.reasonHint")}
          value={reason}
          onChange={setReason}
          maxLength={500}
          spelling
        />
        <Field
          label={t("hashtagsPart.platforms")}
          hint={t("hashtagsPart.platformsHint")}
          value={platforms}
          onChange={setPlatforms}
          maxLength={500}
        />
        <div className="flex flex-col gap-2">
          <Toggle
            isSelected={channels !== null}
            onChange={(some) => setChannels(some ? all.filter(({ retired }) => !retired).map(({ id }) => id) : null)}
          >
            {t("hashtagsPart.someChannels")}
          </Toggle>
          {channels === null ? null : (
            <ChannelTicks label={t("hashtagsPart.where")} chosen={channels} onChange={setChannels} />
          )}
        </div>
        <Problem>{problem}</Problem>
        <div className="flex justify-end">
          <Button type="submit" look="primary" isDisabled={!isReady || isBusy}>
            {t("common:save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
