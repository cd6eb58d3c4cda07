import type { ReviewAnswer } from "@flowdesk/shared/protocol/review.ts";
import { useTranslation } from "react-i18next";
import { Figure } from "../../components/figure.tsx";
import { useFormats, useWords } from "../../text/use-text.ts";
import type { OpenFigure } from "./address.ts";
import { binName } from "./figure-name.ts";
import { isSame } from "./is-same.ts";
import { useLengthText } from "./use-length-text.ts";

/** What waits for an answer now, by how long it has waited, and what was dismissed in the span. */
export function OpenByAge({
  open,
  dismissed,
  figure,
  onOpen,
}: Pick<ReviewAnswer, "open" | "dismissed"> & {
  readonly figure: OpenFigure | null;
  readonly onOpen: (figure: OpenFigure) => void;
}) {
  const { t } = useTranslation("review");
  const words = useWords();
  const { number } = useFormats();
  const length = useLengthText();
  const most = Math.max(1, ...open.bins.map(({ count }) => count));
  return (
    <div className="flex flex-col">
      <div className="flex flex-wrap items-baseline gap-x-2 px-4 pt-3 pb-2">
        <h2 className="pane-title">{t("open")}</h2>
        <Figure
          label={`${t("open")}: ${number(open.count)}`}
          isOpen={isSame(figure, { list: "open" })}
          onPress={open.count === 0 ? null : () => onOpen({ list: "open" })}
          className="text-sm font-semibold"
        >
          {number(open.count)}
        </Figure>
        <span className="text-xs text-ink-faint">
          {open.longest === null
            ? t("openHint")
            : `${t("openHint")} · ${t("oldest", { length: length(open.longest) })}`}
        </span>
      </div>
      {open.count === 0 ? (
        <p className="px-4 pb-3 text-sm text-ink-faint">{t("nothingOpen")}</p>
      ) : (
        <table className="mb-2 w-full text-sm" aria-label={t("open")}>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t("age")}</th>
              <th scope="col">{t("open")}</th>
            </tr>
          </thead>
          <tbody>
            {open.bins.map((bin) => {
              const { over, upTo, count } = bin;
              const what: OpenFigure = {
                list: "open",
                ...(over === null ? {} : { over }),
                ...(upTo === null ? {} : { upTo }),
              };
              return (
                <tr key={`${over} ${upTo}`}>
                  <th scope="row" className="w-36 py-1 pl-4 text-left font-normal whitespace-nowrap text-ink-soft">
                    {binName(bin, words, length)}
                  </th>
                  <td className="py-1 pr-4 pl-2">
                    <span className="flex items-center gap-2">
                      <span aria-hidden className="flex h-3 min-w-0 flex-1">
                        <span className="rounded-sm bg-bar-strong" style={{ width: `${(count / most) * 100}%` }} />
                      </span>
                      <Figure
                        label={`${binName(bin, words, length)}: ${number(count)}`}
                        isOpen={isSame(figure, what)}
                        onPress={count === 0 ? null : () => onOpen(what)}
                        className="w-12 text-right"
                      >
                        {number(count)}
                      </Figure>
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <p className="flex flex-wrap items-baseline gap-x-2 border-t border-line px-4 py-3">
        <span className="pane-title">{t("dismissed")}</span>
        <Figure
          label={`${t("dismissed")}: ${number(dismissed)}`}
          isOpen={isSame(figure, { list: "dismissed" })}
          onPress={dismissed === 0 ? null : () => onOpen({ list: "dismissed" })}
          className="text-sm font-semibold"
        >
          {number(dismissed)}
        </Figure>
        <span className="text-xs text-ink-faint">{t("dismissedHint")}</span>
      </p>
    </div>
  );
}
