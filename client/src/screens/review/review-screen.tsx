import { viewOf } from "@flowdesk/shared/desk/view.ts";
import type { ReviewAnswer } from "@flowdesk/shared/protocol/review.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { wallClockOf } from "@flowdesk/shared/time/wall-clock.ts";
import { ChartColumn, Download, RefreshCw, TriangleAlert } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useRoute } from "../../app/route.ts";
import { useItemInAddress } from "../../app/use-item-in-address.ts";
import { useWidth } from "../../app/use-width.ts";
import { Button, IconButton } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { Skeleton } from "../../components/progress.tsx";
import { useDesk, useMe, usePermits } from "../../store/use-desk.ts";
import { useTick, useView } from "../../store/use-view.ts";
import { failureSentence } from "../../text/refusal-sentence.ts";
import { useFormats, useWords } from "../../text/use-text.ts";

import { filterQuery, type OpenFigure, useReviewAddress } from "./address.ts";
import { BehindPanel } from "./behind-panel.tsx";
import { Distribution } from "./distribution.tsx";
import { Filters } from "./filters.tsx";
import { FirstAndNext, Headline } from "./headline.tsx";
import { ItemBehind } from "./item-behind.tsx";
import { OpenByAge } from "./open-by-age.tsx";
import { PeopleTable } from "./people-table.tsx";
import { filePath, useReview } from "./use-review.ts";

/** How quickly and how well it was answered: figures, each with the items behind it. */
export default function ReviewScreen() {
  const route = useRoute();
  const zone = useDesk()?.zone;
  if (route.kind !== "desk" || zone === undefined) return null;
  return <Review desk={route.desk} zone={zone} />;
}

function Review({ desk, zone }: { readonly desk: string; readonly zone: string }) {
  const { t } = useTranslation("review");
  const isNarrow = useWidth() === "narrow";
  const { narrowing, figure, item, narrow, openFigure, openItem } = useReviewAddress();
  useItemInAddress(isNarrow);
  const now = useTick(60);
  const me = useMe()?.id;
  const seesPeople = usePermits("read.figures.perPerson");
  const query = useMemo(() => filterQuery(narrowing, zone), [narrowing, zone]);
  const review = useReview(desk, query);
  const today = wallClockOf(instant(now), zone).local.slice(0, 10);
  const people = review.answer?.people?.map(({ person }) => person) ?? (me === undefined ? [] : [me]);
  const side =
    item !== null ? (
      <ItemBehind id={item} />
    ) : figure === null ? null : (
      <BehindPanel
        desk={desk}
        query={figureQuery(query, figure)}
        figure={figure}
        now={now}
        isNarrow={isNarrow}
        onClose={() => openFigure(null)}
        onOpenItem={openItem}
      />
    );
  if (isNarrow && side !== null) return <div className="flex min-h-0 flex-1">{side}</div>;
  return (
    <div className="flex min-h-0 flex-1">
      <div className="@container flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto">
        <header className="flex flex-wrap items-end gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-3">
          <h1 className="sr-only">{t("title")}</h1>
          <Filters narrowing={narrowing} people={seesPeople ? people : null} today={today} onNarrow={narrow} />
          <span className="hidden flex-1 mid:block" />
          <Tools
            answer={review.answer}
            isLoading={review.isLoading}
            onAgain={review.again}
            file={(separator) => filePath(desk, query, separator)}
          />
        </header>
        <LeftOut />
        <Figures
          review={review}
          figure={item === null ? figure : null}
          onOpen={openFigure}
          onEverything={() =>
            narrow({ span: "all", first: undefined, last: undefined, channel: [], kind: [], need: [], person: [] })
          }
        />
      </div>
      {side === null ? null : (
        <div className="flex min-h-0 w-[40%] max-w-[520px] min-w-[340px] border-l border-line">{side}</div>
      )}
    </div>
  );
}

/** What the figures leave out because this person does not see it: theirs are other figures than a team lead's. */
function LeftOut() {
  const { t } = useTranslation("review");
  const me = useMe();
  if (me === undefined) return null;
  const { kinds, channels } = viewOf(me);
  const said = [
    ...(kinds.length > 0 && !kinds.includes("dm") ? [t("withoutDms")] : []),
    ...(channels === "all" ? [] : [t("yourChannels")]),
  ];
  if (said.length === 0) return null;
  return <p className="border-b border-line bg-surface px-4 py-1.5 text-xs text-ink-soft">{said.join(" ")}</p>;
}

