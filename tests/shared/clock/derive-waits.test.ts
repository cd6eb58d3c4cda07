import { deriveWaits } from "@flowdesk/shared/clock/derive-waits.ts";
import type { Message } from "@flowdesk/shared/desk/item/message.ts";
import { compareMessages } from "@flowdesk/shared/desk/item/order.ts";
import type { LoggedMessage } from "@flowdesk/shared/desk/state.ts";
import { minute } from "@flowdesk/shared/time/instant.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { later } from "../../fixtures/desk.ts";

const kinds = ["in", "in", "in deleted", "out elsewhere", "out here", "out automatic", "out leaving", "note"] as const;

function logged(kind: (typeof kinds)[number], minutes: number, seq: number): LoggedMessage {
  const direction = kind.startsWith("in") ? "in" : kind === "note" ? "note" : "out";
  const message: Message = {
    id: `m${seq}`,
    externalId: `${seq}`,
    direction,
    author: { handle: "somebody" },
    text: kind,
    at: later(minutes * minute),
    state:
      kind === "out leaving" ? "leaving" : direction === "in" ? "received" : direction === "out" ? "sent" : "noted",
    ...(kind === "in deleted" ? { deletedAt: later(0) } : {}),
    ...(kind === "out here" ? { by: "jonas" } : {}),
    ...(kind === "out automatic" ? { automatic: true } : {}),
  };
  return { message, seq };
}

const threads = fc
  .array(fc.tuple(fc.constantFrom(...kinds), fc.nat({ max: 12 })), { maxLength: 14 })
  .map((list) => list.map(([kind, minutes], index) => logged(kind, minutes, index + 1)));

/** The rule word for word: for each incoming message the first reply, by time, that answers it; slowly. */
function byTheWord(messages: readonly LoggedMessage[]) {
  const replies = messages
    .filter(({ message }) => message.direction === "out" && message.state === "sent" && !message.automatic)
    .toSorted((a, b) => compareMessages(a.message, b.message));
  const answeredBy = new Map<LoggedMessage, LoggedMessage | undefined>();
  for (const incoming of messages) {
    if (incoming.message.direction !== "in" || incoming.message.deletedAt !== undefined) continue;
    answeredBy.set(
      incoming,
      replies.find((reply) =>
        reply.message.by === undefined
          ? compareMessages(incoming.message, reply.message) < 0
          : incoming.seq < reply.seq,
      ),
    );
  }
  const since = (reply: LoggedMessage | undefined) =>
    [...answeredBy]
      .filter(([, by]) => by === reply)
      .map(([{ message }]) => message.at)
      .sort()[0] ?? null;
  return {
    ended: replies.flatMap((reply, index) => {
      const from = since(reply);
      return from === null ? [] : [{ from, reply, first: index === 0 }];
    }),
    awaitingSince: since(undefined),
  };
}

describe("deriveWaits", () => {
  test("agrees with the rule by the word, for any thread", () => {
    fc.assert(
      fc.property(threads, (messages) => {
        const { ended, awaitingSince } = deriveWaits(messages);
        expect({ ended, awaitingSince }).toEqual(byTheWord(messages));
      }),
      { numRuns: 2000 },
    );
  });

  test("a wait begins with the oldest message that nobody has answered; later ones do not move it", () => {
    const waits = deriveWaits([
      logged("in", 1, 1),
      logged("in", 2, 2),
      logged("out elsewhere", 3, 3),
      logged("in", 4, 4),
    ]);
    expect(waits.ended).toMatchObject([{ from: later(minute), first: true }]);
    expect(waits.awaitingSince).toBe(later(4 * minute));
  });

  test("a reply made here answers what stands before it in the log, whatever the clocks say", () => {
    const waits = deriveWaits([logged("in", 9, 1), logged("out here", 5, 2), logged("in", 1, 3)]);
    expect(waits.ended).toMatchObject([{ from: later(9 * minute) }]);
    expect(waits.awaitingSince).toBe(later(minute));
  });

  test("notes, automatic replies and replies that have not left end nothing", () => {
    const waits = deriveWaits([
      logged("in", 1, 1),
      logged("note", 2, 2),
      logged("out automatic", 3, 3),
      logged("out leaving", 4, 4),
    ]);
    expect(waits).toMatchObject({ ended: [], awaitingSince: later(minute) });
  });
});
