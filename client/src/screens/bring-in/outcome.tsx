import type { ImportState } from "@flowdesk/shared/protocol/import.ts";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ForeignText } from "../../components/foreign-text.tsx";
import { refusedRowsPath } from "../../connection/imports.ts";
import { failureSentence } from "../../text/refusal-sentence.ts";
import { rowSentence } from "../../text/row-sentence.ts";
import { useFormats, useWords } from "../../text/use-text.ts";
import { FirstMessages, FirstPosts } from "./first-ones.tsx";

const always = ["read", "accepted", "duplicates", "rejected"] as const;
const ofMessages = [...always, "items", "responses", "overdueResponses"] as const;

/** What became of a file, or would: its counts, its first messages, what was mended and what was refused. */
export function Outcome({ desk, state }: { readonly desk: string; readonly state: ImportState }) {
  const { t } = useTranslation("bringIn");
  const words = useWords();
  const { phase, dryRun, error, first, posts, warnings } = state;
  const title = phase === "failed" ? "failed" : phase === "stopped" ? "stopped" : dryRun ? "tried" : "done";
  return (
    <section aria-live="polite" aria-label={t(`outcome.${title}`)} className="flex flex-col gap-4">
      {state.ended === null ? null : (
        <div>
          <h2 className="text-base font-semibold">{t(`outcome.${title}`)}</h2>
          {error === null ? null : <p className="text-sm text-over">{failureSentence(words, error)}</p>}
          {title === "tried" ? <p className="text-sm text-ink-faint">{t("outcome.triedHint")}</p> : null}
          {title === "stopped" ? <p className="text-sm text-ink-faint">{t("outcome.stoppedHint")}</p> : null}
        </div>
      )}
      <Counts state={state} />
      {warnings.map(({ code, sentence }) => (
        <p key={`${code} ${sentence}`} className="text-sm text-ink-soft">
          {rowSentence(words, { code, reason: sentence })}
        </p>
      ))}
      <Repaired state={state} />
      {first.length === 0 ? null : <FirstMessages messages={first} />}
      {posts.length === 0 ? null : <FirstPosts posts={posts} />}
      <Refused desk={desk} state={state} />
    </section>
  );
}

function Counts({ state: { counts, kind, dryRun, ended } }: { readonly state: ImportState }) {
  const { t } = useTranslation("bringIn");
  const { number } = useFormats();
  if (counts.read === 0) return null;
  // What a run has come to is counted at its end.
  const names = kind === "posts" || ended === null ? always : ofMessages;
  const shown = names.filter((name) => !dryRun || name === "read" || name === "rejected");
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2">
      {shown.map((name) => (
        <div key={name} className="flex flex-col-reverse">
          <dt className="text-xs text-ink-faint">{t(`outcome.${name}`)}</dt>
          <dd className="nums text-lg font-semibold">{number(counts[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

const repairs = ["text.repaired", "row.cut", "time.from.id"] as const;

function Repaired({ state }: { readonly state: ImportState }) {
  const { t } = useTranslation("bringIn");
  const kinds = repairs.filter((code) => (state.repaired[code] ?? 0) > 0);
  if (kinds.length === 0) return null;
  return (
    <div className="text-sm">
      <h3 className="font-medium">{t("repaired.title")}</h3>
      {kinds.map((code) => (
        <p key={code} className="text-ink-soft">
          {t(`repaired.${code.replaceAll(".", "-") as "row-cut"}`, { count: state.repaired[code] ?? 0 })}
        </p>
      ))}
      <details className="mt-1">
        <summary className="cursor-default text-xs text-ink-faint">{t("repaired.details")}</summary>
        <Problems problems={state.repairs} />
      </details>
    </div>
  );
}

function Refused({ desk, state }: { readonly desk: string; readonly state: ImportState }) {
  const { t } = useTranslation("bringIn");
  const { number } = useFormats();
  const { refusals, counts, refusedFile, id } = state;
  if (refusals.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{t("refused")}</h3>
      {refusals.length < counts.rejected ? (
        <p className="text-xs text-ink-faint">
          {t("refusedShown", { count: refusals.length, total: number(counts.rejected) })}
        </p>
      ) : null}
      <Problems problems={refusals} />
      {refusedFile ? (
        <p className="flex flex-wrap items-center gap-x-3 text-sm">
          <a
            href={refusedRowsPath(desk, id)}
            download
            className="inline-flex items-center gap-1.5 underline touch:min-h-11"
          >
            <Download aria-hidden size={15} />
            {t("download")}
          </a>
          <span className="text-xs text-ink-faint">{t("downloadHint")}</span>
        </p>
      ) : null}
    </div>
  );
}

function Problems({ problems }: { readonly problems: ImportState["refusals"] }) {
  const { t } = useTranslation("bringIn");
  const words = useWords();
  return (
    <div className="rounded-lg border border-line">
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b border-line">
            {(["row", "reason", "code"] as const).map((name) => (
              <th key={name} scope="col" className="px-2 py-1.5 text-left text-xs font-medium text-ink-faint">
                {t(`column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {problems.map(({ row, code, reason }) => (
            <tr key={`${row} ${code}`} className="border-b border-line last:border-0">
              <td className="nums px-2 py-1 align-top">{row}</td>
              <td className="px-2 py-1 break-words">
                <ForeignText>{rowSentence(words, { code, reason })}</ForeignText>
              </td>
              <td className="px-2 py-1 text-xs break-all text-ink-faint">{code}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
