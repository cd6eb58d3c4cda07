import type { ReactNode } from "react";

/** A part of a page about a shift, under its heading. */
export function Part({
  title,
  tools,
  children,
}: {
  readonly title: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="flex flex-col gap-1.5">
      <div className="flex min-h-6 items-center justify-between gap-2">
        <h3 className="pane-title">{title}</h3>
        {tools}
      </div>
      {children}
    </section>
  );
}

/** What stands where a part has nothing to say. */
export function Quiet({ children }: { readonly children: ReactNode }) {
  return <p className="text-sm text-ink-faint">{children}</p>;
}