/** The review's query with what narrows it to one figure; one person's figure takes the place of a choice of persons. */
function figureQuery(query: ReadonlyArray<readonly [string, string]>, { of, ...behind }: OpenFigure) {
  const kept = of === undefined ? query : [...query.filter(([name]) => name !== "person"), ["person", of] as const];
  const narrower = Object.entries(behind).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
  return [...kept, ...narrower];
}

function Tools({
  answer,
  isLoading,
  onAgain,
  file,
}: {
  readonly answer: ReviewAnswer | null;
  readonly isLoading: boolean;
  readonly onAgain: () => void;
  readonly file: (separator: "," | ";") => string;
}) {
  const { t } = useTranslation("review");
  const { time } = useFormats();
  // Where decimals are written with a comma, spreadsheets take a semicolon between cells.
  const separator = useView((view) => view.language) === "en" ? "," : ";";
  return (
    <div className="flex items-center gap-1">
      <span role="status" className="nums text-xs text-ink-faint">
        {answer === null ? "" : t("asOf", { time: time(answer.now) })}
      </span>
      <IconButton icon={RefreshCw} label={t("refresh")} onPress={onAgain} isDisabled={isLoading} />
      <a
        href={file(separator)}
        download
        className="inline-flex h-8 items-center gap-1.5 rounded-md border border-line-strong/60 bg-surface px-2.5 text-sm whitespace-nowrap hover:bg-hover touch:min-h-11"
      >
        <Download aria-hidden size={15} />
        {t("file")}
      </a>
    </div>
  );
}

function Figures({
  review,
  figure,
  onOpen,
  onEverything,
}: {
  readonly review: ReturnType<typeof useReview>;
  readonly figure: OpenFigure | null;
  readonly onOpen: (figure: OpenFigure) => void;
  readonly onEverything: () => void;
}) {
  const { t } = useTranslation(["review", "common"]);
  const words = useWords();
  const { answer, isLoading, failure, again } = review;
  if (failure !== null) {
    return (
      <Empty icon={TriangleAlert} title={t("failed")} action={<Button onPress={again}>{t("common:tryAgain")}</Button>}>
        {failureSentence(words, failure)}
      </Empty>
    );
  }
  if (answer === null) return <Skeleton rows={12} />;
  const opens = { figure, onOpen };
  return (
    <div aria-busy={isLoading} className={isLoading ? "opacity-70" : ""}>
      {answer.all.count === 0 ? (
        <div className="border-b border-line bg-surface">
          <Empty icon={ChartColumn} title={t("empty")} action={<Button onPress={onEverything}>{t("clear")}</Button>}>
            {t("emptyHint")}
          </Empty>
        </div>
      ) : (
        <>
          <Headline all={answer.all} {...opens} />
          <Distribution bins={answer.bins} targets={answer.targets} all={answer.all} {...opens} />
        </>
      )}
      <div
        className={`grid border-b border-line bg-surface ${answer.all.count === 0 ? "" : "@min-[980px]:grid-cols-[minmax(0,3fr)_minmax(280px,2fr)]"}`}
      >
        {answer.all.count === 0 ? null : (
          <section className="min-w-0 border-b border-line @min-[980px]:border-r @min-[980px]:border-b-0">
            <h2 className="pane-title px-4 pt-3 pb-1">{t("responseTime")}</h2>
            <FirstAndNext all={answer.all} first={answer.first} next={answer.next} {...opens} />
          </section>
        )}
        <OpenByAge open={answer.open} dismissed={answer.dismissed} {...opens} />
      </div>
      {answer.all.count === 0 ? null : (
        <section className="bg-surface pb-4">
          <h2 className="pane-title px-4 pt-3 pb-1">{t("people")}</h2>
          {answer.people === null ? (
            <p className="px-4 text-sm text-ink-faint">{t("notYours")}</p>
          ) : (
            <PeopleTable people={answer.people} {...opens} />
          )}
        </section>
      )}
    </div>
  );
}
