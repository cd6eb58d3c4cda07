import type { TFunction } from "i18next";
import { languageNow } from "../text/i18n.ts";
import { usePart } from "../text/use-text.ts";
import { useClock } from "./clock.tsx";
import { type Deadline, spanText, type Urgency, urgencyAt } from "./urgency.ts";

const inks: Readonly<Record<Urgency, string>> = {
  calm: "text-ink-faint",
  soon: "text-soon",
  "at-risk": "text-risk",
  overdue: "text-over",
};

/** The text colour of an urgency. Always with its shape and its word. */
export function urgencyInk(urgency: Urgency): string {
  return inks[urgency];
}

/** The shape of an urgency: a ring, a half disc, a triangle, a square with a bar; each fuller than the last. */
export function UrgencyShape({ urgency, size = 12 }: { readonly urgency: Urgency; readonly size?: number | string }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 12 12" className={`shrink-0 ${inks[urgency]}`}>
      {shapes[urgency]}
    </svg>
  );
}

const shapes = {
  calm: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  soon: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 2a4 4 0 0 1 0 8z" fill="currentColor" />
    </>
  ),
  "at-risk": <path d="M6 1 11.2 10.5H.8z" fill="currentColor" />,
  overdue: (
    <>
      <rect x="0.5" y="0.5" width="11" height="11" rx="2" fill="currentColor" />
      <path d="M6 2.6v4M6 8.2v1.4" stroke="var(--surface)" strokeWidth="1.6" />
    </>
  ),
};

/** What a mark shows at a moment, in one text: only where it alters is anything drawn. */
function reading(deadline: Deadline, now: number, language: string): string {
  return `${urgencyAt(deadline, now)} ${spanText(deadline.dueAt - now, language)}`;
}

function readingOf(text: string): readonly [urgency: Urgency, span: string] {
  const end = text.indexOf(" ");
  return [text.slice(0, end) as Urgency, text.slice(end + 1)];
}

/** Many deadlines have the same time left, and each stands there for as long as a list shows it. */
const worded = new WeakMap<TFunction<"components">, Map<string, string>>();
const mostKept = 2000;

function wording(t: TFunction<"components">, kind: Deadline["kind"], urgency: Urgency, span: string): string {
  let known = worded.get(t);
  if (known === undefined) {
    known = new Map();
    worded.set(t, known);
  }
  const key = `${kind} ${urgency} ${span}`;
  let text = known.get(key);
  if (text === undefined) {
    text = t(kind === "promise" ? `urgency.promise.${urgency}` : `urgency.${urgency}`, { span });
    if (known.size >= mostKept) known.clear();
    known.set(key, text);
  }
  return text;
}

/** How pressing a deadline is, by shape, word and the time that is left or over, ticking in its place. */
export function UrgencyMark({
  deadline,
  className = "",
}: {
  readonly deadline: Deadline | null;
  readonly className?: string;
}) {
  const t = usePart("components");
  const language = languageNow();
  const [urgency, span] = readingOf(useClock((now) => (deadline === null ? "" : reading(deadline, now, language))));
  if (deadline === null) {
    return (
      <span className={`inline-flex items-center gap-1.5 text-xs text-ink-faint ${className}`}>
        {t("urgency.none")}
      </span>
    );
  }
  return (
    <span
      className={`nums inline-flex items-center gap-1.5 text-xs whitespace-nowrap ${inks[urgency]} ${urgency === "calm" ? "" : "font-medium"} ${className}`}
    >
      <UrgencyShape urgency={urgency} />
      <span>{wording(t, deadline.kind, urgency, span)}</span>
    </span>
  );
}
