import { platformOf, publishingPlatforms } from "@flowdesk/shared/desk/channel/channel.ts";
import { kinds } from "@flowdesk/shared/desk/item/need.ts";
import { ShieldCheck } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { ask } from "../../app/ask.ts";
import { useWidth } from "../../app/use-width.ts";
import { Button } from "../../components/button.tsx";
import { channelNames } from "../../components/channel-names.ts";
import { ChannelStrip } from "../../components/channel-strip.tsx";
import { arrivalMinutes } from "../../store/arrivals.ts";
import type { ChannelLine } from "../../store/channel-lines.ts";
import { pulseByChannel } from "../../store/channel-pulse.ts";
import { pulseStore } from "../../store/pulse-store.ts";
import { useChannels, useMembers, usePermits } from "../../store/use-desk.ts";
import { useChannelLines, useLoads } from "../../store/use-lists.ts";
import { useTick, useView } from "../../store/use-view.ts";
import { setFilter, viewStore } from "../../store/view-store.ts";
import { useFormats } from "../../text/use-text.ts";

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
  const answer = useStore(pulseStore, (pulse) => pulse.answer);
  const now = useTick(10);
  const chosen = useView((view) => view.filter.channel ?? null);
  const isNarrow = useWidth() === "narrow";
  const shown = useMemo(() => {
    const called = channelNames(channels);
    const names = new Map(members.map(({ id, name }) => [id, name.split(" ")[0] ?? name]));
    const room = new Map(members.map(({ id, capacity }) => [id, capacity]));
    // Where few stand in sight at once, those come first that nobody has.
    const isHeld = ({ coveredBy }: ChannelLine) => isNarrow && coveredBy.length > 0;
    const ordered = [...lines].sort(
      (a, b) => Number(isOutlet(a.channel)) - Number(isOutlet(b.channel)) || Number(isHeld(a)) - Number(isHeld(b)),
    );
    const pulses = answer === null ? null : pulseByChannel(answer, now, arrivalMinutes);
    return ordered
      .map((line) => ({ line, pulse: pulses?.get(line.channel) }))
      .map(({ line, pulse }) => ({
        id: line.channel,
        name: called.get(line.channel) ?? line.channel,
        arrivals: line.arrivals.map((count, place) => Math.max(count, pulse?.arrivals[place] ?? 0)),
        perMinute: line.perMinute,
        open: line.open,
        coveredBy: line.coveredBy.map((id) => names.get(id) ?? id),
        uncovered: line.uncovered.length < kinds.length ? line.uncovered : [],
        isFull:
          line.coveredBy.length > 0 &&
          line.coveredBy.every((id) => (loads.get(id)?.waiting ?? 0) >= (room.get(id) ?? 0)),
        lastAt: latest(line.silentSince, pulse?.open.lastAt, pulse?.dm.lastAt),
        // A message that has come in here since ends a silence, before the server says so.
        quiet: pulse === undefined ? null : { ...pulse.open, lastAt: latest(pulse.open.lastAt, line.publicSince) },
        dmQuiet: pulse === undefined ? null : { ...pulse.dm, lastAt: latest(pulse.dm.lastAt, line.dmSince) },
        isOutlet: isOutlet(line.channel),
      }));
  }, [lines, channels, members, loads, answer, now, isNarrow]);
  const tools = useMemo(
    () =>
      mayCover && !isAlone ? (
        <Button small look="quiet" icon={ShieldCheck} shortcut="⇧C" onPress={() => ask({ kind: "cover" })}>
          {t("cover:open")}
        </Button>
      ) : null,
    [t, mayCover, isAlone],
  );
  if (shown.length === 0) return null;
  return (
    <ChannelStrip
      label={t("channels")}
      channels={shown}
      chosen={chosen}
      number={number}
      tools={tools}
      onChoose={narrowTo}
    />
  );
}

function narrowTo(channel: string | null): void {
  const { channel: _old, ...rest } = viewStore.getState().filter;
  setFilter(channel === null ? rest : { ...rest, channel });
}

function latest(...times: ReadonlyArray<number | null | undefined>): number | null {
  return times.reduce<number | null>((last, at) => (at == null || (last !== null && last >= at) ? last : at), null);
}

function isOutlet(channel: string): boolean {
  return publishingPlatforms.has(platformOf(channel));
}
