import type { HashtagFinding } from "@flowdesk/shared/hashtag/policy.ts";
import { ArrowRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { KeyCap } from "./key-cap.tsx";
import { UrgencyShape } from "./urgency-mark.tsx";

/** What the hashtag check found, each with its fix a press away; Alt+Enter makes the first. */
export function HashtagOffers({
  findings,
  onFix,
}: {
  readonly findings: readonly HashtagFinding[];
  readonly onFix: (finding: HashtagFinding) => void;
}) {
  const { t } = useTranslation("components");
  if (findings.length === 0) return null;
  const first = findings.find((finding) => finding.fix !== undefined);
  return (
    <div role="status">
      <ul className="flex flex-col border-t border-line">
        {findings.map((finding) => (
          <li
            key={`${finding.kind} ${finding.tag} ${finding.start ?? "end"}`}
            className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1 px-3 py-1 text-xs"
          >
            <UrgencyShape urgency={finding.blocking ? "overdue" : "soon"} size={11} />
            <span className={finding.blocking ? "font-medium text-over" : "text-ink-soft"}>
              {t(`hashtag.${finding.kind}`, { tag: `#${finding.tag}` })}
            </span>
            {finding.reason === undefined ? null : <span className="text-ink-faint">{finding.reason}</span>}
            {finding.fix === undefined ? null : (
              <button
                type="button"
                onClick={() => onFix(finding)}
                className="inline-flex min-h-6 items-center gap-1.5 rounded px-1.5 font-medium hover:bg-hover touch:min-h-11"
              >
                <ArrowRight aria-hidden size={13} className="text-ink-faint" />
                {finding.fix.replacement.trim()}
                {finding === first ? <KeyCap className="touch:hidden">{t("hashtag.fixKey")}</KeyCap> : null}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
