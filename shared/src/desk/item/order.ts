/**
 * Order of ids that a platform gave: numbers by value (they grow with time and exceed 2^53), anything else by code unit.
 * A number stands before what is no number.
 */
export function compareIds(a: string, b: string): number {
  const numbers = Number(!isNumber(a)) - Number(!isNumber(b));
  if (numbers !== 0) return numbers;
  if (isNumber(a) && a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

function isNumber(id: string): boolean {
  return /^(?:0|[1-9]\d*)$/u.test(id);
}

/** Order of messages in time, then by the platform's id. Times are canonical instants, so that text order is time order. */
export function compareMessages(
  a: { readonly at: string; readonly externalId: string },
  b: { readonly at: string; readonly externalId: string },
): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : compareIds(a.externalId, b.externalId);
}
