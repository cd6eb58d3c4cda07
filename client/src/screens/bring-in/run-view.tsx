import { useEffect, useRef } from "react";
import { Outcome } from "./outcome.tsx";
import { RunProgress } from "./run-progress.tsx";
import type { ImportHandle } from "./use-import.ts";

/** What is happening to a file, and what became of it; brought into sight whenever something new begins or ends. */
export function RunView({
  desk,
  handle: { run, problem, stop },
}: {
  readonly desk: string;
  readonly handle: ImportHandle;
}) {
  const place = useRef<HTMLDivElement>(null);
  const stands = run.kind === "known" ? `${run.state.id} ${run.state.ended}` : run.kind;
  useEffect(() => {
    if (stands !== "none" || problem !== null) place.current?.scrollIntoView({ block: "start" });
  }, [stands, problem]);
  return (
    <div ref={place} className="flex scroll-mt-4 flex-col gap-4">
      {problem === null ? null : (
        <p role="alert" className="text-sm font-medium text-over">
          {problem}
        </p>
      )}
      <RunProgress run={run} onStop={stop} />
      {run.kind === "known" ? <Outcome desk={desk} state={run.state} /> : null}
    </div>
  );
}
