import { platformOf } from "@flowdesk/shared/desk/channel/channel.ts";
import { usualTag } from "@flowdesk/shared/hashtag/policy.ts";
import { countText } from "@flowdesk/shared/text/count.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { TextCounter, ToldCount } from "../../components/text-counter.tsx";
import { useChannels, useDesk } from "../../store/use-desk.ts";
import { useTick } from "../../store/use-view.ts";

/** Outlets that nobody is answered on. */
const outlets = new Set(["web", "broadcast", "screen"]);

/** How a template reads on each channel, and how much of each one's limit it takes. */
export function TemplatePreview({
  fill,
}: {
  /** The text with its placeholders filled for a channel. */
  readonly fill: (of: { readonly channel: string; readonly tag?: string }) => string;
}) {
  const { t } = useTranslation("settings");
  const policy = useDesk()?.policy.hashtags;
  const now = useTick(60);
  const [chosen, setChosen] = useState<string | null>(null);
  const channels = useChannels().filter(({ id, retired }) => !retired && !outlets.has(platformOf(id)));
  const samples = channels.map(({ id, name }) => {
    const platform = platformOf(id);
    const tag = policy === undefined ? null : usualTag({ policy, platform, channel: id, at: instant(now) });
    const text = fill({ channel: name, ...(tag === null ? {} : { tag: `#${tag}` }) });
    return { id, name, text, count: countText(platform, text, "comment") };
  });
  const shown = samples.find(({ id }) => id === chosen) ?? samples.find(({ count }) => !count.valid) ?? samples[0];
  if (shown === undefined) return null;
  return (
    <section aria-label={t("templatesPart.preview")} className="flex flex-col gap-2">
      <h3 className="text-xs font-medium text-ink-soft">{t("templatesPart.preview")}</h3>
      <p className="rounded-lg bg-sunken px-3 py-2 text-sm">
        <span className="block text-xs text-ink-faint">{t("templatesPart.sampleOn", { channel: shown.name })}</span>
        <bdi className="break-words whitespace-pre-wrap">{shown.text}</bdi>
      </p>
      <ToldCount count={shown.count} channel={shown.name} />
      <ul className="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto">
        {samples.map(({ id, name, count }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={id === shown.id}
              onClick={() => setChosen(id)}
              className={`flex min-h-8 items-center gap-1.5 rounded-md border px-2 text-xs touch:min-h-11 ${id === shown.id ? "border-ink" : "border-line hover:bg-hover"}`}
            >
              <ChannelMark channel={id} />
              <bdi>{name}</bdi>
              <TextCounter count={count} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
