import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { compareMessages } from "@flowdesk/shared/desk/item/order.ts";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { day, hour, minute } from "@flowdesk/shared/time/instant.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockwork, DeskUnderTest, incoming, later } from "../../../fixtures/desk.ts";
import { jonas } from "../../../fixtures/people.ts";

const history = fc
  .array(
    fc.record({
      direction: fc.constantFrom("in", "in", "out"),
      automatic: fc.nat({ max: 5 }),
      minutes: fc.nat({ max: 20 }),
      lang: fc.constantFrom(undefined, "da", "en"),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((list) =>
    list.map(({ direction, automatic, minutes, lang }, index): IncomingMessage => {
      const ours = direction === "out";
      return incoming({
        externalId: `${index + 1}`,
        kind: "dm",
        thread: "conversation",
        author: { handle: ours ? "festival" : `guest${index % 2}` },
        text: `Besked ${index + 1}`,
        at: later(minutes * minute - 2 * day),
        direction: ours ? "out" : "in",
        ...(ours && automatic === 0 ? { automatic: true } : {}),
        ...(ours || lang === undefined ? {} : { lang }),
      });
    }),
  );

function broughtIn(messages: readonly IncomingMessage[]): DeskUnderTest {
  const desk = new DeskUnderTest();
  for (const message of messages) desk.must(clockwork, "message.receive", message);
  return desk;
}

/** What must not depend on the order of arrival: the clock, what lists show, and the responses. */
function outcome(desk: DeskUnderTest) {
  const [item] = [...desk.state.items.values()] as [Item];
  const { responses } = desk.thread(item.id);
  const text = new Map(desk.thread(item.id).messages.map(({ message }) => [message.id, message.externalId]));
  const fields = ["status", "awaitingSince", "targetMs", "riskAt", "dueAt", "mark", "waits", "messages"] as const;
  const shown = ["newest", "answeredBefore", "answeredAt"] as const;
  const hasGuest = desk.thread(item.id).messages.some(({ message }) => message.direction === "in");
  return {
    ...Object.fromEntries([...fields, ...shown].map((field) => [field, item[field]])),
    ...(hasGuest ? { preview: item.preview, author: item.author, lang: item.lang } : {}),
    items: desk.state.items.size,
    responses: responses.map(({ message, item: _item, ...rest }) => ({ ...rest, message: text.get(message) })),
  };
}

describe("late history", () => {
  test("the same messages come to the same clock and responses in any order of arrival", () => {
    fc.assert(
      fc.property(
        history.chain((messages) =>
          fc.tuple(fc.constant(messages), fc.shuffledSubarray(messages, { minLength: messages.length })),
        ),
        ([messages, shuffled]) => {
          const sorted = messages.toSorted(compareMessages);
          expect(outcome(broughtIn(shuffled))).toEqual(outcome(broughtIn(sorted)));
        },
      ),
      { numRuns: 1500 },
    );
  });

  test("an answer that comes in after the fact ends its wait, as a change", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive({ externalId: "1", thread: "t", at: later(-3 * hour) });
    desk.receive({ externalId: "3", thread: "t", at: later(-hour) });
    expect(desk.item(item).awaitingSince).toBe(later(-3 * hour));
    const [change] = desk.must(
      clockwork,
      "message.receive",
      incoming({ externalId: "2", thread: "t", direction: "out", at: later(-2 * hour) }),
    );
    expect(change).toMatchObject({ type: "item.continued", responses: [{ from: later(-3 * hour), ms: hour }] });
    expect(desk.item(item)).toMatchObject({ awaitingSince: later(-hour), waits: 2, status: "waiting" });
  });

  test("a message that was written before our reply and came in after it is not answered by it", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive({ externalId: "2", channel: "instagram:festival", thread: "t", at: later(-minute) });
    desk.must(jonas, "item.reply", { item, text: "Ved scenen" });
    desk.receive({ externalId: "1", channel: "instagram:festival", thread: "t", at: later(-hour) });
    desk.wait(minute).must(clockwork, "item.send", { item });
    expect(desk.item(item)).toMatchObject({ awaitingSince: later(-hour), status: "assigned", waits: 2 });
    expect(desk.thread(item).responses).toMatchObject([{ from: later(-minute), by: "jonas" }]);
  });

  test("a response keeps the target that it was measured by", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive({ externalId: "1", thread: "t", at: later(-3 * hour) });
    desk.receive({ externalId: "2", thread: "t", direction: "out", at: later(-2 * hour) });
    desk.must(clockwork, "policy.targets", { targets: [{ ms: minute }] });
    desk.receive({ externalId: "4", thread: "t", at: later(-30 * minute) });
    desk.receive({ externalId: "3", thread: "t", direction: "out", at: later(-hour) });
    expect(desk.thread(item).responses).toMatchObject([{ targetMs: day, within: true }]);
    expect(desk.item(item)).toMatchObject({ targetMs: minute, awaitingSince: later(-30 * minute) });
  });

  test("late history that is answered leaves a dismissal alone; what is unanswered voids it", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive({ externalId: "1", thread: "t", at: later(-5 * hour) });
    desk.receive({ externalId: "3", thread: "t", direction: "out", at: later(-3 * hour) });
    desk.receive({ externalId: "5", thread: "t", at: later(-hour) });
    desk.must(jonas, "item.claim", { item });
    desk.must(jonas, "item.dismiss", { item, reason: "spam" });
    desk.receive({ externalId: "2", thread: "t", at: later(-4 * hour) });
    expect(desk.item(item)).toMatchObject({ status: "dismissed", dismissed: { since: later(-hour) } });
    desk.receive({ externalId: "4", thread: "t", at: later(-2 * hour) });
    expect(desk.item(item)).toMatchObject({ status: "assigned", dismissed: null, awaitingSince: later(-2 * hour) });
  });
});
