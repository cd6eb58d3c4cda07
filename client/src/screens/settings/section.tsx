import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** A part of the settings: what it is for, its tools, and what stands in it. */
export function Section({
  title,
  hint,
  tools,
  isReadOnly = false,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  /** The buttons beside the title. */
  readonly tools?: ReactNode;
  readonly isReadOnly?: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation("settings");
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="sr-only text-lg font-semibold mid:not-sr-only">{title}</h2>
          <p className="max-w-prose text-sm text-pretty text-ink-soft">{hint}</p>
          {isReadOnly ? <p className="mt-1 text-xs text-ink-faint">{t("readOnly")}</p> : null}
        </div>
        {tools === undefined ? null : <div className="flex flex-wrap gap-2">{tools}</div>}
      </header>
      {children}
    </div>
  );
}

/** A group of fields or rows under a heading of its own. */
export function Group({
  title,
  hint,
  tools,
  children,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end justify-between gap-2">
        <div className="min-w-0 flex-1 basis-48">
          <h3 className="text-sm font-semibold">{title}</h3>
          {hint === undefined ? null : <p className="text-xs text-pretty text-ink-faint">{hint}</p>}
        </div>
        {tools}
      </div>
      {children}
    </section>
  );
}

/** Rows in one frame. */
export function Rows({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul aria-label={label} className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
      {children}
    </ul>
  );
}

/** One row: what it is, and what can be done with it at its end. */
export function Row({
  children,
  tools,
  isFaint = false,
}: {
  readonly children: ReactNode;
  readonly tools?: ReactNode;
  readonly isFaint?: boolean;
}) {
  return (
    <li className={`flex min-h-11 items-center gap-3 py-1.5 pr-2 pl-3 ${isFaint ? "text-ink-faint" : ""}`}>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5">{children}</div>
      {tools === undefined ? null : <div className="flex shrink-0 items-center gap-1">{tools}</div>}
    </li>
  );
}

/** What stands where a list is empty. */
export function Nothing({ children }: { readonly children: string }) {
  return (
    <p className="rounded-lg border border-dashed border-line-strong/60 px-3 py-4 text-sm text-ink-faint">{children}</p>
  );
}
