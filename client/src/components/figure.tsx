import type { ReactNode } from "react";

export interface FigureProps {
  /** The figure as it is to be read; nothing to press where there is none. */
  readonly children: ReactNode;
  /** What it is, with its value, for those who listen. */
  readonly label: string;
  /** Shows the items behind it. */
  readonly onPress: (() => void) | null;
  readonly isOpen?: boolean;
  /** Stands amid a sentence, whose lines it leaves as they are. */
  readonly isInline?: boolean;
  readonly className?: string;
}

/** A figure that opens the items behind it. It is no button where there is nothing behind. */
export function Figure({ children, label, onPress, isOpen = false, isInline = false, className = "" }: FigureProps) {
  if (onPress === null) return <span className={`nums ${className}`}>{children}</span>;
  return (
    <button
      type="button"
      aria-label={label}
      aria-expanded={isOpen}
      onClick={onPress}
      className={`nums rounded-sm underline decoration-line-strong decoration-dotted underline-offset-4 hover:bg-hover hover:decoration-ink hover:decoration-solid ${isInline ? "" : "touch:min-h-11"} ${isOpen ? "bg-selected" : ""} ${className}`}
    >
      {children}
    </button>
  );
}
