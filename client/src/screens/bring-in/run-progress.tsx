import { useTranslation } from "react-i18next";
import { Progress } from "../../components/progress.tsx";
import { useFormats } from "../../text/use-text.ts";
import type { Run } from "./use-import.ts";

/** How far the bringing in of a file is, in counts, with a way to stop it. */
export function RunProgress({ run, onStop }: { readonly run: Run; readonly onStop: () => void }) {
  const { t } = useTranslation("bringIn");
  const { number } = useFormats();
  if (run.kind === "none") return null;
  const stop = { label: t("stop"), onStop };
  const megabytes = (bytes: number) => `${number(Math.round(bytes / 100_000) / 10)} MB`;
  if (run.kind === "sending") {
    const counts = t("progress", { done: megabytes(run.done), total: megabytes(run.total) });
    return (
      <Progress label={t("phase.sending")} done={run.done} whole={run.total || null} counts={counts} stop={stop} />
    );
  }
  const { phase, done, total, kind, name, ended } = run.state;
  if (ended !== null) return null;
  const isReading = phase === "reading" || phase === "sorting";
  const shown = isReading ? megabytes : number;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-ink-soft">{t("running", { name })}</p>
      <Progress
        label={t(isReading ? `phase.${phase}` : `phase.${kind}`)}
        done={done}
        whole={phase === "sorting" || total === 0 ? null : total}
        counts={t("progress", { done: shown(done), total: shown(total) })}
        stop={stop}
      />
    </div>
  );
}
