import type { Problem, RowProblem } from "./problem.ts";
import { RefusedRows } from "./refused.ts";
import { openSource, type SourceOptions } from "./source.ts";
import type { Stage } from "./stage.ts";

/** A staged message that was refused later: its place by (time, id), from 0, and why. */
export type RefusedPlace = Problem & { readonly place: number };

const shown = 100;

/**
 * Adds the rows of messages that were refused later to the file of refused rows, exactly as they stand in the source,
 * which is gone through once more for them.
 * @param goesOn whether the file of refused rows is there already
 * @returns the first hundred, by row
 * @throws IntakeError
 */
export async function refusePlaces(
  options: SourceOptions & { readonly refusedPath: string },
  stage: Pick<Stage, "rowsAt">,
  places: readonly RefusedPlace[],
  goesOn: boolean,
): Promise<RowProblem[]> {
  const rowOf = stage.rowsAt(new Set(places.map(({ place }) => place)));
  const problems = new Map<number, Problem>();
  for (const { place, code, reason } of places) {
    const row = rowOf.get(place);
    if (row !== undefined) problems.set(row, { code, reason });
  }
  const source = await openSource(options, () => {});
  const refused = new RefusedRows(options.refusedPath, source.header, goesOn);
  const refusals: RowProblem[] = [];
  try {
    for await (const rows of source.rows) {
      for (const { row, line, cells } of rows) {
        const problem = problems.get(row);
        if (problem === undefined) continue;
        const refusal = { row, line, ...problem };
        refused.add(refusal, cells);
        if (refusals.length < shown) refusals.push(refusal);
      }
    }
  } finally {
    refused.close();
  }
  return refusals;
}
