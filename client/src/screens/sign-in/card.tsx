import type { ReactNode } from "react";

/** A page of its own with one thing on it. */
export function Card({
  title,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <main
      className={`flex h-dvh items-start justify-center overflow-y-auto bg-ground px-4 pb-8 ${wide ? "pt-4 mid:pt-[8vh]" : "pt-[14vh]"}`}
    >
      <div className={`w-full ${wide ? "max-w-3xl" : "max-w-sm"}`}>
        <p className="mb-4 text-center text-sm font-semibold tracking-wide text-ink-soft">Flowdesk</p>
        <div className="rounded-xl border border-line bg-surface p-4 mid:p-6">
          <h1 className="mb-4 text-xl font-semibold text-balance">{title}</h1>
          {children}
        </div>
      </div>
    </main>
  );
}

/** What went wrong, as a sentence that says what to do. */
export function Wrong({ children }: { readonly children: string | null }) {
  return (
    <p
      role="alert"
      className={children === null ? "sr-only" : "rounded-md border border-over px-3 py-2 text-sm text-over"}
    >
      {children}
    </p>
  );
}
