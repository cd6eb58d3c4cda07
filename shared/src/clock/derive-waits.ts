import { compareMessages } from "../desk/item/order.ts";
import type { LoggedMessage } from "../desk/state.ts";
import type { Instant } from "../time/instant.ts";

/** A wait that ended: from the oldest message that the reply answered until the reply left. */
export interface EndedWait {
  readonly from: Instant;
  readonly reply: LoggedMessage;
  readonly first: boolean;
}

/**
 * The waits of a thread, derived from all of its messages. A reply that was made here answers what stands before it in
 * the log; one that left elsewhere answers what is older by (time, id). Automatic replies end nothing, and a message
 * that its author deleted waits for nothing. The wait in progress begins with the oldest message that is unanswered.
 */
export function deriveWaits(messages: readonly LoggedMessage[]): {
  readonly ended: readonly EndedWait[];
  /** What nobody has answered, in log order. */
  readonly unanswered: readonly LoggedMessage[];
  readonly awaitingSince: Instant | null;
} {
  let unanswered = messages.filter(({ message }) => message.direction === "in" && message.deletedAt === undefined);
  const replies = messages
    .filter(({ message }) => message.direction === "out" && message.state === "sent" && message.automatic !== true)
    .sort((a, b) => compareMessages(a.message, b.message));
  const ended: EndedWait[] = [];
  replies.forEach((reply, index) => {
    const rest: LoggedMessage[] = [];
    let from: Instant | null = null;
    for (const incoming of unanswered) {
      const answered =
        reply.message.by === undefined
          ? compareMessages(incoming.message, reply.message) < 0
          : incoming.seq < reply.seq;
      if (!answered) rest.push(incoming);
      else if (from === null || incoming.message.at < from) from = incoming.message.at;
    }
    unanswered = rest;
    if (from !== null) ended.push({ from, reply, first: index === 0 });
  });
  return { ended, unanswered, awaitingSince: oldestOf(unanswered) };
}

/** The time of the oldest of some messages; null if there are none. */
export function oldestOf(messages: readonly LoggedMessage[]): Instant | null {
  return messages.reduce<Instant | null>(
    (oldest, { message }) => (oldest === null || message.at < oldest ? message.at : oldest),
    null,
  );
}
