import { z } from "zod";
import type { Context, Decision } from "./context.ts";
import { deskIdSchema, idSchema } from "./id.ts";
import type { Kind } from "./item/need.ts";
import type { Action } from "./permission.ts";
import type { DeskState } from "./state.ts";

/**
 * What the desk must load before a command can be decided. A console holds all of it already, or does without.
 */
export interface Touches {
  readonly items?: readonly string[];
  /** Items whose whole thread is needed. */
  readonly threads?: readonly string[];
  readonly posts?: readonly string[];
  /** Messages that a source brings: what is known of them, of what they answer and of their conversation. */
  readonly arrivals?: ReadonlyArray<{
    channel: string;
    kind: string;
    externalIds: readonly string[];
    thread: string | null;
  }>;
  /** That many items from the top of the queue. */
  readonly queue?: number;
  /** Of the queue what stands within these standing orders: `coverDepth` items from the top of each. */
  readonly queueWithin?: readonly QueueWithin[];
  readonly briefings?: readonly string[];
  /** Every item that waits with a member, for their load. */
  readonly loads?: boolean;
  /** Every open item that a member has. */
  readonly holdings?: string;
  /** Every open item that the one who commands has. */
  readonly ownHoldings?: boolean;
}

/** The part of the queue on these channels, and of these kinds; none named: of any. */
export interface QueueWithin {
  readonly channels: "all" | readonly string[];
  readonly kinds?: readonly Kind[] | undefined;
}

/** One type of command: its data, what it touches, and how it is decided. One to a file, named by its verb. */
export interface CommandRule<Type extends Action = Action, Data extends z.ZodType = z.ZodType> {
  readonly type: Type;
  readonly data: Data;
  readonly touches: (data: z.output<Data>) => Touches;
  readonly decide: (state: DeskState, data: z.output<Data>, context: Context) => Decision;
}

export function commandRule<const Type extends Action, Data extends z.ZodType>(
  rule: CommandRule<Type, Data>,
): CommandRule<Type, Data> {
  return rule;
}

/** What a shape of fields is read into. An empty one adds nothing, where zod's own type would forbid every key. */
export type Read<Shape extends z.ZodRawShape> = keyof Shape extends never ? unknown : z.output<z.ZodObject<Shape>>;

/** What a shape of fields is written as. */
export type Written<Shape extends z.ZodRawShape> = keyof Shape extends never ? unknown : z.input<z.ZodObject<Shape>>;

/** A command as it comes in, before its data are read by the rule of its type. */
export const commandEnvelopeSchema = z.looseObject({
  id: idSchema,
  desk: deskIdSchema,
  type: z.string().min(1).max(64),
});
export type CommandEnvelope = z.infer<typeof commandEnvelopeSchema>;
