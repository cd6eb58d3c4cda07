import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { createStore } from "zustand/vanilla";
import type { Outcome } from "../connection/desk-connection.ts";
import { replicaStore } from "../store/replica-store.ts";

/** Something that was done here and can be undone. */
export interface Undoable {
  /** The type of the command that was given, which names it on the screen. */
  readonly what: string;
  /** The items that it was done to. */
  readonly items: readonly string[];
  /** Gives the inverse command for these items; answers with the last outcome. */
  readonly undo: (items: readonly string[]) => Promise<Outcome>;
}

/** Most steps that can be undone. */
const most = 50;

export const undoStore = createStore<{ readonly stack: readonly Undoable[] }>()(() => ({ stack: [] }));

/** Puts what was done on the stack, and takes off again what of it the desk refuses: that is not ours to undo. */
export function undoable(done: Promise<Outcome>, step: Undoable): Promise<Outcome> {
  undoStore.setState(({ stack }) => ({ stack: [...stack, step].slice(-most) }));
  return done.then((outcome) => {
    const refused = new Set(outcome.ok ? outcome.refused?.map(({ item }) => item) : step.items);
    const items = step.items.filter((id) => !refused.has(id));
    const rest = outcome.ok && items.length > 0 ? [{ ...step, items }] : [];
    undoStore.setState(({ stack }) => ({ stack: stack.flatMap((one) => (one === step ? rest : [one])) }));
    return outcome;
  });
}

/** Takes the latest step off the stack. */
export function popUndoable(): Undoable | undefined {
  const { stack } = undoStore.getState();
  undoStore.setState({ stack: stack.slice(0, -1) });
  return stack.at(-1);
}

/** The items as they are now, which is how an undo must leave them. Those that are not here are left out. */
export function itemsNow(ids: readonly string[]): readonly Item[] {
  const { state, closed } = replicaStore.getState();
  return ids.flatMap((id) => state?.items.get(id) ?? closed.get(id) ?? []);
}

/**
 * The ids of items grouped by something of theirs, so that each group is undone by one command.
 * @param among only these
 */
export function groupBy<Key extends string | number>(
  items: readonly Item[],
  key: (item: Item) => Key,
  among: readonly string[],
): ReadonlyMap<Key, readonly string[]> {
  const groups = new Map<Key, string[]>();
  const wanted = new Set(among);
  for (const item of items) {
    if (!wanted.has(item.id)) continue;
    const of = groups.get(key(item)) ?? [];
    of.push(item.id);
    groups.set(key(item), of);
  }
  return groups;
}

/** Runs several commands and answers with the first refusal, else with the last outcome. */
export async function all(commands: readonly Promise<Outcome>[]): Promise<Outcome> {
  const outcomes = await Promise.all(commands);
  return outcomes.find(({ ok }) => !ok) ?? outcomes.at(-1) ?? nothing;
}

const nothing: Outcome = { ok: false, error: { code: "nothing.to.do", message: "There is nothing to undo." } };
