import { platformOf, publishingPlatforms } from "@flowdesk/shared/desk/channel/channel.ts";
import { kinds } from "@flowdesk/shared/desk/item/need.ts";
import { minute } from "@flowdesk/shared/time/instant.ts";
import { ShieldCheck } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ask } from "../../app/ask.ts";
import { Button } from "../../components/button.tsx";
import { ChannelStrip } from "../../components/channel-strip.tsx";
import { useChannels, useMembers, usePermits } from "../../store/use-desk.ts";
import { useChannelLines, useLoads } from "../../store/use-lists.ts";
import { useView } from "../../store/use-view.ts";
import { setFilter, viewStore } from "../../store/view-store.ts";
import { useFormats } from "../../text/use-text.ts";

/** A channel that has brought nothing for so long is said to be silent. */
const silentAfter = 10 * minute;

/** All channels of the desk at a glance; one press narrows the list to one. */
export function Strip() {
  const { t } = useTranslation(["flow", "cover"]);
  const { number } = useFormats();
  const lines = useChannelLines();
  const channels = useChannels();
  const members = useMembers();
  const loads = useLoads();
  const mayCover = usePermits("member.cover");
  const isAlone = members.length < 2;
  const chosen = useView((view) => view.filter.channel ?? null);
  const shown = useMemo(() => {
    const handles = new Map(channels.map(({ id, name }) => [id, name]));
    const names = new Map(members.map(({ id, name }) => [id, name.split(" ")[0] ?? name]));
    const room = new Map(members.map(({ id, capacity }) => [id, capacity]));
    const ordered = [...lines].sort((a, b) => Number(isOutlet(a.channel)) - Number(isOutlet(b.channel)));
    return ordered.map((line) => ({
      id: line.channel,
      name: handles.get(line.channel) ?? line.channel,
      arrivals: line.arrivals,
      perMinute: line.perMinute,
      open: line.open,
      coveredBy: line.coveredBy.map((id) => names.get(id) ?? id),
      uncovered: line.uncovered.length < kinds.length ? line.uncovered : [],
      isFull:
        line.coveredBy.length > 0 && line.coveredBy.every((id) => (loads.get(id)?.waiting ?? 0) >= (room.get(id) ?? 0)),
      silentSince: line.silentSince,
      isOutlet: isOutlet(line.channel),
    }));
  }, [lines, channels, members, loads]);
  if (shown.length === 0) return null;
  return (
    <ChannelStrip
      label={t("channels")}
      channels={shown}
      silentAfterMs={silentAfter}
      chosen={chosen}
      number={number}
      tools={
        mayCover && !isAlone ? (
          <Button small look="quiet" icon={ShieldCheck} shortcut="⇧C" onPress={() => ask({ kind: "cover" })}>
            {t("cover:open")}
          </Button>
        ) : null
      }
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
