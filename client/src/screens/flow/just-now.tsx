import { Activity, MessageSquareText, Pause, Play } from "lucide-react";
import { memo, useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { openItem } from "../../app/open-item.ts";
import { navigate, pathOf, useRoute } from "../../app/route.ts";
import { IconButton } from "../../components/button.tsx";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { Empty } from "../../components/empty.tsx";
import { ForeignName, ForeignText } from "../../components/foreign-text.tsx";
import { handleOf } from "../../components/item-row.tsx";
import type { Deed } from "../../store/deed.ts";
import { useItem, useMember, useReplica } from "../../store/use-desk.ts";
import { useIsFolded } from "../../store/use-folding.ts";
import { useFormats, usePart } from "../../text/use-text.ts";
import { useDeeds } from "./use-deeds.ts";

/** So many lines stand beside a list: what fits, as all of them alter at once where much is done. */
const besideList = 18;

/**
 * What everybody has just done: beside the list while nothing is open.
 * @param isNarrow whether it is a page of its own, on a screen with no room beside the list
 */
export function JustNow({ isNarrow = false }: { readonly isNarrow?: boolean }) {
  const { t } = useTranslation("flow");
  const [isPaused, setPaused] = useState(false);
  const [isUnderHand, setUnderHand] = useState(false);
  // Keys and lists go before: these lines are drawn when there is time.
  const deeds = useDeferredValue(useDeeds(isPaused || isUnderHand));
  if (deeds.length === 0) {
    return (
      <div className="flex flex-1 bg-ground">
        <div className="m-auto">
          {isNarrow ? (
            <Empty icon={Activity} title={t("justNow.empty")} />
          ) : (
            <Empty icon={MessageSquareText} title={t("nothingOpen")}>
              {t("nothingOpenHint")}
            </Empty>
          )}
        </div>
      </div>
    );
  }
  return (
    <section
      aria-label={t("justNow.title")}
      className={`flex min-h-0 min-w-0 flex-1 flex-col ${isNarrow ? "h-full bg-surface" : "bg-ground"}`}
      onPointerEnter={() => setUnderHand(true)}
      onPointerLeave={() => setUnderHand(false)}
      onFocus={() => setUnderHand(true)}
      onBlur={() => setUnderHand(false)}
    >
      <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line pr-1.5 pl-4 touch:h-12">
        {isNarrow ? null : <h2 className="pane-title whitespace-nowrap">{t("justNow.title")}</h2>}
        <span className="min-w-0 flex-1 truncate text-xs text-ink-faint">{t("justNow.hint")}</span>
        <IconButton
          icon={isPaused ? Play : Pause}
          label={t(isPaused ? "justNow.resume" : "justNow.pause")}
          pressed={isPaused}
          onPress={() => setPaused(!isPaused)}
        />
      </div>
      <ol className="relative min-h-0 flex-1 overflow-y-auto py-1">
        {[...deeds.slice(0, isNarrow ? undefined : besideList).entries()].map(([place, deed]) => (
          // By its place: where much is done all lines alter at once, and none is laid out anew.
          <li key={place} className="[contain-intrinsic-size:auto_2rem] [content-visibility:auto]">
            <DeedRow deed={deed} isNarrow={isNarrow} />
          </li>
        ))}
      </ol>
      {isNarrow ? null : (
        <p className="shrink-0 truncate border-t border-line px-4 py-2 text-xs text-ink-faint">
          {t("nothingOpenHint")}
        </p>
      )}
    </section>
  );
}

/** One line; on a narrow screen two, what was done and below it to what. */
const DeedRow = memo(function DeedRow({ deed, isNarrow }: { readonly deed: Deed; readonly isNarrow: boolean }) {
  const { timeWithSeconds } = useFormats();
  const route = useRoute();
  const { about, kind } = deed;
  const time = <span className="nums w-13 shrink-0 text-2xs text-ink-faint">{timeWithSeconds(deed.at)}</span>;
  const line = isNarrow ? (
    <span className="flex min-w-0 flex-1 flex-col gap-0.5">
      <span className="flex items-center gap-2">
        {time}
        <Doing deed={deed} />
      </span>
      {about === null ? null : (
        <span className="flex min-w-0 items-baseline gap-2 text-base">
          <About deed={deed} />
        </span>
      )}
    </span>
  ) : (
    <>
      {time}
      <Doing deed={deed} />
      {about === null ? null : <About deed={deed} />}
    </>
  );
  const look = `flex w-full min-w-0 items-center gap-2 px-4 text-left text-xs ${isNarrow ? "min-h-14 border-b border-line py-1.5" : "h-8 touch:h-11"}`;
  if (about === null) return <div className={look}>{line}</div>;
  return (
    <button
      type="button"
      className={`${look} hover:bg-hover focus-visible:-outline-offset-2`}
      onClick={() => {
        if (kind !== "live") openItem(about, isNarrow);
        else if (route.kind === "desk") navigate(pathOf(route.desk, "run-sheet", { post: about }));
      }}
    >
      {line}
    </button>
  );
});

/** Who did what, and where. */
function Doing({ deed: { kind, member, channel } }: { readonly deed: Deed }) {
  const t = usePart("flow");
  const me = useReplica((view) => view.me);
  const [name = ""] = (useMember(member)?.name ?? "").split(" ");
  return (
    <>
      <span className="w-16 shrink-0 truncate font-medium text-ink">
        {kind === "live" ? t("justNow.post") : member === me ? t("justNow.you") : name}
      </span>
      <span className="w-20 shrink-0 truncate text-ink-soft">{t(`justNow.did.${kind}`)}</span>
      {channel === null ? <span className="w-7 shrink-0" /> : <ChannelMark channel={channel} />}
    </>
  );
}

/** Whose message it was about, or which post; of several how many. */
function About({ deed: { about, kind, author, title, count } }: { readonly deed: Deed }) {
  const t = usePart("flow");
  const { number } = useFormats();
  const item = useItem(kind === "live" ? null : about);
  const isFolded = useIsFolded(item);
  if (author === null || count > 1)
    return (
      <span className="nums min-w-0 truncate text-ink-soft">
        {title ?? t("justNow.several", { count, shown: number(count) })}
      </span>
    );
  return (
    <>
      <span className="max-w-[45%] shrink-0 truncate text-ink">
        <ForeignName>{handleOf({ author })}</ForeignName>
      </span>
      {item === undefined || isFolded ? null : (
        <span className="min-w-0 flex-1 truncate text-ink-faint">
          <ForeignText>{item.preview}</ForeignText>
        </span>
      )}
    </>
  );
}
