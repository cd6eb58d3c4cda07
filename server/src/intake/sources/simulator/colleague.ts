import type { Voice } from "./scenario.ts";

/** A simulated community manager. */
export interface Colleague {
  readonly id: string;
  /** Of no language: what they are is said by consoles, which know it by the id. */
  readonly name: string;
  readonly languages: readonly Voice[];
  /** How long they take, against the middle. */
  readonly pace: number;
}

/** The team that comes on shift. Between them they have all languages of the evenings. */
export const colleagues: readonly Colleague[] = [
  { id: "simulated-aisha", name: "Aisha", languages: ["da", "en", "sv"], pace: 0.85 },
  { id: "simulated-mikkel", name: "Mikkel", languages: ["da", "nb"], pace: 1.15 },
  { id: "simulated-liv", name: "Liv", languages: ["nb", "sv", "en", "da"], pace: 1 },
];
