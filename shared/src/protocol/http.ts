import { z } from "zod";
import { changeSchema } from "../desk/change.ts";
import { itemSchema } from "../desk/item/item.ts";
import { messageSchema } from "../desk/item/message.ts";
import { responseSchema } from "../desk/item/response.ts";

/** The answer to `POST /api/desks/:desk/messages`, after the commit. `index` counts from 0 in the order sent. */
export const messagesAnswerSchema = z.object({
  accepted: z.int(),
  duplicates: z.int(),
  rejected: z.int(),
  refusals: z.array(z.object({ index: z.int(), code: z.string(), message: z.string() })),
  /** Of the accepted, those whose texts had to be made well-formed: half an emoji was replaced, or a NUL taken out. */
  repaired: z.array(z.int()).optional(),
});
export type MessagesAnswer = z.infer<typeof messagesAnswerSchema>;

/** The answer to `GET /api/desks/:desk/items/:item`: one item as of `seq`, all its messages in log order. */
export const itemAnswerSchema = z.object({
  seq: z.int(),
  item: itemSchema,
  messages: z.array(z.object({ seq: z.int(), message: messageSchema })),
  responses: z.array(responseSchema),
});
export type ItemAnswer = z.infer<typeof itemAnswerSchema>;

/** The answer to `GET /api/desks/:desk/items/:item/others`: what else its author has on the channel, open or closed. */
export const othersAnswerSchema = z.object({ items: z.array(itemSchema) });
export type OthersAnswer = z.infer<typeof othersAnswerSchema>;

/** The answer to `GET /api/desks/:desk/changes?since=&limit=`; page on `to`. */
export const changesAnswerSchema = z.object({
  desk: z.string(),
  log: z.string(),
  from: z.int(),
  to: z.int(),
  head: z.int(),
  changes: z.array(changeSchema),
});
export type ChangesAnswer = z.infer<typeof changesAnswerSchema>;

/** Every refusal over HTTP: a code, and a sentence that a person can act on. */
export const httpErrorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
export type HttpError = z.infer<typeof httpErrorSchema>;
