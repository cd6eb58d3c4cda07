import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { Problem } from "../../components/problem.tsx";
import { Skeleton } from "../../components/progress.tsx";
import { Nothing, Rows } from "./section.tsx";
import type { Fetched } from "./use-fetched.ts";

/** A list that is fetched: until it is here, why it cannot be had, that there is nothing on it, or its rows. */
export function FetchedRows<Entry>({
  label,
  fetched,
  onAgain,
  none,
  keeps = () => true,
  children,
}: {
  readonly label: string;
  readonly fetched: Fetched<readonly Entry[]>;
  readonly onAgain: () => void;
  /** What stands where the list is empty. */
  readonly none: string;
  /** Which entries are shown; absent: all. */
  readonly keeps?: (entry: Entry) => boolean;
  /** The row of an entry, with its key. */
  readonly children: (entry: Entry) => ReactNode;
}) {
  const { t } = useTranslation("common");
  if (fetched.kind === "loading") return <Skeleton rows={2} />;
  if (fetched.kind === "failed") {
    return (
      <div className="flex flex-wrap items-center gap-3">
        <Problem>{fetched.problem}</Problem>
        <Button onPress={onAgain}>{t("tryAgain")}</Button>
      </div>
    );
  }
  const shown = fetched.value.filter(keeps);
  return shown.length === 0 ? <Nothing>{none}</Nothing> : <Rows label={label}>{shown.map(children)}</Rows>;
}
