import { platformOf } from "@flowdesk/shared/desk/channel/channel.ts";
import { applyFix, checkHashtags, type HashtagPolicy, type HashtagUse } from "@flowdesk/shared/hashtag/policy.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { Check } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { channelLabels } from "../../components/channel-names.ts";
import { Choice } from "../../components/choice.tsx";
import { Field } from "../../components/field.tsx";
import { HashtagOffers } from "../../components/hashtag-offers.tsx";
import { useChannels } from "../../store/use-desk.ts";
import { useTick } from "../../store/use-view.ts";
import { Group } from "./section.tsx";

const uses: ReadonlyArray<{ readonly id: HashtagUse; readonly words: "post" | "reply" | "dm" }> = [
  { id: "post", words: "post" },
  { id: "reply", words: "reply" },
  { id: "dm-reply", words: "dm" },
];

/** What the rules make of a text, before somebody meets them. */
export function HashtagTryOut({ policy }: { readonly policy: HashtagPolicy }) {
  const { t } = useTranslation("settings");
  const channels = useChannels().filter(({ retired }) => !retired);
  const now = useTick(60);
  const [text, setText] = useState("");
  const [use, setUse] = useState<HashtagUse>("post");
  const [chosen, setChosen] = useState<string | null>(null);
  const channel = chosen ?? channels[0]?.id ?? "";
  const findings = checkHashtags({ policy, platform: platformOf(channel), channel, text, use, at: instant(now) });
  return (
    <Group title={t("hashtagsPart.tryOut")}>
      <div className="rounded-lg border border-line bg-surface">
        <div className="flex flex-col gap-3 p-3">
          <div className="grid gap-3 mid:grid-cols-2">
            <Choice
              label={t("hashtagsPart.tryOn")}
              options={[...channelLabels(channels)].map(([id, label]) => ({ id, label }))}
              value={channel}
              onChange={setChosen}
            />
            <Choice
              label={t("hashtagsPart.tryAs")}
              options={uses.map(({ id, words }) => ({ id, label: t(`hashtagsPart.${words}`) }))}
              value={use}
              onChange={setUse}
            />
          </div>
          <Field label={t("hashtagsPart.tryLabel")} value={text} onChange={setText} lines={2} maxLength={5000} />
        </div>
        {text.trim() === "" ? null : findings.length === 0 ? (
          <p role="status" className="flex items-center gap-1.5 border-t border-line px-3 py-2 text-xs text-ink-soft">
            <Check aria-hidden size={13} />
            {t("hashtagsPart.fine")}
          </p>
        ) : (
          <HashtagOffers findings={findings} onFix={(finding) => setText(applyFix(text, finding))} />
        )}
      </div>
    </Group>
  );
}
