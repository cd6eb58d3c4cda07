import type { ItemEntry, ResponseEntry } from "@flowdesk/shared/protocol/review.ts";
import { day } from "@flowdesk/shared/time/instant.ts";
import { ArrowLeft, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "../../components/button.tsx";
import { ChannelMark } from "../../components/channel-mark.tsx";
import { Empty } from "../../components/empty.tsx";
import { FoldedPreview } from "../../components/folded-preview.tsx";
import { ForeignName, ForeignText } from "../../components/foreign-text.tsx";
import { Badge, handleOf } from "../../components/item-row.tsx";
import { Skeleton } from "../../components/progress.tsx";
import { useFolds } from "../../store/use-folding.ts";
import { failureSentence } from "../../text/refusal-sentence.ts";
import { useFormats, useWords } from "../../text/use-text.ts";
import type { OpenFigure } from "./address.ts";
import { figureName } from "./figure-name.ts";
import { useLengthText } from "./use-length-text.ts";
import { useNameOf } from "./use-people.ts";
import { useBehind } from "./use-review.ts";

/** The items behind a figure. Each opens. */
export function BehindPanel({
  desk,
  query,
  figure,
  now,
  isNarrow,
  onClose,
  onOpenItem,
}: {
  readonly desk: string;
  readonly query: ReadonlyArray<readonly [string, string]>;
  readonly figure: OpenFigure;
  readonly now: number;
  readonly isNarrow: boolean;
  readonly onClose: () => void;
  readonly onOpenItem: (item: string) => void;
}) {
  const { t } = useTranslation(["review", "common"]);
  const words = useWords();
  const length = useLengthText();
  const nameOf = useNameOf();
  const name = figureName(figure, words, length, nameOf);
  const { answer, isLoading, failure, more } = useBehind(desk, query);
  const isEmpty = answer !== null && answer.responses.length + answer.items.length === 0;
  return (
    <aside
      aria-label={t("behind", { figure: name })}
      className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <div className="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
        {isNarrow ? (
          <IconButton icon={ArrowLeft} label={t("common:close")} onPress={onClose} className="-ml-2" />
        ) : null}
        <h2 className="min-w-0 flex-1 text-base font-semibold first-letter:uppercase">{name}</h2>
        {isNarrow ? null : <IconButton icon={X} label={t("common:close")} shortcut="Esc" onPress={onClose} />}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {failure === null ? null : <Empty title={t("failed")}>{failureSentence(words, failure)}</Empty>}
        {isEmpty ? <Empty title={t("noneBehind")} /> : null}
        <ul>
          {answer?.responses.map((entry) => (
            <Entry key={`${entry.item} ${entry.message}`} entry={entry} onOpen={onOpenItem}>
              <ResponseFacts entry={entry} now={now} />
            </Entry>
          ))}
          {answer?.items.map((entry) => (
            <Entry key={entry.item} entry={entry} onOpen={onOpenItem}>
              <ItemFacts entry={entry} now={now} />
            </Entry>
          ))}
        </ul>
        {isLoading ? (
          <div role="status" aria-label={t("common:loading")}>
            <Skeleton rows={4} rowHeight={56} />
          </div>
        ) : null}
        {more === null ? null : (
          <div className="flex justify-center p-3">
            <Button onPress={more}>{t("more")}</Button>
          </div>
        )}
      </div>
    </aside>
  );
}

function Entry({
  entry,
  onOpen,
  children,
}: {
  readonly entry: ResponseEntry | ItemEntry;
  readonly onOpen: (item: string) => void;
  readonly children: React.ReactNode;
}) {
  const { t } = useTranslation("components");
  const isFolded = useFolds().isAbusive(entry.preview);
  return (
    <li className="border-b border-line">
      <button
        type="button"
        onClick={() => onOpen(entry.item)}
        className="flex w-full min-w-0 flex-col gap-0.5 px-4 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="flex w-full min-w-0 items-center gap-2">
          <ChannelMark channel={entry.channel} isDm={entry.kind === "dm"} />
          <span className="min-w-0 flex-1 truncate font-medium">
            <ForeignName>{handleOf({ author: { handle: entry.customer } })}</ForeignName>
          </span>
          {entry.need === "answer" ? null : <Badge strong={entry.need === "urgent"}>{t(`need.${entry.need}`)}</Badge>}
        </span>
        <span className="line-clamp-2 w-full text-ink-soft">
          {isFolded ? <FoldedPreview /> : <ForeignText>{entry.preview}</ForeignText>}
        </span>
        <span className="flex w-full flex-wrap gap-x-2 text-xs text-ink-faint">{children}</span>
      </button>
    </li>
  );
}

/** A moment with as much of its date as it takes: the year where it is long ago. */
function useWhen(now: number): (at: string) => string {
  const { timeNear, dateTime } = useFormats();
  return (at) => (Math.abs(now - Date.parse(at)) > 300 * day ? dateTime(at) : timeNear(at, now));
}

function ResponseFacts({ entry, now }: { readonly entry: ResponseEntry; readonly now: number }) {
  const { t } = useTranslation("review");
  const when = useWhen(now);
  const length = useLengthText();
  const nameOf = useNameOf();
  return (
    <>
      <span className={`nums ${entry.within ? "" : "font-medium text-over"}`}>
        {t("took", { length: length(entry.ms) })}
        {entry.within ? "" : ` · ${t("late")}`}
      </span>
      <span className="nums">{t("answeredAt", { time: when(entry.to) })}</span>
      {entry.person === null ? null : <ForeignName>{nameOf(entry.person)}</ForeignName>}
      <span>{t(entry.first ? "first" : "next")}</span>
    </>
  );
}

function ItemFacts({ entry, now }: { readonly entry: ItemEntry; readonly now: number }) {
  const { t } = useTranslation(["review", "item"]);
  const when = useWhen(now);
  const length = useLengthText();
  const nameOf = useNameOf();
  const { awaitingSince, assignee, dismissed, mark } = entry;
  return (
    <>
      {awaitingSince === null ? null : (
        <span className={`nums ${mark === "overdue" ? "font-medium text-over" : ""}`}>
          {t("waits", { length: length(Math.max(0, now - Date.parse(awaitingSince))) })}
          {mark === "overdue" ? ` · ${t("item:mark.overdue")}` : ""}
        </span>
      )}
      {dismissed === null ? null : (
        <span className="nums">
          {t(`item:reason.${dismissed.reason}`)} · {when(dismissed.at)}
        </span>
      )}
      {assignee === null ? null : <ForeignName>{nameOf(assignee)}</ForeignName>}
    </>
  );
}
