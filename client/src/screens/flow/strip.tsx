import { platformOf, publishingPlatforms } from "@flowdesk/shared/desk/channel/channel.ts";
import { minute } from "@flowdesk/shared/time/instant.ts";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ChannelStrip } from "../../components/channel-strip.tsx";
import { useChannels, useMembers } from "../../store/use-desk.ts";
import { useChannelLines } from "../../store/use-lists.ts";
import { useView } from "../../store/use-view.ts";
import { setFilter, viewStore } from "../../store/view-store.ts";
import { useFormats } from "../../text/use-text.ts";

/** A channel that has brought nothing for so long is said to be silent. */
const silentAfter = 10 * minute;

/** All channels of the desk at a glance; one press narrows the list to one. */
export function Strip() {
  const { t } = useTranslation("flow");
  const { number } = useFormats();
  const lines = useChannelLines();
  const channels = useChannels();
  const members = useMembers();
  const chosen = useView((view) => view.filter.channel ?? null);
  const shown = useMemo(() => {
    const handles = new Map(channels.map(({ id, name }) => [id, name]));
    const names = new Map(members.map(({ id, name }) => [id, name.split(" ")[0] ?? name]));
    const ordered = [...lines].sort((a, b) => Number(isOutlet(a.channel)) - Number(isOutlet(b.channel)));
    return ordered.map((line) => ({
      id: line.channel,
      name: handles.get(line.channel) ?? line.channel,
      arrivals: line.arrivals,
      perMinute: line.perMinute,
      open: line.open,
      coveredBy: line.coveredBy.map((id) => names.get(id) ?? id),
      silentSince: line.silentSince,
      isOutlet: isOutlet(line.channel),
    }));
  }, [lines, channels, members]);
  if (shown.length === 0) return null;
  return (
    <ChannelStrip
      label={t("channels")}
      channels={shown}
      silentAfterMs={silentAfter}
      chosen={chosen}
      number={number}
      onChoose={(channel) => {
        const { channel: _old, ...rest } = viewStore.getState().filter;
        setFilter(channel === null ? rest : { ...rest, channel });
      }}
    />
  );
}

function isOutlet(channel: string): boolean {
  return publishingPlatforms.has(platformOf(channel));
}
