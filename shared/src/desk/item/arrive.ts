import { clockOf, noWait } from "../../clock/wait.ts";
import type { IncomingMessage } from "../../protocol/incoming-message.ts";
import { languageOf } from "../../text/language.ts";
import type { Instant } from "../../time/instant.ts";
import type { ItemChange } from "../change.ts";
import type { Context } from "../context.ts";
import type { Member } from "../member/member.ts";
import type { DeskState } from "../state.ts";
import { intoHands, intoQueue } from "./hand.ts";
import { type Item, isOpen } from "./item.ts";
import { alter } from "./item-command.ts";
import type { Message } from "./message.ts";
import { compareMessages } from "./order.ts";
import { raisedBy } from "./raise-need.ts";
import { previewOf } from "./receive-new.ts";
import { rederive } from "./rederive.ts";
import { reopened } from "./reopen.ts";
import { respond } from "./respond.ts";

/**
 * A further message of an item. What comes in starts a wait if none runs, and opens the item again; an answer of ours
 * that left elsewhere ends the wait. What is older than the newest message is late history: the item's waits and
 * responses are derived again from the whole thread.
 */
export function arrive(
  state: DeskState,
  item: Item,
  message: Message,
  data: IncomingMessage,
  context: Context,
  lastOwner: Member | null,
): ItemChange[] {
  const late = compareMessages(message, item.newest) < 0;
  const thread = late ? state.threads.get(item.id) : undefined;
  if (thread !== undefined)
    return settle(state, item, message, rederive(state, item, thread, message, context), context, lastOwner);
  return settle(
    state,
    item,
    message,
    message.direction === "in" ? comesIn(state, item, message, data, context) : goesOut(item, message),
    context,
    lastOwner,
  );
}

type Settled = { readonly set: Partial<Item>; readonly more: Pick<ItemChange, "response" | "responses"> };

function comesIn(state: DeskState, item: Item, message: Message, data: IncomingMessage, context: Context): Settled {
  const since = item.dismissed?.since ?? item.awaitingSince;
  const begins = since === null ? message.at : earlier(since, message.at);
  const clock = item.awaitingSince === begins ? {} : clockOf(state.desk.policy, item, begins, context.now);
  return {
    set: {
      ...clock,
      waits: since === null ? item.waits + 1 : item.waits,
      preview: previewOf(message.text),
      author: data.author,
      lang: data.lang ?? item.lang ?? languageOf(data.text),
    },
    more: {},
  };
}

function goesOut(item: Item, message: Message): Settled {
  if (message.automatic === true) return { set: {}, more: {} };
  const wait = { from: item.awaitingSince ?? "", targetMs: item.targetMs, first: !item.answeredBefore };
  const response = item.awaitingSince === null ? null : respond(item, wait, message);
  return {
    set: {
      ...noWait,
      answeredBefore: true,
      answeredAt: message.at,
      promise: null,
      // The wait that a dismissal ended has been answered elsewhere since: it does not resume.
      ...(item.dismissed === null ? {} : { dismissed: { ...item.dismissed, since: null } }),
    },
    more: response === null ? {} : { response },
  };
}

/** The changes that bring the message in, with the status that its clock comes to; whole again if the item was closed. */
function settle(
  state: DeskState,
  item: Item,
  message: Message,
  settled: Settled,
  context: Context,
  lastOwner: Member | null,
): ItemChange[] {
  const newer = compareMessages(message, item.newest) > 0;
  const set: Partial<Item> = {
    ...settled.set,
    ...raisedBy(message, { ...item, ...settled.set }, state, context),
    messages: item.messages + 1,
    ...(newer ? { newest: { at: message.at, externalId: message.externalId } } : {}),
  };
  const after = { ...item, ...set };
  const waits = after.awaitingSince !== null;
  if (!isOpen(item)) {
    if (!waits || message.direction === "out")
      return [alter("item.continued", item, set, { message, ...settled.more })];
    const whole = reopened(item, after.awaitingSince, context, state, false);
    const back = whole.item as Item;
    return [whole, alter("item.continued", back, set, { message, ...settled.more })];
  }
  return [
    alter(
      "item.continued",
      item,
      { ...set, ...statusAfter(item, after, message, lastOwner, context) },
      { message, ...settled.more },
    ),
  ];
}

function statusAfter(
  before: Item,
  after: Item,
  message: Message,
  lastOwner: Member | null,
  context: Context,
): Partial<Item> {
  if (after.awaitingSince === null) {
    return before.awaitingSince === null ? {} : { status: "answered", snoozedUntil: null, passedOn: null };
  }
  if (before.status === "answered") {
    const waiting = { ...after, status: "waiting" as const };
    return lastOwner === null ? intoQueue(waiting) : intoHands(waiting, lastOwner.id, context.now);
  }
  const back = message.direction === "in" && (before.status === "snoozed" || before.status === "on-others");
  if (back) {
    return { status: before.assignee === null ? "waiting" : "assigned", snoozedUntil: null, passedOn: null };
  }
  return {};
}

function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
