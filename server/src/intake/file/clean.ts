import { wellFormed } from "@flowdesk/shared/text/well-formed.ts";

/**
 * A value with all texts in it well-formed (half a surrogate pair, such as an emoji cut in two, becomes U+FFFD) and free
 * of NUL (rule S1). The value itself is given back where nothing had to be changed.
 */
export function clean<T>(value: T): T;
export function clean(value: unknown): unknown {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0") ? value : wellFormed(value).text;
  if (Array.isArray(value)) {
    const cleaned = value.map((one: unknown) => clean(one));
    return cleaned.some((one, i) => one !== value[i]) ? cleaned : value;
  }
  if (typeof value !== "object" || value === null) return value;
  let changed: Record<string, unknown> | null = null;
  for (const name of Object.keys(value)) {
    const inner: unknown = Reflect.get(value, name);
    const cleaned: unknown = clean(inner);
    if (cleaned === inner) continue;
    changed ??= { ...value };
    changed[name] = cleaned;
  }
  return changed ?? value;
}
