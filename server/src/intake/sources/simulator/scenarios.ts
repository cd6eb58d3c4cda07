import type { Scenario } from "./scenario.ts";
import { festival } from "./scenarios/festival/festival.ts";

/** The evenings that can be played. */
export const scenarios: readonly Scenario[] = [festival];

/** The scenario of an id; null if there is none. */
export function scenarioOf(id: string): Scenario | null {
  return scenarios.find((scenario) => scenario.id === id) ?? null;
}
