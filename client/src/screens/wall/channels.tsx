import type { Wall } from "@flowdesk/shared/protocol/wall.ts";
import { minute } from "@flowdesk/shared/time/instant.ts";
import { useTranslation } from "react-i18next";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { channelNames } from "../../components/channel-names.ts";
import { SilentShape } from "../../components/silent-shape.tsx";
import { formatsFor } from "../../text/formats.ts";
import { shapeSize, typeSize } from "./type-size.ts";
import { Warning } from "./warning.tsx";

/** So many lines of text have room: one for a channel's name, one for each thing that is wrong with it. */
const mostLines = 9;

/** The channels that nobody covers or that are silent; that all is well, if it is. */
export function Channels({ channels }: { readonly channels: Wall["channels"] }) {
  const { t, i18n } = useTranslation("wall");
  const { length } = formatsFor(i18n.language);
  if (channels.length === 0) return <p className={`text-ink-soft ${typeSize.body}`}>{t("channels.none")}</p>;
  const called = channelNames(channels);
  const span = (ms: number) => length(Math.max(minute, ms));
  const wrong = channels
    .filter(({ covered, silentMs, dmSilentMs }) => !covered || silentMs !== null || dmSilentMs !== null)
    .sort((a, b) => Number(a.covered) - Number(b.covered) || b.perMinute - a.perMinute || (a.id < b.id ? -1 : 1));
  if (wrong.length === 0) return <p className={`text-ink-soft ${typeSize.body}`}>{t("channels.well")}</p>;
  const shown = wrong.slice(0, fitting(wrong.map(linesOf)));
  return (
    <>
      <ul className="flex min-h-0 flex-col gap-[calc(var(--u)*1.3)] overflow-hidden">
        {shown.map(({ id, name, covered, silentMs, dmSilentMs }) => (
          <li key={id} className="flex flex-col">
            <span className={`flex min-w-0 items-center gap-[calc(var(--u)*1)] font-semibold ${typeSize.body}`}>
              <span className="contents [&>span]:h-auto [&>span]:px-[calc(var(--u)*0.8)] [&>span]:text-[calc(var(--u)*2.7)] [&>span]:leading-[1.3]">
                <ChannelMark channel={id} />
              </span>
              <span className="truncate">{called.get(id) ?? name}</span>
            </span>
            <span className={`flex flex-col ${typeSize.small}`}>
              {covered ? null : <Warning urgency="at-risk">{t("channels.notCovered")}</Warning>}
              {silentMs === null ? null : <Silent>{t("channels.silent", { span: span(silentMs) })}</Silent>}
              {dmSilentMs === null ? null : <Silent>{t("channels.dmSilent", { span: span(dmSilentMs) })}</Silent>}
            </span>
          </li>
        ))}
      </ul>
      {wrong.length > shown.length ? (
        <p className={`text-ink-soft ${typeSize.small}`}>
          {t("channels.more", { count: wrong.length - shown.length })}
        </p>
      ) : null}
    </>
  );
}

function linesOf({ covered, silentMs, dmSilentMs }: Wall["channels"][number]): number {
  return 1 + [!covered, silentMs !== null, dmSilentMs !== null].filter(Boolean).length;
}

/** How many from the first on have room. */
function fitting(lines: readonly number[]): number {
  let sum = 0;
  const over = lines.findIndex((count) => {
    sum += count;
    return sum > mostLines;
  });
  return over < 0 ? lines.length : over;
}

function Silent({ children }: { readonly children: string }) {
  return (
    <span className="nums inline-flex items-center gap-[calc(var(--u)*0.8)] font-semibold whitespace-nowrap">
      <SilentShape size={shapeSize} />
      {children}
    </span>
  );
}
