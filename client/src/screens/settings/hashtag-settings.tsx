import type { HashtagRule } from "@flowdesk/shared/hashtag/policy.ts";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { act } from "../../actions/act.ts";
import { Button } from "../../components/button.tsx";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { useDesk, usePermits } from "../../store/use-desk.ts";
import { useTick } from "../../store/use-view.ts";
import { useFormats } from "../../text/use-text.ts";
import { HashtagDialog } from "./hashtag-dialog.tsx";
import { HashtagTryOut } from "./hashtag-try-out.tsx";
import { RuleRows } from "./rule-rows.tsx";
import { Nothing, Section } from "./section.tsx";

/** Which tags are right, and where. */
export function HashtagSettings() {
  const { t } = useTranslation("settings");
  const policy = useDesk()?.policy.hashtags;
  const may = usePermits("policy.hashtags");
  const [edited, setEdited] = useState<number | "new" | null>(null);
  if (policy === undefined) return null;
  const { rules, requireInReplies } = policy;
  return (
    <Section
      title={t("hashtags")}
      hint={t("hashtagsPart.hint")}
      isReadOnly={!may}
      tools={
        may ? (
          <Button look="primary" icon={Plus} onPress={() => setEdited("new")}>
            {t("hashtagsPart.add")}
          </Button>
        ) : undefined
      }
    >
      {rules.length === 0 ? (
        <Nothing>{t("hashtagsPart.none")}</Nothing>
      ) : (
        <RuleRows
          label={t("hashtags")}
          rules={rules}
          nameOf={({ tag }) => `#${tag}`}
          isOrdered={false}
          onChange={may ? (next) => void act("policy.hashtags", { hashtags: { rules: next, requireInReplies } }) : null}
          onEdit={setEdited}
        >
          {(rule) => <RuleLine rule={rule} />}
        </RuleRows>
      )}
      <div>
        <Toggle
          isSelected={requireInReplies}
          isDisabled={!may}
          onChange={(next) => void act("policy.hashtags", { hashtags: { rules, requireInReplies: next } })}
        >
          {t("hashtagsPart.inReplies")}
        </Toggle>
        <p className="text-xs text-ink-faint">{t("hashtagsPart.inRepliesHint")}</p>
      </div>
      <HashtagTryOut policy={policy} />
      {edited === null ? null : (
        <HashtagDialog policy={policy} at={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </Section>
  );
}

function RuleLine({ rule }: { readonly rule: HashtagRule }) {
  const { t } = useTranslation("settings");
  const { timeNear } = useFormats();
  const now = useTick(60);
  const { tag, standing, channels = [], platforms = [], from, until, reason } = rule;
  const when =
    from !== undefined && until !== undefined
      ? t("hashtagsPart.fromUntil", { from: timeNear(from, now), until: timeNear(until, now) })
      : from !== undefined
        ? t("hashtagsPart.fromOnly", { from: timeNear(from, now) })
        : until !== undefined
          ? t("hashtagsPart.untilOnly", { until: timeNear(until, now) })
          : "";
  return (
    <>
      <span className="min-w-0 flex-1 basis-48">
        <bdi className="font-medium break-all">#{tag}</bdi>
        {reason === undefined ? null : <bdi className="block text-xs text-ink-faint">{reason}</bdi>}
      </span>
      <span className="w-28 text-xs font-medium">{t(`hashtagsPart.standings.${standing}`)}</span>
      <span className="flex basis-32 flex-wrap items-center gap-1 text-xs text-ink-soft">
        {channels.length + platforms.length === 0 ? t("hashtagsPart.everywhere") : null}
        {channels.map((id) => (
          <ChannelMark key={id} channel={id} />
        ))}
        {platforms.join(" ")}
      </span>
      <span className="nums text-xs text-ink-soft">{when}</span>
    </>
  );
}
