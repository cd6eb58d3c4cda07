import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox, Switch } from "react-aria-components";

interface ToggleProps {
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

/** Turns something on and off at once. */
export function Toggle({ children, ...rest }: ToggleProps) {
  return (
    <Switch
      {...rest}
      className="group inline-flex min-h-7 items-center gap-2 text-sm disabled:opacity-50 touch:min-h-11"
    >
      <span className="flex h-[18px] w-8 shrink-0 items-center rounded-full border border-line-strong bg-sunken p-0.5 motion-safe:transition-colors group-selected:border-ink group-selected:bg-ink group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-ink">
        <span className="size-3 rounded-full bg-ink-faint motion-safe:transition-transform group-selected:translate-x-3.5 group-selected:bg-on-ink" />
      </span>
      {children}
    </Switch>
  );
}

/** One of several things that hold at once. */
export function Tick({ children, ...rest }: ToggleProps) {
  return (
    <Checkbox
      {...rest}
      className="group inline-flex min-h-7 items-center gap-2 text-sm disabled:opacity-50 touch:min-h-11"
    >
      <span className="flex size-4 shrink-0 items-center justify-center rounded border border-line-strong bg-surface group-selected:border-ink group-selected:bg-ink group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-ink">
        <Check aria-hidden size={12} strokeWidth={3} className="hidden text-on-ink group-selected:block" />
      </span>
      {children}
    </Checkbox>
  );
}
