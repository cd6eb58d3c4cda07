import type { Budget, Row } from "./figure.ts";
import { median } from "./statistics.ts";

/** What is promised of the event loop under every figure that has a budget of its own. */
const budget: Budget = { must: 50, beyond: 20, better: "less" };

/** The longest that a server's event loop was held up in each run, in ms; and beside it that of a peer. */
export function stallRow(
  what: string,
  stalls: readonly number[],
  peer?: { readonly name: string; readonly stalls: readonly number[] },
): Row {
  return {
    what,
    unit: "ms",
    measured: median(stalls),
    runs: stalls,
    budget,
    ...(peer && { peer: { name: peer.name, measured: median(peer.stalls), runs: peer.stalls } }),
  };
}
