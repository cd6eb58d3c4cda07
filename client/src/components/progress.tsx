import { Label, ProgressBar } from "react-aria-components";
import { Button } from "./button.tsx";

export interface ProgressProps {
  readonly label: string;
  /** How much is done, and of how much; without a whole the bar only moves. */
  readonly done: number;
  readonly whole: number | null;
  /** The counts as they are to be read, such as `1,200 of 5,000`. */
  readonly counts: string;
  readonly stop?: { readonly label: string; readonly onStop: () => void };
}

/** A long job: what it does, how far it has come in counts, and a way to stop it. */
export function Progress({ label, done, whole, counts, stop }: ProgressProps) {
  return (
    <ProgressBar
      value={done}
      maxValue={whole ?? 1}
      isIndeterminate={whole === null}
      valueLabel={counts}
      className="flex w-full flex-col gap-1.5"
    >
      {({ percentage }) => (
        <>
          <div className="flex items-baseline justify-between gap-4">
            <Label className="text-sm font-medium">{label}</Label>
            <span className="nums text-xs text-ink-faint">{counts}</span>
          </div>
          <div className="flex items-center gap-3">
            <div className="h-1.5 flex-1 overflow-hidden rounded-full bg-sunken">
              <div
                className={`h-full rounded-full bg-ink ${whole === null ? "pulse-soft w-full opacity-50" : "motion-safe:transition-[width]"}`}
                style={whole === null ? undefined : { width: `${percentage ?? 0}%` }}
              />
            </div>
            {stop === undefined ? null : (
              <Button small onPress={stop.onStop}>
                {stop.label}
              </Button>
            )}
          </div>
        </>
      )}
    </ProgressBar>
  );
}

/** Rows that are on their way, in the place where they will stand. Shows nothing to those who listen. */
export function Skeleton({ rows, rowHeight = 40 }: { readonly rows: number; readonly rowHeight?: number }) {
  const bars = Array.from({ length: rows }, (_, row) => ({ key: `row ${row}`, width: `${30 + ((row * 37) % 45)}%` }));
  return (
    <div aria-hidden className="pulse-soft">
      {bars.map(({ key, width }) => (
        <div key={key} className="flex items-center gap-3 border-b border-line px-3" style={{ height: rowHeight }}>
          <span className="h-3 w-16 rounded bg-sunken" />
          <span className="h-3 w-20 rounded bg-sunken" />
          <span className="h-3 rounded bg-sunken" style={{ width }} />
        </div>
      ))}
    </div>
  );
}
