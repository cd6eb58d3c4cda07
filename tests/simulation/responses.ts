import { type Change, idOf, isItemChange } from "@flowdesk/shared/desk/change.ts";
import type { Message } from "@flowdesk/shared/desk/item/message.ts";
import type { Response } from "@flowdesk/shared/desk/item/response.ts";
import type { World } from "./world.ts";

interface Known {
  /** Messages with the number under which they came. */
  readonly messages: Map<string, { message: Message; seq: number }>;
  responses: Response[];
  /** A dismissal ends a wait otherwise than with a response. */
  isDismissed: boolean;
}

/**
 * The clock: the responses that the log tells of, and those that the store holds, are those that its messages come to by
 * the rule, counted here in a few lines of their own.
 */
export async function responsesFlaws(world: World, log: readonly Change[]): Promise<string[]> {
  const items = new Map<string, Known>();
  for (const change of log) {
    if (!isItemChange(change)) continue;
    const id = idOf(change.item);
    const known: Known = items.get(id) ?? { messages: new Map(), responses: [], isDismissed: false };
    items.set(id, known);
    const { message, seq } = { message: change.message, seq: change.seq };
    if (message !== undefined)
      known.messages.set(message.id, { seq: known.messages.get(message.id)?.seq ?? seq, message });
    if (change.response !== undefined) known.responses.push(change.response);
    if (change.responses !== undefined) known.responses = [...change.responses];
    if (change.type === "item.dismissed") known.isDismissed = true;
  }
  const flaws: string[] = [];
  for (const [id, known] of items) {
    const stored = (await world.engine.item(world.desk, id))?.thread.responses ?? [];
    const kept = told(known.responses);
    if (told(stored) !== kept) flaws.push(`The clock: of ${id} the store has ${told(stored)}, the log ${kept}`);
    if (known.isDismissed || hasTie([...known.messages.values()])) continue;
    const counted = told(waitsIn([...known.messages.values()]));
    if (counted !== kept) flaws.push(`The clock: of ${id} the log has ${kept}, and its messages come to ${counted}`);
  }
  return flaws.slice(0, 3);
}

/** Of two messages of the same time the ids decide, unless the desk moved them to its own time: then it is not said. */
function hasTie(messages: ReadonlyArray<{ readonly message: Message }>): boolean {
  return new Set(messages.map(({ message }) => message.at)).size < messages.length;
}

type Told = Pick<Response, "message" | "from" | "to" | "ms" | "within" | "first">;

function told(responses: readonly Told[]): string {
  const lines = responses.map(({ message, from, to, ms, within, first }) =>
    [message, from, to, ms, within, first].join(" "),
  );
  return JSON.stringify(lines.sort());
}

/** Each person's public reply ends the wait of what it answers, which began with the oldest of that. */
function waitsIn(messages: ReadonlyArray<{ readonly message: Message; readonly seq: number }>): Told[] {
  const order = (message: Message) => `${message.at} ${message.externalId}`;
  const replies = messages.filter(({ message }) => message.direction === "out" && message.state === "sent");
  replies.sort((a, b) => (order(a.message) < order(b.message) ? -1 : 1));
  const answered = new Set<string>();
  return replies.flatMap(({ message: reply, seq }, index) => {
    const ended = messages.filter(
      ({ message, seq: came }) =>
        message.direction === "in" &&
        message.deletedAt === undefined &&
        !answered.has(message.id) &&
        (reply.by === undefined ? order(message) < order(reply) : came < seq),
    );
    for (const { message } of ended) answered.add(message.id);
    const from = ended.map(({ message }) => message.at).sort()[0];
    if (from === undefined) return [];
    const ms = Math.max(0, Date.parse(reply.at) - Date.parse(from));
    return [{ message: reply.id, from, to: reply.at, ms, within: ms <= 8_000, first: index === 0 }];
  });
}
