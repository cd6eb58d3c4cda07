import type { Need } from "@flowdesk/shared/desk/item/need.ts";

/** The list with one entry put in another's place, which gives way; unchanged if there is no such place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = [...list];
  if (to < 0 || to >= list.length) return rest;
  const [entry] = rest.splice(from, 1);
  if (entry !== undefined) rest.splice(to, 0, entry);
  return rest;
}

/** The list with another entry in a place; with `null` as the place, at its end. */
export function put<T>(list: readonly T[], at: number | null, entry: T): T[] {
  return at === null ? [...list, entry] : list.map((one, index) => (index === at ? entry : one));
}

/** The list without the entry in a place. */
export function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_one, index) => index !== at);
}

/** Needs' rules with a new one: first if by it something is urgent, else behind those at the top by which something is. */
export function withNew<T extends { readonly need: Need }>(rules: readonly T[], rule: T): T[] {
  const others = rules.findIndex(({ need }) => need !== "urgent");
  const at = rule.need === "urgent" ? 0 : others < 0 ? rules.length : others;
  return rules.toSpliced(at, 0, rule);
}
