import type { Outcome } from "../connection/desk-connection.ts";
import { act } from "./act.ts";

/** Takes back what was set aside when one stepped away. @param items none: the offer is declined */
export function takeBack(items: readonly string[]): Promise<Outcome> {
  return act("member.takeBack", { items: items.slice(0, 500) });
}
