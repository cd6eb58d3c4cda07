import { z } from "zod";
import type { ItemChange } from "../change.ts";
import { type CommandRule, commandRule, type Read, type Touches, type Written } from "../command.ts";
import { type Context, type Decision, nameOf } from "../context.ts";
import { idSchema } from "../id.ts";
import { type Action, permits } from "../permission.ts";
import { type Rejection, reject } from "../rejection.ts";
import type { DeskState } from "../state.ts";
import { seesItem, viewOf } from "../view.ts";
import { type Item, isOpen } from "./item.ts";

/** Most items that one command may name. */
export const longestBulk = 500;

/** `item` for one, `items` in bulk. */
const target = {
  item: idSchema.optional(),
  items: z.array(idSchema).min(1).max(longestBulk).optional(),
};

interface ItemRule<Shape extends z.ZodRawShape> {
  readonly data: Shape;
  /** Whether closed and dismissed items are within its reach. Absent: no, and `item.closed` is the answer. */
  readonly reachesClosed?: boolean;
  /** Whose item counts as the member's own, where the role reaches only those. Absent: the one who has it. */
  readonly owner?: (item: Item, context: Context) => string | null;
  readonly touches?: (data: Read<Shape>, items: readonly string[]) => Touches;
  readonly decide: (
    item: Item,
    data: Read<Shape>,
    context: Context,
    state: DeskState,
  ) => ItemChange | readonly ItemChange[] | Rejection;
}

/**
 * A command about one item, or about many at once. Each item is looked at by itself: one that is not there or not seen,
 * not permitted or closed is refused with its reason; the rest goes on. If nothing was done the first reason is the answer.
 */
export function itemCommand<const Type extends Action, Shape extends z.ZodRawShape>(
  type: Type,
  rule: ItemRule<Shape>,
): CommandRule<Type, z.ZodType<ItemCommandData<Shape>, ItemCommandInput<Shape>>> {
  const data = z.object({ ...target, ...rule.data }).refine((given) => {
    const { item, items } = given as { item?: string; items?: string[] };
    return (item === undefined) !== (items === undefined);
  }, "Name one item, or several in items.");
  return commandRule({
    type,
    data: data as unknown as z.ZodType<ItemCommandData<Shape>, ItemCommandInput<Shape>>,
    touches: (given) => {
      const items = itemsOf(given);
      return { items, ...rule.touches?.(given as never, items) };
    },
    decide: (state, given, context) => {
      const changes: ItemChange[] = [];
      const refused: Rejection[] = [];
      for (const id of new Set(itemsOf(given))) {
        const item = reachable(state, id, type, rule, context);
        const decided = "code" in item ? item : rule.decide(item, given as never, context, state);
        if ("code" in decided) refused.push({ ...decided, item: id });
        else changes.push(...(Array.isArray(decided) ? decided : [decided as ItemChange]));
      }
      return decisionOf(changes, refused);
    },
  });
}

export type ItemCommandData<Shape extends z.ZodRawShape> = { item?: string; items?: string[] } & Read<Shape>;

type ItemCommandInput<Shape extends z.ZodRawShape> = { item?: string; items?: string[] } & Written<Shape>;

/** Changes if there are any, with what was refused beside them; else the first refusal. */
export function decisionOf(changes: readonly ItemChange[], refused: readonly Rejection[]): Decision {
  const [first] = refused;
  if (changes.length === 0 && first !== undefined) return { ok: false, rejection: first };
  return refused.length === 0 ? { ok: true, changes } : { ok: true, changes, refused };
}

function itemsOf(given: { item?: string | undefined; items?: readonly string[] | undefined }): readonly string[] {
  return given.items ?? (given.item === undefined ? [] : [given.item]);
}

function reachable<Shape extends z.ZodRawShape>(
  state: DeskState,
  id: string,
  type: Action,
  rule: ItemRule<Shape>,
  context: Context,
): Item | Rejection {
  const item = state.items.get(id);
  const unknown = () => reject("item.unknown", "There is no such item, or you do not see it.", { item: id });
  if (item === undefined) return unknown();
  const { actor } = context;
  if (actor.kind === "member") {
    if (!seesItem(viewOf(actor.member), item)) return unknown();
    const owner = rule.owner === undefined ? item.assignee : rule.owner(item, context);
    if (!permits(actor.member, type, { owner })) {
      if (!permits(actor.member, type)) return reject("forbidden", "Your roles do not allow this.");
      return item.assignee === null
        ? reject("item.not.yours", "Nobody has this; claim it first.", { item: id })
        : reject("item.not.yours", `${nameOf(state, item.assignee)} has this.`, {
            item: id,
            by: item.assignee,
            name: nameOf(state, item.assignee),
          });
    }
  }
  if (rule.reachesClosed !== true && !isOpen(item)) {
    return reject(
      "item.closed",
      item.status === "closed" ? "This is closed; reopen it first." : "This was dismissed; reopen it first.",
    );
  }
  return item;
}

/** A change of some fields of an item, its version raised. */
export function alter(
  type: ItemChange["type"],
  item: Item,
  set: Partial<Item>,
  more: Omit<ItemChange, "type" | "item" | "set"> = {},
): ItemChange {
  return { type, item: item.id, set: { ...set, version: item.version + 1 }, ...more };
}
