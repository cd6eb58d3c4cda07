import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export interface EmptyProps {
  readonly icon?: LucideIcon;
  /** What is so, in few words. */
  readonly title: string;
  /** What comes next, or what to do. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** What stands where there is nothing: what that means and what comes next. Also for what failed, with what to do. */
export function Empty({ icon: Icon, title, children, action }: EmptyProps) {
  return (
    <div className="flex h-full min-h-40 flex-col items-center justify-center gap-1.5 px-6 py-8 text-center">
      {Icon === undefined ? null : <Icon aria-hidden size={22} strokeWidth={1.5} className="mb-1 text-ink-faint" />}
      <p className="text-base font-medium text-balance">{title}</p>
      {children === undefined ? null : <div className="max-w-80 text-sm text-pretty text-ink-faint">{children}</div>}
      {action === undefined ? null : <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
