import { wellFormed } from "@flowdesk/shared/text/well-formed.ts";

/** Deepest nesting of what comes in. */
export const deepest = 12;

/** A value from outside with every text well-formed (rule S1). */
export interface Tidied {
  readonly value: unknown;
  /** Whether a text had to be changed. */
  readonly repaired: boolean;
}

/** Makes all texts of a JSON value well-formed and free of NUL. Null if it is nested more deeply than `deepest`. */
export function tidy(value: unknown): Tidied | null {
  const state = { repaired: false, tooDeep: false };
  const tidied = walk(value, 0, state);
  return state.tooDeep ? null : { value: tidied, repaired: state.repaired };
}

function walk(value: unknown, depth: number, state: { repaired: boolean; tooDeep: boolean }): unknown {
  if (typeof value === "string") {
    const { text, repaired } = wellFormed(value);
    state.repaired ||= repaired;
    return text;
  }
  if (value === null || typeof value !== "object") return value;
  if (depth >= deepest) {
    state.tooDeep = true;
    return null;
  }
  if (Array.isArray(value)) return value.map((inner) => walk(inner, depth + 1, state));
  const entries = Object.entries(value);
  // From entries, so that a key `__proto__` stays a key.
  return Object.fromEntries(entries.map(([key, inner]) => [key, walk(inner, depth + 1, state)]));
}
