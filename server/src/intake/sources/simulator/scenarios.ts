import type { Scenario } from "./scenario.ts";
import { electionNight } from "./scenarios/election-night/election-night.ts";
import { festival } from "./scenarios/festival/festival.ts";
import { productOutage } from "./scenarios/product-outage/product-outage.ts";

/** The evenings that can be played. */
export const scenarios: readonly Scenario[] = [festival, electionNight, productOutage];

/** The scenario of an id; null if there is none. */
export function scenarioOf(id: string): Scenario | null {
  return scenarios.find((scenario) => scenario.id === id) ?? null;
}
