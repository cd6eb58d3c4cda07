import { wellFormed } from "@flowdesk/shared/text/well-formed.ts";

/**
 * A value with all texts in it well-formed (half a surrogate pair, such as an emoji cut in two, becomes U+FFFD) and free
 * of NUL (rule S1). The value itself is given back where nothing had to be changed.
 */
export function clean<T>(value: T): T;
export function clean(value: unknown): unknown {
  return isClean(value) ? value : cleaned(value);
}

// Nearly every message is clean, and nothing is made anew for those.
function isClean(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0");
  if (typeof value !== "object" || value === null) return true;
  for (const inner of Object.values(value)) if (!isClean(inner)) return false;
  return true;
}

function cleaned(value: unknown): unknown {
  if (typeof value === "string") return wellFormed(value).text;
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleaned(inner)]));
}
