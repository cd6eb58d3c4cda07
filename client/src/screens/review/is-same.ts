import type { OpenFigure } from "./address.ts";

/** Whether two figures count the same. */
export function isSame(one: OpenFigure | null, other: OpenFigure): boolean {
  return (
    one !== null &&
    one.list === other.list &&
    one.which === other.which &&
    one.within === other.within &&
    one.over === other.over &&
    one.upTo === other.upTo &&
    one.of === other.of
  );
}
