import { deriveWaits } from "../../clock/derive-waits.ts";
import { targetFor } from "../../clock/target.ts";
import { clockOf, noWait } from "../../clock/wait.ts";
import type { ItemChange } from "../change.ts";
import type { Context } from "../context.ts";
import type { DeskState, Thread } from "../state.ts";
import type { Item } from "./item.ts";
import type { Message } from "./message.ts";
import { compareMessages } from "./order.ts";
import { previewOf } from "./receive-new.ts";
import { respond } from "./respond.ts";
import type { Response } from "./response.ts";

/**
 * An item's clock and responses, derived again from its whole thread with a message more, or one revised. A response
 * whose wait and reply are the same keeps the target it was measured by; for others the target in force counts.
 */
export function rederive(
  state: DeskState,
  item: Item,
  thread: Thread,
  message: Message,
  context: Context,
): { readonly set: Partial<Item>; readonly more: Pick<ItemChange, "responses"> } {
  const has = thread.messages.some((logged) => logged.message.id === message.id);
  const messages = has
    ? thread.messages.map((logged) => (logged.message.id === message.id ? { ...logged, message } : logged))
    : [...thread.messages, { message, seq: Number.MAX_SAFE_INTEGER }];
  const { ended, unanswered, awaitingSince } = deriveWaits(messages);
  const kept = new Map(thread.responses.map((response) => [response.message, response]));
  const targetMs = targetFor(item, state.desk.policy.targets)?.ms ?? null;
  const responses: Response[] = [];
  for (const wait of ended) {
    const old = kept.get(wait.reply.message.id);
    const target = old !== undefined && old.from === wait.from ? old.targetMs : targetMs;
    const response = respond(
      old === undefined ? item : { ...item, need: old.need },
      { from: wait.from, targetMs: target, first: wait.first },
      wait.reply.message,
    );
    if (response !== null) responses.push(response);
  }
  const last = newestOf(messages, (one) => one.direction === "out" && one.state === "sent" && one.automatic !== true);
  const shown = newestOf(messages, (one) => one.direction === "in" && one.deletedAt === undefined);
  const spoken = newestOf(messages, (one) => one.direction === "in" && one.lang !== undefined);
  // What comes in late and nobody has answered voids a dismissal, as anything that comes in does.
  const voided = !has && unanswered.some((logged) => logged.message.id === message.id);
  const settled = item.status === "dismissed" && !voided;
  const clock =
    awaitingSince === null || settled ? noWait : clockOf(state.desk.policy, item, awaitingSince, context.now);
  return {
    set: {
      ...(clock.awaitingSince === item.awaitingSince ? {} : clock),
      ...(settled && item.dismissed !== null ? { dismissed: { ...item.dismissed, since: awaitingSince } } : {}),
      waits: ended.length + (awaitingSince === null ? 0 : 1),
      answeredBefore: last !== undefined,
      answeredAt: last?.at ?? item.answeredAt,
      ...(shown === undefined
        ? {}
        : { preview: previewOf(shown.text), author: shown.author, lang: spoken?.lang ?? null }),
    },
    more: same(responses, thread.responses) ? {} : { responses },
  };
}

/** The newest of the messages that fit, by (time, id). */
function newestOf(messages: Thread["messages"], fits: (message: Message) => boolean): Message | undefined {
  let newest: Message | undefined;
  for (const { message } of messages)
    if (fits(message) && (newest === undefined || compareMessages(message, newest) > 0)) newest = message;
  return newest;
}

function same(a: readonly Response[], b: readonly Response[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
