import { nextWake } from "@flowdesk/shared/clock/wakes.ts";
import { type Item, isOpen, isQueued } from "@flowdesk/shared/desk/item/item.ts";
import type { Message } from "@flowdesk/shared/desk/item/message.ts";
import type { Response } from "@flowdesk/shared/desk/item/response.ts";
import type { Policy } from "@flowdesk/shared/desk/policy/policy.ts";
import type { Post } from "@flowdesk/shared/desk/post/post.ts";
import { nextPostWake } from "@flowdesk/shared/desk/post/wakes.ts";
import { type Instant, instant, millis } from "@flowdesk/shared/time/instant.ts";
import { type ItemRow, type MessageRow, noDeadline, type PostRow, type ResponseRow } from "./tables.ts";

/** An instant as a column has it; null stays null. */
export function column(at: Instant): number;
export function column(at: Instant | null): number | null;
export function column(at: Instant | null): number | null {
  return at === null ? null : millis(at);
}

/** An item as its table has it. `seq` is that of the change that made it; for an item that is there it is not looked at. */
export function itemRow(desk: string, item: Item, policy: Policy, seq: number, body: string): ItemRow {
  const due = column(item.dueAt);
  return {
    desk,
    id: item.id,
    channel: item.channel,
    kind: item.kind,
    author: authorKey(item.author.handle),
    thread: item.thread,
    status: item.status,
    need: item.need,
    assignee: item.assignee,
    open: Number(isOpen(item)),
    queued: Number(isQueued(item)),
    rank: pressing(item),
    due_at: due,
    due_order: due ?? noDeadline,
    awaiting_since: column(item.awaitingSince),
    wakes_at: column(nextWake(item, policy)),
    newest_at: millis(item.newest.at),
    closed_at: column(item.closedAt),
    received_at: millis(item.receivedAt),
    received_seq: seq,
    archived: 0,
    body,
  };
}

/** The first two steps of `compareQueued` as one number: what is urgent, then what was raised by hand (0 to 3). */
function pressing(item: Pick<Item, "need" | "priority">): number {
  return (item.need === "urgent" ? 4 : 0) + item.priority;
}

/** A handle as authors are looked up by: platforms do not tell upper case from lower. */
export function authorKey(handle: string): string {
  return handle.toLowerCase();
}

export function messageRow(
  desk: string,
  item: { readonly id: string; readonly channel: string; readonly kind: string },
  message: Message,
  seq: number,
  body: string,
): MessageRow {
  return {
    desk,
    item: item.id,
    id: message.id,
    seq,
    channel: item.channel,
    external_id: message.direction === "note" ? null : message.externalId,
    direction: message.direction,
    at: millis(message.at),
    kind: item.kind,
    body,
  };
}

export function responseRow(desk: string, response: Response, seq: number, position: number): ResponseRow {
  return {
    desk,
    item: response.item,
    message: response.message,
    seq,
    position,
    channel: response.channel,
    kind: response.kind,
    need: response.need,
    from_at: millis(response.from),
    to_at: millis(response.to),
    ms: response.ms,
    by: response.by,
    author: response.author,
    target_ms: response.targetMs,
    within: Number(response.within),
    first: Number(response.first),
  };
}

/** A response as it was, from its row: all of it stands in columns. */
export function responseOf(row: ResponseRow): Response {
  return {
    item: row.item,
    message: row.message,
    channel: row.channel,
    kind: row.kind as Response["kind"],
    need: row.need as Response["need"],
    from: instant(row.from_at),
    to: instant(row.to_at),
    ms: row.ms,
    by: row.by,
    author: row.author,
    targetMs: row.target_ms,
    within: row.within === 1,
    first: row.first === 1,
  };
}

export function postRow(desk: string, post: Post, body: string): PostRow {
  return {
    desk,
    id: post.id,
    at: millis(post.at),
    wakes_at: column(nextPostWake(post)),
    unfinished: Number(post.variants.some(({ state }) => state === "planned" || state === "due")),
    source: post.source,
    body,
  };
}
