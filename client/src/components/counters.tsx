import { memo } from "react";
import type { Urgency } from "./urgency.ts";
import { UrgencyShape, urgencyInk } from "./urgency-mark.tsx";

/** One number that can still be acted on. */
export interface Counter {
  readonly id: string;
  readonly label: string;
  /** What the label says in short, at length. */
  readonly hint?: string;
  readonly value: number | string;
  /** How pressing it is, if it is: zero and what merely stands are calm. */
  readonly urgency?: Urgency;
  /** Shows the items behind it. */
  readonly onPress?: (() => void) | undefined;
  readonly isPressed?: boolean;
}

/** The numbers on top of the screen, in fixed places; each shows the items behind it. */
export function Counters({ counters, label }: { readonly counters: readonly Counter[]; readonly label: string }) {
  return (
    <ul
      aria-label={label}
      className="fade-end relative flex min-w-0 items-stretch gap-0.5 overflow-x-auto pr-6 [scrollbar-width:none]"
    >
      {counters.map((counter) => (
        <li key={counter.id} className="flex shrink-0">
          {counter.onPress === undefined ? (
            <span title={counter.hint} className="flex min-h-8 items-center px-2">
              <Face label={counter.label} value={counter.value} urgency={counter.urgency ?? "calm"} />
              {counter.hint === undefined ? null : <span className="sr-only">, {counter.hint}</span>}
            </span>
          ) : (
            <button
              type="button"
              aria-pressed={counter.isPressed === true}
              onClick={counter.onPress}
              className={`flex min-h-8 items-center rounded-md px-2 hover:bg-hover touch:min-h-11 ${counter.isPressed === true ? "bg-selected" : ""}`}
            >
              <Face label={counter.label} value={counter.value} urgency={counter.urgency ?? "calm"} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

const Face = memo(function Face({ label, value, urgency }: Required<Pick<Counter, "label" | "value" | "urgency">>) {
  const pressing = urgency !== "calm" && value !== 0;
  return (
    <span className="flex items-center gap-1.5 text-xs whitespace-nowrap">
      {pressing ? <UrgencyShape urgency={urgency} size={11} /> : null}
      <span className="text-ink-faint">{label}</span>
      <span
        className={`nums min-w-[1ch] text-right text-sm font-semibold ${pressing ? urgencyInk(urgency) : value === 0 ? "font-normal text-ink-faint" : "text-ink"}`}
      >
        {value}
      </span>
    </span>
  );
});
