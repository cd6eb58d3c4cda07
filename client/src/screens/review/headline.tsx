import type { Behind, Figures, ReviewAnswer } from "@flowdesk/shared/protocol/review.ts";
import { useTranslation } from "react-i18next";
import { Figure } from "../../components/figure.tsx";
import { useFormats } from "../../text/use-text.ts";
import type { OpenFigure } from "./address.ts";
import { isSame } from "./is-same.ts";
import { useLengthText } from "./use-length-text.ts";

interface Opens {
  readonly figure: OpenFigure | null;
  readonly onOpen: (figure: OpenFigure) => void;
}

/** The share of what was within the target, cut to a tenth of a percent: 100 % is said only of all. */
export function shareOf({ within, count }: Pick<Figures, "within" | "count">): number {
  return Math.floor((within / count) * 1000) / 1000;
}

/** The one response whose length a percentile is. */
export function exactly(ms: number): Pick<Behind, "over" | "upTo"> {
  return { over: ms - 1, upTo: ms };
}

/** The figures that are looked for first. */
export function Headline({ all, figure, onOpen }: Pick<ReviewAnswer, "all"> & Opens) {
  const { t } = useTranslation("review");
  const { number, percent } = useFormats();
  const length = useLengthText();
  const late = all.count - all.within;
  const lengths = [
    { id: "median", ms: all.median },
    { id: "p90", ms: all.p90 },
    { id: "longest", ms: all.longest },
  ] as const;
  const open = (what: Omit<OpenFigure, "list">) => onOpen({ list: "responses", ...what });
  return (
    <dl className="grid grid-cols-2 border-b border-line bg-surface @min-[760px]:grid-cols-4">
      <Tile
        label={t("within")}
        value={percent(shareOf(all))}
        isOpen={isSame(figure, { list: "responses", within: "yes" })}
        onPress={() => open({ within: "yes" })}
      >
        {t("withinOf", { within: number(all.within), whole: number(all.count) })}
        {late === 0 ? null : (
          <>
            {" · "}
            <Figure
              label={t("overdue", { count: late, shown: number(late) })}
              isInline
              isOpen={isSame(figure, { list: "responses", within: "no" })}
              onPress={() => open({ within: "no" })}
              className="font-medium text-over"
            >
              {t("overdue", { count: late, shown: number(late) })}
            </Figure>
          </>
        )}
      </Tile>
      {lengths.map(({ id, ms }) => (
        <Tile
          key={id}
          label={t(id)}
          value={ms === null ? "–" : length(ms)}
          isOpen={ms !== null && isSame(figure, { list: "responses", ...exactly(ms) })}
          onPress={ms === null ? null : () => open(exactly(ms))}
        >
          {t(`${id}Hint`)}
        </Tile>
      ))}
    </dl>
  );
}

function Tile({
  label,
  value,
  isOpen,
  onPress,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly isOpen: boolean;
  readonly onPress: (() => void) | null;
  readonly children: React.ReactNode;
}) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5 border-line px-4 py-3 even:border-l nth-[n+3]:border-t @min-[760px]:not-first:border-l @min-[760px]:nth-[n+3]:border-t-0">
      <dt className="pane-title">{label}</dt>
      <dd className="flex min-w-0 flex-col items-start gap-0.5">
        <Figure
          label={`${label}: ${value}`}
          onPress={onPress}
          isOpen={isOpen}
          className="max-w-full text-left text-lg font-semibold @min-[760px]:text-xl"
        >
          {value}
        </Figure>
        <span className="text-xs text-ink-faint">{children}</span>
      </dd>
    </div>
  );
}

/** All responses, the first of their items and those after them, side by side. */
export function FirstAndNext({
  all,
  first,
  next,
  figure,
  onOpen,
}: Pick<ReviewAnswer, "all" | "first" | "next"> & Opens) {
  const { t } = useTranslation("review");
  const rows = [
    { id: "first", figures: first, what: { which: "first" }, hint: t("firstHint") },
    { id: "next", figures: next, what: { which: "next" }, hint: t("nextHint") },
    { id: "all", figures: all, what: {}, hint: "" },
  ] as const;
  return (
    <FigureTable
      label={t("responseTime")}
      head=""
      rows={rows.map(({ id, figures, what, hint }) => ({ id, name: t(id), hint, figures, what }))}
      figure={figure}
      onOpen={onOpen}
    />
  );
}

export interface FigureRow {
  readonly id: string;
  readonly name: React.ReactNode;
  readonly hint: string;
  readonly figures: Figures;
  /** What of the responses its figures count. */
  readonly what: Partial<OpenFigure>;
}

/** A table of figures of which each opens what lies behind it. */
export function FigureTable({
  label,
  head,
  rows,
  figure,
  onOpen,
}: Opens & {
  readonly label: string /** What the rows are; nothing where they say it themselves. */;
  readonly head: string;
  readonly rows: readonly FigureRow[];
}) {
  const { t } = useTranslation("review");
  const { number, percent } = useFormats();
  const length = useLengthText();
  const columns = ["responses", "within", "median", "p90", "longest"] as const;
  return (
    <div className="fade-end overflow-x-auto @min-[560px]:mask-none">
      <table className="w-full min-w-[500px] border-collapse text-sm" aria-label={label}>
        <thead>
          <tr className="border-b border-line text-xs text-ink-faint">
            {head === "" ? (
              <td />
            ) : (
              <th scope="col" className="px-4 py-1.5 text-left font-medium">
                {head}
              </th>
            )}
            {columns.map((column) => (
              <th key={column} scope="col" className="px-3 py-1.5 text-right font-medium whitespace-nowrap last:pr-4">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, hint, figures, what }) => {
            const cell = (column: string, shown: string, more: Partial<OpenFigure>, isThere = figures.count > 0) => {
              const opened = { list: "responses" as const, ...what, ...more };
              return (
                <td key={column} className="px-3 py-1 text-right whitespace-nowrap last:pr-4">
                  <Figure
                    label={`${t(column as (typeof columns)[number])}: ${shown}`}
                    isOpen={isSame(figure, opened)}
                    onPress={isThere ? () => onOpen(opened) : null}
                  >
                    {shown}
                  </Figure>
                </td>
              );
            };
            const ofLength = (column: "median" | "p90" | "longest") => {
              const ms = figures[column];
              return cell(column, ms === null ? "–" : length(ms), ms === null ? {} : exactly(ms), ms !== null);
            };
            return (
              <tr key={id} className="border-b border-line last:border-b-0">
                <th scope="row" className="px-4 py-1.5 text-left font-medium">
                  {name}
                  {hint === "" ? null : (
                    <span className="ml-2 hidden text-xs font-normal text-ink-faint @min-[640px]:inline">{hint}</span>
                  )}
                </th>
                {cell("responses", number(figures.count), {})}
                {cell("within", figures.count === 0 ? "–" : percent(shareOf(figures)), {
                  within: figures.within > 0 ? "yes" : "no",
                })}
                {ofLength("median")}
                {ofLength("p90")}
                {ofLength("longest")}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
