import type { Store } from "../desk/store.ts";
import { CommandRefused } from "./sentence.ts";

/** Makes sure that a desk is there; if not, the refusal names those that are. */
export async function requireDesk(store: Pick<Store, "desks">, desk: string): Promise<void> {
  const desks = await store.desks();
  if (desks.some(({ id }) => id === desk)) return;
  const there = desks.map(({ id }) => id).sort();
  throw new CommandRefused(
    "desk.unknown",
    there.length === 0
      ? `There is no desk "${desk}". There are none yet: make one with "desk create".`
      : `There is no desk "${desk}". There ${there.length === 1 ? "is" : "are"}: ${there.join(", ")}.`,
  );
}
