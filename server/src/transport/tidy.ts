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
  const flaw = flawOf(value, 0);
  if (flaw === "depth") return null;
  // Nearly everything comes in well-formed: it is not copied.
  return flaw === null ? { value, repaired: false } : { value: repair(value), repaired: true };
}

/** What is to be mended in a value; `depth` is the worse of the two, and nothing is looked at beyond it. */
function flawOf(value: unknown, depth: number): "depth" | "text" | null {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0") ? null : "text";
  if (value === null || typeof value !== "object") return null;
  if (depth >= deepest) return "depth";
  let worst: "text" | null = Array.isArray(value) ? null : flawOfKeys(value);
  for (const inner of Array.isArray(value) ? value : Object.values(value)) {
    const flaw = flawOf(inner, depth + 1);
    if (flaw === "depth") return flaw;
    worst ??= flaw;
  }
  return worst;
}

function flawOfKeys(value: object): "text" | null {
  return Object.keys(value).every((key) => key.isWellFormed() && !key.includes("\0")) ? null : "text";
}

function repair(value: unknown): unknown {
  if (typeof value === "string") return wellFormed(value).text;
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(repair);
  // From entries, so that a key `__proto__` stays a key.
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [wellFormed(key).text, repair(inner)]));
}
