import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../../components/problem.tsx";
import { Skeleton } from "../../components/progress.tsx";
import { shiftOf } from "../../connection/shift.ts";
import { useReplica } from "../../store/use-desk.ts";
import { useFormats } from "../../text/use-text.ts";
import { useFetched } from "../settings/use-fetched.ts";

/** What somebody did in a shift: how much they answered, how fast, and what it was about. */
export function ShiftFigures(span: {
  readonly member: string;
  readonly from: string;
  /** Absent: until now. */
  readonly until?: string;
}) {
  const { t } = useTranslation("leaving");
  const { length, number, percent } = useFormats();
  const desk = useReplica((view) => view.state?.desk.id ?? "");
  const { member, from, until } = span;
  const load = useCallback(
    () => shiftOf(desk, { member, from, ...(until === undefined ? {} : { until }) }),
    [desk, member, from, until],
  );
  const { fetched } = useFetched(load);
  if (fetched.kind === "loading") return <Skeleton rows={1} />;
  if (fetched.kind === "failed") return <Problem>{fetched.problem}</Problem>;
  const { figures, dismissed, topics } = fetched.value;
  const { count, within, median, longest } = figures;
  const shown: ReadonlyArray<readonly [label: string, value: string]> = [
    [t("answered"), number(count)],
    ...(count === 0 || median === null || longest === null
      ? []
      : ([
          [t("median"), length(median)],
          [t("longest"), length(longest)],
          [t("within"), percent(within / count)],
        ] as const)),
    [t("dismissed"), number(dismissed)],
  ];
  return (
    <div className="flex flex-col gap-2">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 mid:flex mid:flex-wrap">
        {shown.map(([label, value]) => (
          <div key={label} className="flex flex-col-reverse">
            <dt className="text-xs text-ink-faint">{label}</dt>
            <dd className="nums text-lg font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {topics.length === 0 ? null : (
        <p className="text-sm text-ink-soft">
          {t("topics")}: <bdi>{topics.map(({ tag, items }) => `${tag} ${number(items)}`).join(" · ")}</bdi>
        </p>
      )}
    </div>
  );
}
