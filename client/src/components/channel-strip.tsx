import type { Kind } from "@flowdesk/shared/desk/item/need.ts";
import { memo, type ReactNode } from "react";
import { type Quiet, silentFor } from "../store/channel-pulse.ts";
import { usePart } from "../text/use-text.ts";
import { ChannelMark } from "./channel-mark.tsx";
import { useNow } from "./clock.tsx";
import { LiveLine } from "./live-line.tsx";
import { SilentShape } from "./silent-shape.tsx";
import { UrgencyShape } from "./urgency-mark.tsx";

/** A channel as the strip shows it. */
export interface StripChannel {
  readonly id: string;
  readonly name: string;
  /** Arrivals a minute, oldest first. */
  readonly arrivals: readonly number[];
  readonly perMinute: number;
  readonly open: number;
  /** The names of those on shift who cover it; none: not covered. */
  readonly coveredBy: readonly string[];
  /** Of what comes in here, what goes to nobody while the rest is covered. */
  readonly uncovered: readonly Kind[];
  /** Whoever covers it has no room. */
  readonly isFull: boolean;
  /** When something last came in, in ms; null if nothing is known of. */
  readonly lastAt: number | null;
  /** Since when it is silent, and from how long on that is longer than usual; direct messages apart. Null: not known. */
  readonly quiet: Quiet | null;
  readonly dmQuiet: Quiet | null;
  /** Nothing comes in by it: it is published on alone. */
  readonly isOutlet: boolean;
}

export interface ChannelStripProps {
  readonly label: string;
  readonly channels: readonly StripChannel[];
  readonly chosen: string | null;
  /** Narrows the lists to a channel, or widens them again with null. */
  readonly onChoose: (channel: string | null) => void;
  readonly number: (value: number) => string;
  /** What stands at the end of the strip. */
  readonly tools?: ReactNode;
}

/** All channels at once: how busy each is, what is open, and who has it. */
export function ChannelStrip({ label, channels, chosen, onChoose, number, tools }: ChannelStripProps) {
  return (
    <div className="flex shrink-0 items-stretch border-b border-line bg-surface">
      <ul
        aria-label={label}
        className="fade-end relative flex min-w-0 flex-1 items-stretch overflow-x-auto pr-6 [scrollbar-width:none]"
      >
        {channels.map((channel) => (
          <Channel
            key={channel.id}
            channel={channel}
            isChosen={chosen === channel.id}
            onChoose={onChoose}
            number={number}
          />
        ))}
      </ul>
      {tools == null ? null : <div className="flex shrink-0 items-center border-l border-line px-2">{tools}</div>}
    </div>
  );
}

interface ChannelProps {
  readonly channel: StripChannel;
  readonly isChosen: boolean;
  readonly onChoose: (channel: string | null) => void;
  readonly number: (value: number) => string;
}

/** One of them; drawn anew when something of its own alters. */
const Channel = memo(
  function Channel({ channel, isChosen, onChoose, number }: ChannelProps) {
    return (
      <li className="flex shrink-0 border-r border-line last:border-r-0">
        <button
          type="button"
          aria-pressed={isChosen}
          onClick={() => onChoose(isChosen ? null : channel.id)}
          className={`flex min-h-11 flex-col justify-center gap-0.5 px-2 py-1 text-left hover:bg-hover focus-visible:-outline-offset-2 ${isChosen ? "bg-selected" : ""}`}
        >
          {channel.isOutlet ? (
            <Outlet channel={channel} />
          ) : (
            <>
              <span className="flex items-center gap-1.5">
                <ChannelMark channel={channel.id} />
                <span className="max-w-32 truncate text-xs font-medium">{channel.name}</span>
                <Open count={channel.open} number={number} />
              </span>
              <span className="flex items-center gap-1.5 text-2xs">
                <LiveLine values={channel.arrivals.slice(-12)} width={32} height={12} />
                <Pace channel={channel} number={number} />
                <Cover channel={channel} />
              </span>
            </>
          )}
        </button>
      </li>
    );
  },
  (a, b) =>
    a.isChosen === b.isChosen && a.onChoose === b.onChoose && a.number === b.number && isSame(a.channel, b.channel),
);

/** Whether two values tell the same, down to what stands in their lists. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [of, other] = [Object.entries(a), b as Readonly<Record<string, unknown>>];
  return of.length === Object.keys(b).length && of.every(([key, value]) => isSame(value, other[key]));
}

function Open({ count, number }: { readonly count: number; readonly number: (value: number) => string }) {
  const t = usePart("components");
  return (
    <span className="nums ml-auto text-xs">
      <span className={count === 0 ? "text-ink-faint" : "font-semibold"}>{number(count)}</span>
      <span className="sr-only"> {t("channel.open")}</span>
    </span>
  );
}

function Outlet({ channel: { id, name } }: { readonly channel: StripChannel }) {
  const t = usePart("components");
  return (
    <span title={`${name}: ${t("channel.outlet")}`} className="flex items-center gap-1.5">
      <ChannelMark channel={id} />
      <span className="line-clamp-2 max-w-24 text-2xs leading-tight font-medium">{name}</span>
      <span className="sr-only">{t("channel.outlet")}</span>
    </span>
  );
}

function Pace({ channel, number }: { readonly channel: StripChannel; readonly number: (value: number) => string }) {
  const t = usePart("components");
  const now = useNow(10_000);
  const silent = channel.quiet === null ? null : silentFor(channel.quiet, now);
  const dmSilent = channel.dmQuiet === null ? null : silentFor(channel.dmQuiet, now);
  const span = (ms: number) => {
    const minutes = Math.floor(ms / 60_000);
    return minutes < 60 ? t("span.minutes", { count: minutes }) : t("span.hours", { count: Math.floor(minutes / 60) });
  };
  if (silent === null && dmSilent === null) {
    return (
      <span className="nums whitespace-nowrap text-ink-faint">
        {channel.lastAt === null
          ? t("channel.nothingYet")
          : t("channel.perMinute", { rate: number(channel.perMinute) })}
      </span>
    );
  }
  return (
    <>
      {silent === null ? null : <SilentMark>{t("channel.silent", { span: span(silent) })}</SilentMark>}
      {dmSilent === null ? null : <SilentMark>{t("channel.dmSilent", { span: span(dmSilent) })}</SilentMark>}
    </>
  );
}

function SilentMark({ children }: { readonly children: string }) {
  return (
    <span className="nums inline-flex items-center gap-1 font-semibold whitespace-nowrap text-ink">
      <SilentShape size={10} />
      {children}
    </span>
  );
}

function Cover({ channel }: { readonly channel: StripChannel }) {
  const t = usePart("components");
  const { coveredBy, uncovered, isFull } = channel;
  const [first, ...others] = coveredBy;
  const missing = uncovered.map((kind) => t(`kind.${kind}`)).join(", ");
  if (first === undefined) return <NotCovered>{t("channel.notCovered")}</NotCovered>;
  return (
    <>
      <span className="max-w-24 truncate text-ink-soft" title={coveredBy.join(", ")}>
        {first}
        {others.length === 0 ? "" : ` +${others.length}`}
      </span>
      {isFull ? <span className="font-semibold whitespace-nowrap text-ink">{t("channel.full")}</span> : null}
      {missing === "" ? null : <NotCovered>{t("channel.partlyCovered", { kind: missing })}</NotCovered>}
    </>
  );
}

function NotCovered({ children }: { readonly children: string }) {
  return (
    <span className="inline-flex items-center gap-1 font-semibold whitespace-nowrap text-risk">
      <UrgencyShape urgency="at-risk" size={9} />
      {children}
    </span>
  );
}
