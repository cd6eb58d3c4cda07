import type { ReviewAnswer } from "@flowdesk/shared/protocol/review.ts";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWidth } from "../../app/use-width.ts";
import { Button } from "../../components/button.tsx";
import { Figure } from "../../components/figure.tsx";
import { useFormats, useWords } from "../../text/use-text.ts";
import type { OpenFigure } from "./address.ts";
import { binName } from "./figure-name.ts";
import { isSame } from "./is-same.ts";
import { useLengthText } from "./use-length-text.ts";

interface DistributionProps extends Pick<ReviewAnswer, "bins" | "targets" | "all"> {
  readonly figure: OpenFigure | null;
  readonly onOpen: (figure: OpenFigure) => void;
}

/** How long answers took: as a picture with the target marked, or as a table. */
export function Distribution(props: DistributionProps) {
  const { t } = useTranslation("review");
  const { number } = useFormats();
  const [isTable, setTable] = useState(false);
  const { count } = props.all;
  return (
    <section aria-label={t("distribution")} className="border-b border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 pt-3">
        <h2 className="pane-title">{t("distribution")}</h2>
        <Key className="bg-bar-strong">{t("first")}</Key>
        <Key className="bg-bar">{t("next")}</Key>
        <span className="flex-1" />
        <Button small look="quiet" onPress={() => setTable(!isTable)}>
          {t(isTable ? "asPicture" : "asTable")}
        </Button>
      </div>
      <p className="sr-only">{t("distributionText", { count, shown: number(count) })}</p>
      {isTable ? <Table {...props} /> : <Picture {...props} />}
    </section>
  );
}

function Key({ className, children }: { readonly className: string; readonly children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-xs text-ink-faint">
      <span aria-hidden className={`size-2.5 rounded-sm ${className}`} />
      {children}
    </span>
  );
}

function behindBin({ over, upTo }: { over: number | null; upTo: number | null }): OpenFigure {
  return { list: "responses", ...(over === null ? {} : { over }), ...(upTo === null ? {} : { upTo }) };
}

function Picture({ bins, targets, onOpen }: DistributionProps) {
  const words = useWords();
  const { number } = useFormats();
  const length = useLengthText();
  const isUpright = useWidth() === "narrow";
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = place.current;
    if (element === null || width === 0) return;
    let isWanted = true;
    void import("./distribution-plot.ts").then(({ distributionPlot }) => {
      if (!isWanted) return;
      element.replaceChildren(
        distributionPlot({
          bins,
          targets: targets.slice(0, 4).map(({ ms }) => ms),
          width,
          isUpright,
          number,
          length,
          targetName: (ms) => words("review:target", { length: length(ms) }),
          nameOf: (bin) => `${binName(bin, words, length)}: ${number(bin.first + bin.next)}`,
          onOpen: (bin) => open.current(behindBin(bin)),
        }),
      );
    });
    return () => {
      isWanted = false;
    };
  }, [bins, targets, width, isUpright, words, number, length]);
  return <div ref={place} className="mx-3 mt-1 mb-3 min-h-[250px] overflow-hidden" />;
}

function Table({ bins, figure, onOpen }: DistributionProps) {
  const { t } = useTranslation("review");
  const words = useWords();
  const { number } = useFormats();
  const length = useLengthText();
  return (
    <table className="mb-3 w-full max-w-xl text-sm" aria-label={t("distribution")}>
      <thead>
        <tr className="text-xs text-ink-faint">
          <th scope="col" className="px-4 py-1 text-left font-medium">
            {t("length")}
          </th>
          {(["first", "next", "all"] as const).map((column) => (
            <th key={column} scope="col" className="px-3 py-1 text-right font-medium">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bins.map((bin) => {
          const name = binName(bin, words, length);
          const cells = [
            { column: t("first"), value: bin.first, what: { ...behindBin(bin), which: "first" as const } },
            { column: t("next"), value: bin.next, what: { ...behindBin(bin), which: "next" as const } },
            { column: t("all"), value: bin.first + bin.next, what: behindBin(bin) },
          ];
          return (
            <tr key={name} className="border-t border-line">
              <th scope="row" className="px-4 py-1 text-left font-normal">
                {name}
              </th>
              {cells.map(({ column, value, what }) => (
                <td key={column} className="px-3 py-1 text-right">
                  <Figure
                    label={`${name}, ${column}: ${number(value)}`}
                    isOpen={isSame(figure, what)}
                    onPress={value === 0 ? null : () => onOpen(what)}
                  >
                    {number(value)}
                  </Figure>
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
